-- Archives that were sent to be imported into a space, with what they would do or did.
CREATE TABLE "WikiImport" (
    "id" TEXT NOT NULL,
    "spaceId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "kind" "PageKind" NOT NULL,
    "state" TEXT NOT NULL,
    "report" JSONB,
    "failure" TEXT,
    "sentById" TEXT,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WikiImport_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "wiki_import_state" CHECK ("state" IN ('comparing', 'compared', 'applying', 'applied', 'failed'))
);

CREATE INDEX "WikiImport_sentAt_id_idx" ON "WikiImport"("sentAt" DESC, "id");

ALTER TABLE "WikiImport" ADD CONSTRAINT "WikiImport_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "WikiSpace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WikiImport" ADD CONSTRAINT "WikiImport_sentById_fkey" FOREIGN KEY ("sentById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
