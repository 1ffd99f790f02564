-- Threads of comments, each on a passage of a page, on a section or on the page as a whole; and who follows a page.
CREATE TABLE "PageThread" (
    "id" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "onRevision" INTEGER NOT NULL,
    "authorId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" TEXT,

    CONSTRAINT "PageThread_pkey" PRIMARY KEY ("id"),
    CONSTRAINT thread_passage_fits CHECK (length("quote") <= 600 AND length("prefix") <= 64 AND length("suffix") <= 64 AND "position" >= 0)
);

CREATE TABLE "PageComment" (
    "id" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "authorId" TEXT,
    "body" TEXT NOT NULL,
    "mentions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PageComment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT comment_says_something CHECK (("deletedAt" IS NULL) = (btrim("body") <> ''))
);

CREATE TABLE "PageFollow" (
    "pageId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PageFollow_pkey" PRIMARY KEY ("pageId", "personId")
);

CREATE INDEX "PageThread_pageId_resolvedAt_position_id_idx" ON "PageThread"("pageId", "resolvedAt", "position", "id");
CREATE INDEX "PageComment_threadId_createdAt_id_idx" ON "PageComment"("threadId", "createdAt", "id");
CREATE INDEX "PageComment_createdAt_idx" ON "PageComment"("createdAt");
CREATE INDEX "PageFollow_personId_idx" ON "PageFollow"("personId");

ALTER TABLE "PageThread" ADD CONSTRAINT "PageThread_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PageThread" ADD CONSTRAINT "PageThread_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "PageThread" ADD CONSTRAINT "PageThread_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "PageComment" ADD CONSTRAINT "PageComment_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "PageThread"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PageComment" ADD CONSTRAINT "PageComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "PageFollow" ADD CONSTRAINT "PageFollow_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PageFollow" ADD CONSTRAINT "PageFollow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
