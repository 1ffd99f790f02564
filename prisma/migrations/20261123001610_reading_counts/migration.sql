-- How often a page is read, as totals a day; and what somebody read lately, for that person alone.
CREATE TABLE "ReadingTotal" (
  "pageId" TEXT NOT NULL REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "day" DATE NOT NULL,
  "reads" INTEGER NOT NULL,
  PRIMARY KEY ("pageId", "day"),
  CONSTRAINT reading_total_counts CHECK (reads > 0)
);
CREATE INDEX "ReadingTotal_day_idx" ON "ReadingTotal" ("day");

-- That a reading of this day was counted. The mark tells neither who nor what, and goes with the day.
CREATE TABLE "ReadingMark" (
  "mark" TEXT PRIMARY KEY,
  "day" DATE NOT NULL
);
CREATE INDEX "ReadingMark_day_idx" ON "ReadingMark" ("day");

CREATE TABLE "OwnReading" (
  "personId" TEXT NOT NULL REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "pageId" TEXT NOT NULL REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "readAt" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("personId", "pageId")
);
CREATE INDEX "OwnReading_personId_readAt_idx" ON "OwnReading" ("personId", "readAt" DESC);
CREATE INDEX "OwnReading_readAt_idx" ON "OwnReading" ("readAt");
