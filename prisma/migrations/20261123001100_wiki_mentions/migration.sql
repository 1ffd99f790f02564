-- Whom a page names: those who are new to it are told.
CREATE TABLE "WikiMention" (
    "pageId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "WikiMention_pkey" PRIMARY KEY ("pageId", "personId")
);
CREATE INDEX "WikiMention_personId_idx" ON "WikiMention"("personId");
ALTER TABLE "WikiMention" ADD CONSTRAINT "WikiMention_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "WikiMention" ADD CONSTRAINT "WikiMention_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- [[Page title]] finds its page by the title, whatever its capitals.
CREATE INDEX "WikiPage_title_in_small_letters" ON "WikiPage" (lower(title));
