-- What the directory and the pages of a past day need beyond the tables: names compared without accents and
-- case, names as they were on a day, and the audit trail of a unit. Prisma does not see indexes on expressions.

-- Unaccent's own function is only STABLE, because its dictionary could be swapped; ours never is.
CREATE FUNCTION plain_text(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, given))
$$;

-- Everything about a person that the directory's free text looks through, beside the name.
CREATE FUNCTION person_words(headline text, about text, skills text[], ask_me_about text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT public.plain_text(headline || ' ' || array_to_string(skills || ask_me_about, ' ') || ' ' || about)
$$;

CREATE INDEX person_plain_name_trgm ON "Person" USING gin (plain_text(name) gin_trgm_ops);
CREATE INDEX person_plain_name_order ON "Person" (plain_text(name), id);
CREATE INDEX person_words_trgm ON "Person" USING gin (person_words(headline, about, skills, "askMeAbout") gin_trgm_ops);
CREATE INDEX "Person_skills_idx" ON "Person" USING gin (skills);
CREATE INDEX unit_plain_name_trgm ON "OrgUnit" USING gin (plain_text(name) gin_trgm_ops);
CREATE INDEX unit_former_name_trgm ON "UnitSuccession" USING gin (plain_text("nameBefore") gin_trgm_ops) WHERE kind = 'RENAME';
CREATE INDEX membership_holds ON "Membership" ("unitId", "personId") INCLUDE (role, "isPrimary", "validFrom", "validTo") WHERE "supersededAt" IS NULL;

-- A unit's name on a day: by the last rename up to it, else what the first rename after it replaced, else the name it has.
CREATE FUNCTION unit_name_on(unit_id text, name text, day date) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT COALESCE(
    (SELECT s."nameAfter" FROM "UnitSuccession" s
      WHERE s."predecessorId" = unit_id AND s.kind = 'RENAME' AND s."effectiveOn" <= day
      ORDER BY s."effectiveOn" DESC, s."recordedAt" DESC LIMIT 1),
    (SELECT s."nameBefore" FROM "UnitSuccession" s
      WHERE s."predecessorId" = unit_id AND s.kind = 'RENAME' AND s."effectiveOn" > day
      ORDER BY s."effectiveOn", s."recordedAt" LIMIT 1),
    name)
$$;

-- A change of a person's place is filed under the person; these find it from the units it touched.
CREATE INDEX audit_unit_before ON "AuditEntry" ((before ->> 'unitId'), at DESC) WHERE before ? 'unitId';
CREATE INDEX audit_unit_after ON "AuditEntry" ((after ->> 'unitId'), at DESC) WHERE after ? 'unitId';
