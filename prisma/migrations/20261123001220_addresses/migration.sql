-- Where pages lay before they were moved; whoever asks there is led on, for good, or until another page
-- is written at that address. A redirect names its page and not an address, so that chains collapse.
CREATE TABLE "WikiAddress" (
    "spaceId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "leftAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WikiAddress_pkey" PRIMARY KEY ("spaceId", "path")
);
CREATE INDEX "WikiAddress_pageId_leftAt_idx" ON "WikiAddress"("pageId", "leftAt");
ALTER TABLE "WikiAddress" ADD CONSTRAINT "WikiAddress_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "WikiSpace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WikiAddress" ADD CONSTRAINT "WikiAddress_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "WikiAddress" ADD CONSTRAINT page_address_form CHECK (path <> '' AND path !~ '(^/|/$|//|^\.|/\.)');
