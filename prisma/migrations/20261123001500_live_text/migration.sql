-- A text that is being written together: what Yjs knows of it, and the Markdown it says.
CREATE TABLE "WikiLiveText" (
    "pageId" TEXT NOT NULL,
    "state" BYTEA NOT NULL,
    "markdown" TEXT NOT NULL,
    "baseNumber" INTEGER NOT NULL,
    "baseMarkdown" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "writerIds" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "WikiLiveText_pkey" PRIMARY KEY ("pageId"),
    CONSTRAINT "WikiLiveText_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT live_text_numbers CHECK ("baseNumber" >= 1 AND "version" >= 1)
);

-- Who else wrote a revision that one person saved.
CREATE TABLE "WikiRevisionCoAuthor" (
    "revisionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    CONSTRAINT "WikiRevisionCoAuthor_pkey" PRIMARY KEY ("revisionId", "personId"),
    CONSTRAINT "WikiRevisionCoAuthor_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "WikiRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "WikiRevisionCoAuthor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "WikiRevisionCoAuthor_personId_idx" ON "WikiRevisionCoAuthor"("personId");
