-- Pages of all spaces in the order of their titles, as they are listed by kind, keeper and freshness.
CREATE INDEX "WikiPage_title_id_idx" ON "WikiPage" ("title", "id");
