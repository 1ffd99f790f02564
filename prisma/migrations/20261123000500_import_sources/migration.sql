-- Where an imported membership or parent came from, so that a later file of the same system (and no other) may end it;
-- the lines of a dry run, so that its page can be read one part at a time; the phase of a fortnightly meeting.
ALTER TABLE "Membership" ADD COLUMN "externalSource" TEXT;

ALTER TABLE "UnitParent" ADD COLUMN "externalSource" TEXT;

ALTER TABLE "ImportRun"
  ADD COLUMN "source" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "asOf" DATE,
  ADD COLUMN "progressAt" TIMESTAMPTZ(3),
  ADD COLUMN "startedAt" TIMESTAMPTZ(3);

ALTER TABLE "ImportedSchedule"
  ADD COLUMN "firstOn" DATE,
  ADD COLUMN "endedOn" DATE;

CREATE TABLE "ImportChange" (
    "runId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "line" INTEGER,

    CONSTRAINT "ImportChange_pkey" PRIMARY KEY ("runId","position")
);

CREATE INDEX "ImportChange_runId_outcome_position_idx" ON "ImportChange"("runId", "outcome", "position");

CREATE INDEX "ImportChange_runId_subject_position_idx" ON "ImportChange"("runId", "subject", "position");

ALTER TABLE "ImportChange" ADD CONSTRAINT "ImportChange_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;
