-- A space that goes, or is offered, from one unit to another. Those that were accepted are its history.
CREATE TABLE "SpaceHandover" (
  "id" BIGSERIAL PRIMARY KEY,
  "spaceId" TEXT NOT NULL REFERENCES "WikiSpace"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "fromUnitId" TEXT NOT NULL REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "toUnitId" TEXT NOT NULL REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "askedById" TEXT REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "askedAt" TIMESTAMPTZ(3) NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  "answer" "HandoverAnswer",
  "answeredById" TEXT REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "answeredAt" TIMESTAMPTZ(3),
  CONSTRAINT space_handover_answer_has_its_instant CHECK (("answer" IS NULL) = ("answeredAt" IS NULL)),
  CONSTRAINT space_handover_to_another CHECK ("fromUnitId" <> "toUnitId")
);
CREATE UNIQUE INDEX space_offered_once ON "SpaceHandover" ("spaceId") WHERE "answer" IS NULL;
CREATE INDEX "SpaceHandover_spaceId_idx" ON "SpaceHandover" ("spaceId");
CREATE INDEX "SpaceHandover_toUnitId_answer_idx" ON "SpaceHandover" ("toUnitId", "answer");
CREATE INDEX "WikiSpace_ownerUnitId_idx" ON "WikiSpace" ("ownerUnitId");

-- Who answers for what a unit leaves: from its last day on, the living units that it went over into
-- and those it stood beneath at its end; where these have ended too, theirs. Nobody while it lives.
CREATE FUNCTION unit_heirs(unit TEXT, today DATE) RETURNS SETOF TEXT LANGUAGE sql STABLE AS $$
  WITH RECURSIVE heir AS (
    SELECT u.id, u."validTo" FROM "OrgUnit" u WHERE u.id = unit
    UNION
    SELECT n.id, n."validTo"
      FROM heir h
      JOIN LATERAL (
        SELECT s."successorId" AS id FROM "UnitSuccession" s
         WHERE s."predecessorId" = h.id AND s."successorId" <> h.id AND s."effectiveOn" >= h."validTo"
        UNION
        SELECT p."parentId" FROM "UnitParent" p
         WHERE p."unitId" = h.id AND p."supersededAt" IS NULL
           AND (p."validTo" IS NULL OR p."validTo" >= h."validTo")
      ) next ON h."validTo" <= today + 1
      JOIN "OrgUnit" n ON n.id = next.id
  )
  SELECT id FROM heir WHERE id <> unit AND ("validTo" IS NULL OR "validTo" > today + 1)
$$;
