-- Titles are completed while a [[wiki link]] is typed: by what they begin with, hold, or nearly are.
CREATE INDEX wiki_page_title_begins ON "WikiPage" (plain_text(title) text_pattern_ops)
  WHERE "archivedAt" IS NULL AND "publishedAt" IS NOT NULL;
CREATE INDEX wiki_page_title_trgm ON "WikiPage" USING gin (plain_text(title) gin_trgm_ops)
  WHERE "archivedAt" IS NULL AND "publishedAt" IS NOT NULL;
