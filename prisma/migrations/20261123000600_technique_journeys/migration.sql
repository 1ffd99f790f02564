-- What the journey of a technique must hold true, beyond the first invariants.

-- When a relation was recorded, so that the journey can tell of it in time order.
ALTER TABLE "TechniqueRelation" ADD COLUMN "recordedAt" TIMESTAMPTZ(3);

-- ── Indexes ─────────────────────────────────────────────────────────────────────────────────────
-- "Has another squad ever had it in production?" decides a technique's stage.
CREATE INDEX adoption_event_in_production ON "AdoptionEvent" ("adoptionId", "occurredOn") WHERE "toState" = 'IN_PRODUCTION';
-- One row for a squad that heard of it without a person being named (Postgres holds nulls to be distinct).
CREATE UNIQUE INDEX exposure_once_per_squad ON "Exposure" ("techniqueId", "squadId", channel, at) WHERE "personId" IS NULL;
CREATE INDEX "Presentation_presentedAt_idx" ON "Presentation" ("presentedAt" DESC);

-- ── Write-ups ───────────────────────────────────────────────────────────────────────────────────
CREATE TRIGGER technique_version_append_only BEFORE UPDATE OR DELETE ON "TechniqueVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ── Relations ───────────────────────────────────────────────────────────────────────────────────
-- A technique may contradict one that contradicts it; every other relation leads one way.
CREATE FUNCTION refuse_relation_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> 'CONTRADICTS' THEN
    -- Two relations recorded at the same moment could close a circle that neither sees.
    PERFORM pg_advisory_xact_lock(hashtext('technique_relation_acyclic'));
    IF EXISTS (
      WITH RECURSIVE reached AS (
        SELECT NEW."toId" AS id
        UNION
        SELECT r."toId" FROM reached JOIN "TechniqueRelation" r ON r."fromId" = reached.id AND r.kind <> 'CONTRADICTS'
      )
      SELECT 1 FROM reached WHERE id = NEW."fromId"
    ) THEN
      RAISE EXCEPTION 'This relation would lead round in a circle.' USING ERRCODE = 'check_violation', CONSTRAINT = 'technique_relation_acyclic';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER technique_relation_acyclic BEFORE INSERT OR UPDATE ON "TechniqueRelation"
  FOR EACH ROW EXECUTE FUNCTION refuse_relation_cycle();

-- ── Presentations ───────────────────────────────────────────────────────────────────────────────
-- What failed, what the data made hard and how it was judged are said before others hear of it, "none found" too.
CREATE FUNCTION presentation_is_complete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "TechniqueVersion" v
    WHERE v.id = NEW."versionId" AND v."techniqueId" = NEW."techniqueId"
      AND trim(v."failedApproaches") <> '' AND trim(v."dataChallenges") <> '' AND trim(v."evaluationMethod") <> '') THEN
    RAISE EXCEPTION 'A technique is presented once it says what failed, what the data made hard and how it was judged.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'presentation_is_complete';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER presentation_is_complete BEFORE INSERT OR UPDATE ON "Presentation"
  FOR EACH ROW EXECUTE FUNCTION presentation_is_complete();

-- ── Adoption ────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION adoption_event_is_earned() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last "AdoptionEvent"%ROWTYPE;
BEGIN
  SELECT * INTO last FROM "AdoptionEvent" WHERE "adoptionId" = NEW."adoptionId" ORDER BY sequence DESC LIMIT 1;
  IF NEW."toState" = 'SUSTAINED'
     AND (last."toState" IS DISTINCT FROM 'IN_PRODUCTION' OR NEW."occurredOn" - last."occurredOn" < 90) THEN
    RAISE EXCEPTION 'It has lasted once it was in production for 90 days without a break.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'adoption_sustained_after_90_days';
  END IF;
  IF NEW."toState" IN ('DISCONTINUED', 'SUPERSEDED') AND NOT EXISTS (
    SELECT 1 FROM "AdoptionEvent" WHERE "adoptionId" = NEW."adoptionId" AND "toState" = 'IN_PRODUCTION') THEN
    RAISE EXCEPTION 'Only what was in production can be discontinued or replaced.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'adoption_ends_after_production';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER adoption_event_is_earned BEFORE INSERT ON "AdoptionEvent"
  FOR EACH ROW EXECUTE FUNCTION adoption_event_is_earned();
