-- What tells one's signed-in browsers apart: since when, by which way in, and what kind of browser.
ALTER TABLE "Session"
  ADD COLUMN "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "way" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "browser" TEXT NOT NULL DEFAULT '';
