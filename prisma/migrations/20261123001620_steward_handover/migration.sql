-- A page offered to somebody who is asked to keep it.
CREATE TYPE "HandoverAnswer" AS ENUM ('ACCEPTED', 'DECLINED', 'OVERTAKEN');
CREATE TABLE "StewardHandover" (
  "id" BIGSERIAL PRIMARY KEY,
  "pageId" TEXT NOT NULL REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "fromId" TEXT REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "toId" TEXT NOT NULL REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "askedById" TEXT NOT NULL REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "askedAt" TIMESTAMPTZ(3) NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  "answer" "HandoverAnswer",
  "answeredAt" TIMESTAMPTZ(3),
  CONSTRAINT handover_answer_has_its_instant CHECK (("answer" IS NULL) = ("answeredAt" IS NULL)),
  CONSTRAINT handover_to_another CHECK ("fromId" IS DISTINCT FROM "toId")
);
CREATE UNIQUE INDEX handover_asked_once ON "StewardHandover" ("pageId", "toId") WHERE "answer" IS NULL;
CREATE INDEX "StewardHandover_toId_answer_idx" ON "StewardHandover" ("toId", "answer");
CREATE INDEX "StewardHandover_pageId_idx" ON "StewardHandover" ("pageId");
