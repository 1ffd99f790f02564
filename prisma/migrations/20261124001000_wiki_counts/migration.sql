-- Counting what is shown of each kind and keeper reads this alone, and none of the pages.
CREATE INDEX wiki_page_counted ON "WikiPage" ("spaceId", kind, "ownerUnitId", id) WHERE "archivedAt" IS NULL AND "publishedAt" IS NOT NULL;
