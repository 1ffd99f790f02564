-- When sessions were opened that are older than this column is not known; it had been reckoned from their end.
ALTER TABLE "Session" ALTER COLUMN "openedAt" DROP NOT NULL;
UPDATE "Session" SET "openedAt" = NULL WHERE way = '' AND "openedAt" = expires - interval '30 days';
