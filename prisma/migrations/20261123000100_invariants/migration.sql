-- Invariants of docs/glossary.md that Prisma's schema language cannot express.
-- Periods are half-open days: [validFrom, validTo). Names of constraints are mapped to sentences in src/foundation/errors.ts.

-- ── People and units ────────────────────────────────────────────────────────────────────────────
ALTER TABLE "Person"
  ADD CONSTRAINT person_email_lower_case CHECK (email = lower(email)),
  ADD CONSTRAINT person_handle_form CHECK (handle ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT person_leaves_after_start CHECK ("leftOn" IS NULL OR "startedOn" IS NULL OR "leftOn" >= "startedOn");

ALTER TABLE "User" ADD CONSTRAINT user_email_lower_case CHECK (email = lower(email));

ALTER TABLE "OrgUnit"
  ADD CONSTRAINT unit_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT unit_period CHECK ("validTo" IS NULL OR "validTo" > "validFrom"),
  ADD CONSTRAINT unit_platform_team_is_a_squad CHECK (NOT "isPlatformTeam" OR kind = 'SQUAD');

-- ── Membership ──────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "Membership"
  ADD CONSTRAINT membership_period CHECK ("validTo" IS NULL OR "validTo" > "validFrom"),
  ADD CONSTRAINT membership_primary_is_a_squad CHECK (NOT "isPrimary" OR "unitKind" = 'SQUAD'),
  ADD CONSTRAINT membership_chapter_lead_leads_a_chapter CHECK (role <> 'CHAPTER_LEAD' OR "unitKind" = 'CHAPTER'),
  ADD CONSTRAINT membership_guild_by_own_hand CHECK (
    role <> 'MEMBER' OR "unitKind" NOT IN ('GUILD', 'SUBGUILD') OR source IN ('SELF', 'IMPORT', 'DEPARTURE')),
  ADD CONSTRAINT membership_own_hand_is_own CHECK (source <> 'SELF' OR "recordedById" = "personId"),
  ADD CONSTRAINT membership_no_overlap EXCLUDE USING gist (
    "personId" WITH =, "unitId" WITH =, role WITH =, daterange("validFrom", "validTo") WITH &&)
    WHERE ("supersededAt" IS NULL),
  ADD CONSTRAINT membership_one_primary_squad EXCLUDE USING gist (
    "personId" WITH =, daterange("validFrom", "validTo") WITH &&)
    WHERE ("isPrimary" AND "supersededAt" IS NULL);

-- Recorded history stays: only the mark of being superseded may be set, once.
CREATE FUNCTION keep_recorded_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'A recorded membership is never deleted.' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'membership_append_only';
  END IF;
  IF OLD."supersededAt" IS NOT NULL
     OR (to_jsonb(NEW) - 'supersededAt') IS DISTINCT FROM (to_jsonb(OLD) - 'supersededAt') THEN
    RAISE EXCEPTION 'A recorded membership is never rewritten; a correction supersedes it.' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'membership_append_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER membership_append_only BEFORE UPDATE OR DELETE ON "Membership"
  FOR EACH ROW EXECUTE FUNCTION keep_recorded_membership();

-- ── Parents ─────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "UnitParent"
  ADD CONSTRAINT parent_period CHECK ("validTo" IS NULL OR "validTo" > "validFrom"),
  ADD CONSTRAINT parent_not_itself CHECK ("unitId" <> "parentId"),
  ADD CONSTRAINT parent_of_a_fitting_kind CHECK (
    ("unitKind" IN ('SQUAD', 'CHAPTER') AND "parentKind" = 'TRIBE')
    OR ("unitKind" = 'SUBGUILD' AND "parentKind" IN ('GUILD', 'SUBGUILD'))
    OR ("unitKind" = 'WORKING_GROUP' AND "parentKind" IN ('GUILD', 'SUBGUILD', 'TRIBE'))),
  ADD CONSTRAINT parent_one_at_an_instant EXCLUDE USING gist (
    "unitId" WITH =, daterange("validFrom", "validTo") WITH &&)
    WHERE ("supersededAt" IS NULL);

CREATE FUNCTION refuse_parent_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."supersededAt" IS NULL AND EXISTS (
    WITH RECURSIVE ancestor AS (
      SELECT NEW."parentId" AS id, daterange(NEW."validFrom", NEW."validTo") AS held
      UNION
      SELECT p."parentId", a.held * daterange(p."validFrom", p."validTo")
      FROM ancestor a JOIN "UnitParent" p ON p."unitId" = a.id AND p."supersededAt" IS NULL
        AND a.held && daterange(p."validFrom", p."validTo")
    )
    SELECT 1 FROM ancestor WHERE id = NEW."unitId"
  ) THEN
    RAISE EXCEPTION 'A unit cannot stand beneath itself.' USING ERRCODE = 'check_violation', CONSTRAINT = 'parent_acyclic';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER parent_acyclic BEFORE INSERT OR UPDATE ON "UnitParent"
  FOR EACH ROW EXECUTE FUNCTION refuse_parent_cycle();

ALTER TABLE "UnitSuccession"
  ADD CONSTRAINT succession_shape CHECK (
    CASE kind
      WHEN 'RENAME' THEN "successorId" = "predecessorId" AND "nameBefore" IS NOT NULL AND "nameAfter" IS NOT NULL
      WHEN 'DISSOLVE' THEN "successorId" IS NULL
      ELSE "successorId" IS NOT NULL AND "successorId" <> "predecessorId"
    END);

-- ── Append-only records ─────────────────────────────────────────────────────────────────────────
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed or deleted.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = lower(TG_TABLE_NAME) || '_append_only';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER adoption_event_append_only BEFORE UPDATE OR DELETE ON "AdoptionEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deliverable_event_append_only BEFORE UPDATE OR DELETE ON "DeliverableEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER succession_append_only BEFORE UPDATE OR DELETE ON "UnitSuccession" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ── The outbox ──────────────────────────────────────────────────────────────────────────────────
CREATE INDEX outbox_waiting ON "OutboxEvent" ("availableAt", id) WHERE "handledAt" IS NULL;

-- ── Wiki ────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "WikiPage" ADD CONSTRAINT page_path_form CHECK (path <> '' AND path !~ '(^/|/$|//|^\.|/\.)');
ALTER TABLE "WikiRevision" ADD CONSTRAINT revision_number_from_one CHECK (number >= 1);
CREATE INDEX wiki_link_broken ON "WikiLink" ("fromPageId") WHERE "isBroken";

-- ── Meetups ─────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "MeetupSeries"
  ADD CONSTRAINT series_local_time_form CHECK ("localTime" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT series_duration CHECK ("durationMinutes" BETWEEN 5 AND 600);
ALTER TABLE "Meetup" ADD CONSTRAINT meetup_ends_after_start CHECK ("endsAt" > "startsAt");
ALTER TABLE "AgendaItem" ADD CONSTRAINT agenda_minutes CHECK (minutes BETWEEN 1 AND 600);

-- ── Techniques and their journey ────────────────────────────────────────────────────────────────
ALTER TABLE "Evidence"
  ADD CONSTRAINT evidence_numbers_are_whole CHECK (
    (value IS NULL AND "intervalLow" IS NULL AND "intervalHigh" IS NULL)
    OR (value IS NOT NULL AND metric IS NOT NULL AND baseline IS NOT NULL AND n IS NOT NULL AND n > 0)),
  ADD CONSTRAINT evidence_interval_order CHECK ("intervalLow" IS NULL OR "intervalHigh" IS NULL OR "intervalLow" <= "intervalHigh"),
  ADD CONSTRAINT evidence_status_reason CHECK (status = 'CURRENT' OR "statusReason" IS NOT NULL);

ALTER TABLE "TechniqueRelation" ADD CONSTRAINT relation_not_itself CHECK ("fromId" <> "toId");

ALTER TABLE "Adoption"
  ADD CONSTRAINT adoption_not_by_origin CHECK ("squadId" <> "originSquadId"),
  ADD CONSTRAINT adoption_source_named CHECK ((source = 'ADOPTION') = ("sourceAdoptionId" IS NOT NULL)),
  ADD CONSTRAINT adoption_source_not_itself CHECK ("sourceAdoptionId" IS NULL OR "sourceAdoptionId" <> id);

ALTER TABLE "AdoptionEvent"
  ADD CONSTRAINT adoption_event_sequence_from_one CHECK (sequence >= 1),
  ADD CONSTRAINT adoption_declined_with_reason CHECK ("toState" NOT IN ('DECLINED', 'DISCONTINUED') OR "reasonCode" IS NOT NULL),
  ADD CONSTRAINT adoption_production_with_evidence CHECK ("toState" <> 'IN_PRODUCTION' OR "evidenceId" IS NOT NULL);

-- Each step follows the last one: in number, in state and in time; evidence for production is the squad's own.
CREATE FUNCTION follow_last_adoption_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last "AdoptionEvent"%ROWTYPE;
BEGIN
  SELECT * INTO last FROM "AdoptionEvent" WHERE "adoptionId" = NEW."adoptionId" ORDER BY sequence DESC LIMIT 1;
  IF NEW.sequence <> COALESCE(last.sequence, 0) + 1 OR NEW."fromState" IS DISTINCT FROM last."toState" THEN
    RAISE EXCEPTION 'This step does not follow the last one recorded.' USING ERRCODE = 'check_violation', CONSTRAINT = 'adoption_event_follows';
  END IF;
  IF NEW."occurredOn" < last."occurredOn" THEN
    RAISE EXCEPTION 'A step cannot happen before the one it follows.' USING ERRCODE = 'check_violation', CONSTRAINT = 'adoption_event_in_time_order';
  END IF;
  IF NEW."evidenceId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Evidence" e JOIN "Adoption" a ON a.id = NEW."adoptionId"
    WHERE e.id = NEW."evidenceId" AND e."squadId" = a."squadId" AND e."techniqueId" = a."techniqueId") THEN
    RAISE EXCEPTION 'Evidence for an adoption is the adopting squad''s own, on the same technique.' USING ERRCODE = 'check_violation', CONSTRAINT = 'adoption_evidence_is_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER adoption_event_follows BEFORE INSERT ON "AdoptionEvent"
  FOR EACH ROW EXECUTE FUNCTION follow_last_adoption_event();

CREATE FUNCTION show_last_adoption_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Adoption" SET state = NEW."toState", "lastOn" = NEW."occurredOn" WHERE id = NEW."adoptionId";
  RETURN NULL;
END $$;
CREATE TRIGGER adoption_shows_last_event AFTER INSERT ON "AdoptionEvent"
  FOR EACH ROW EXECUTE FUNCTION show_last_adoption_event();

-- A squad learnt from one that had begun before it, on the same technique: so the tree has no cycle.
CREATE FUNCTION adoption_source_is_earlier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."sourceAdoptionId" IS NOT NULL AND NOT EXISTS (
    WITH RECURSIVE source AS (
      SELECT a.* FROM "Adoption" a WHERE a.id = NEW."sourceAdoptionId"
      UNION
      SELECT a.* FROM "Adoption" a JOIN source s ON a.id = s."sourceAdoptionId"
    )
    SELECT 1 FROM source s WHERE s.id = NEW."sourceAdoptionId" AND s."techniqueId" = NEW."techniqueId"
      AND s."firstOn" <= NEW."firstOn" AND NOT EXISTS (SELECT 1 FROM source c WHERE c.id = NEW.id)
  ) THEN
    RAISE EXCEPTION 'The source must have taken up the same technique earlier.' USING ERRCODE = 'check_violation', CONSTRAINT = 'adoption_source_is_earlier';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER adoption_source_is_earlier BEFORE INSERT OR UPDATE OF "sourceAdoptionId", "firstOn" ON "Adoption"
  FOR EACH ROW EXECUTE FUNCTION adoption_source_is_earlier();

-- ── Working groups ──────────────────────────────────────────────────────────────────────────────
ALTER TABLE "WorkingGroup"
  ADD CONSTRAINT working_group_lasts_8_to_12_weeks CHECK ("plannedEndOn" - "startsOn" BETWEEN 56 AND 84),
  ADD CONSTRAINT working_group_extension_is_later CHECK ("extendedTo" IS NULL OR "extendedTo" > "plannedEndOn"),
  ADD CONSTRAINT working_group_end_is_told CHECK (
    (state IN ('CLOSED', 'DISBANDED')) = ("endedOn" IS NOT NULL)
    AND (state <> 'DISBANDED' OR "endReason" IS NOT NULL));
ALTER TABLE "WorkingGroupSeat"
  ADD CONSTRAINT seat_hours CHECK ("hoursPerWeek" BETWEEN 1 AND 40),
  ADD CONSTRAINT seat_period CHECK ("leftOn" IS NULL OR "leftOn" >= "joinedOn");
ALTER TABLE "Checkpoint" ADD CONSTRAINT checkpoint_week CHECK (week BETWEEN 0 AND 16);
