-- A page may be begun as a draft: until it is published, only its author, its stewards and the leads of
-- those who own the space see it. What was written before was for everybody.
ALTER TABLE "WikiPage"
  ADD COLUMN "begunById" TEXT,
  ADD COLUMN "publishedAt" TIMESTAMPTZ(3),
  ADD COLUMN "archivedById" TEXT;
ALTER TABLE "WikiPage" ADD CONSTRAINT "WikiPage_begunById_fkey" FOREIGN KEY ("begunById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "WikiPage" ADD CONSTRAINT "WikiPage_archivedById_fkey" FOREIGN KEY ("archivedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

UPDATE "WikiPage" p
   SET "publishedAt" = p."createdAt",
       "begunById" = (SELECT r."authorId" FROM "WikiRevision" r WHERE r."pageId" = p.id ORDER BY r.number LIMIT 1),
       "archivedById" = CASE WHEN p."archivedAt" IS NOT NULL THEN
         (SELECT k.id FROM "AuditEntry" a JOIN "Person" k ON k.id = a."actorId"
           WHERE a."subjectKind" = 'page' AND a."subjectId" = p.id AND a.action = 'page.archived'
           ORDER BY a."at" DESC LIMIT 1) END;

ALTER TABLE "WikiPage" ADD CONSTRAINT page_archived_by_when CHECK ("archivedById" IS NULL OR "archivedAt" IS NOT NULL);
CREATE INDEX wiki_page_drafts ON "WikiPage" ("begunById", "editedAt") WHERE "publishedAt" IS NULL;
CREATE INDEX wiki_page_archive ON "WikiPage" ("spaceId", "archivedAt" DESC, id) WHERE "archivedAt" IS NOT NULL;
