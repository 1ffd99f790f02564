-- A page is kept true by one person or by several.
CREATE TABLE "WikiSteward" (
    "pageId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WikiSteward_pkey" PRIMARY KEY ("pageId", "personId")
);
CREATE INDEX "WikiSteward_personId_pageId_idx" ON "WikiSteward"("personId", "pageId");
ALTER TABLE "WikiSteward" ADD CONSTRAINT "WikiSteward_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "WikiSteward" ADD CONSTRAINT "WikiSteward_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Since when: the day the audit trail tells of, otherwise the page's first.
INSERT INTO "WikiSteward" ("pageId", "personId", "since")
SELECT p.id, p."stewardId", coalesce(
         (SELECT max(a."at") FROM "AuditEntry" a
           WHERE a."subjectKind" = 'page' AND a."subjectId" = p.id
             AND a."after" ->> 'stewardId' = p."stewardId"
             AND a."before" ->> 'stewardId' IS DISTINCT FROM p."stewardId"),
         p."createdAt")
  FROM "WikiPage" p WHERE p."stewardId" IS NOT NULL;

ALTER TABLE "WikiPage" DROP CONSTRAINT "WikiPage_stewardId_fkey";
DROP INDEX "WikiPage_stewardId_idx";
ALTER TABLE "WikiPage" DROP COLUMN "stewardId";
