-- When sessions were opened that are older than this column is not known; they have no way in on record either.
ALTER TABLE "Session" ALTER COLUMN "openedAt" DROP NOT NULL;
UPDATE "Session" SET "openedAt" = NULL WHERE way = '';
