-- Spaces that flow into a git repository, and what people changed there.
CREATE TABLE "WikiMirror" (
    "spaceId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "isOn" BOOLEAN NOT NULL DEFAULT true,
    "head" TEXT,
    "intended" JSONB,
    "arriving" TEXT,
    "putBack" JSONB NOT NULL DEFAULT '{}',
    "wantedAt" TIMESTAMPTZ(3),
    "nextLookAt" TIMESTAMPTZ(3) NOT NULL,
    "mirroredAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "lease" TEXT,
    "leasedUntil" TIMESTAMPTZ(3),
    "beganById" TEXT,
    "beganAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WikiMirror_pkey" PRIMARY KEY ("spaceId"),
    CONSTRAINT mirror_place_known CHECK ("place" IN ('disk', 'remote'))
);
CREATE INDEX "WikiMirror_nextLookAt_idx" ON "WikiMirror"("nextLookAt");
ALTER TABLE "WikiMirror" ADD CONSTRAINT "WikiMirror_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "WikiSpace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "WikiMirror" ADD CONSTRAINT "WikiMirror_beganById_fkey" FOREIGN KEY ("beganById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "WikiMirrorPage" (
    "spaceId" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,
    "proposalId" TEXT,

    CONSTRAINT "WikiMirrorPage_pkey" PRIMARY KEY ("spaceId", "pageId")
);
CREATE INDEX "WikiMirrorPage_pageId_idx" ON "WikiMirrorPage"("pageId");
ALTER TABLE "WikiMirrorPage" ADD CONSTRAINT "WikiMirrorPage_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "WikiMirror"("spaceId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "WikiMirrorPage" ADD CONSTRAINT "WikiMirrorPage_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "WikiMirrorPage" ADD CONSTRAINT "WikiMirrorPage_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "PageProposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "WikiMirrorArrival" (
    "id" TEXT NOT NULL,
    "spaceId" TEXT NOT NULL,
    "commit" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "proposalId" TEXT,
    "pageId" TEXT,

    CONSTRAINT "WikiMirrorArrival_pkey" PRIMARY KEY ("id"),
    CONSTRAINT mirror_arrival_outcome_known CHECK ("outcome" IN ('proposed', 'drafted', 'put-back', 'left'))
);
-- The same push told twice is told once.
CREATE UNIQUE INDEX "WikiMirrorArrival_spaceId_commit_file_key" ON "WikiMirrorArrival"("spaceId", "commit", "file");
CREATE INDEX "WikiMirrorArrival_spaceId_at_id_idx" ON "WikiMirrorArrival"("spaceId", "at" DESC, "id");
ALTER TABLE "WikiMirrorArrival" ADD CONSTRAINT "WikiMirrorArrival_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "WikiMirror"("spaceId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "WikiMirrorArrival" ADD CONSTRAINT "WikiMirrorArrival_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "PageProposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "WikiMirrorArrival" ADD CONSTRAINT "WikiMirrorArrival_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WikiPage"("id") ON DELETE SET NULL ON UPDATE CASCADE;
