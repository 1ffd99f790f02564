-- Pages that say nearly the same, and links out of the portal that lead nowhere. Made in the background.
CREATE TABLE "PageSketch" (
  "pageId" TEXT PRIMARY KEY REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "revisionId" TEXT NOT NULL,
  "sketch" INTEGER[] NOT NULL,
  "bands" INTEGER[] NOT NULL
);
CREATE INDEX "PageSketch_bands_idx" ON "PageSketch" USING gin ("bands");

CREATE TABLE "PageLikeness" (
  "pageId" TEXT NOT NULL REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "otherId" TEXT NOT NULL REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "likeness" REAL NOT NULL,
  PRIMARY KEY ("pageId", "otherId"),
  CONSTRAINT likeness_in_order CHECK ("pageId" < "otherId"),
  CONSTRAINT likeness_is_a_share CHECK (likeness > 0 AND likeness <= 1)
);
CREATE INDEX "PageLikeness_otherId_idx" ON "PageLikeness" ("otherId");

-- "They are different": said once, it holds.
CREATE TABLE "PageDistinction" (
  "pageId" TEXT NOT NULL REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "otherId" TEXT NOT NULL REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "saidById" TEXT NOT NULL REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("pageId", "otherId"),
  CONSTRAINT distinction_in_order CHECK ("pageId" < "otherId")
);
CREATE INDEX "PageDistinction_otherId_idx" ON "PageDistinction" ("otherId");

CREATE TABLE "OutsideLink" (
  "pageId" TEXT NOT NULL REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "url" TEXT NOT NULL,
  PRIMARY KEY ("pageId", "url")
);
CREATE INDEX "OutsideLink_url_idx" ON "OutsideLink" ("url");

CREATE TABLE "OutsideAddress" (
  "url" TEXT PRIMARY KEY,
  "checkedAt" TIMESTAMPTZ(3),
  "outcome" TEXT NOT NULL DEFAULT '',
  "failures" INTEGER NOT NULL DEFAULT 0,
  "nextCheckAt" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "OutsideAddress_nextCheckAt_idx" ON "OutsideAddress" ("nextCheckAt");
