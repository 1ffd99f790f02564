-- How far applying has come is told from outside its transaction, which must not find its own run rewritten meanwhile.
ALTER TABLE "ImportRun" DROP COLUMN "progressAll",
DROP COLUMN "progressAt",
DROP COLUMN "progressDone";

CREATE TABLE "ImportProgress" (
    "runId" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "all" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportProgress_pkey" PRIMARY KEY ("runId")
);

ALTER TABLE "ImportProgress" ADD CONSTRAINT "ImportProgress_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;
