-- Files that belong to pages. Their bytes lie in the file store, under their content's checksum.
CREATE TABLE "Attachment" (
    "id" TEXT NOT NULL,
    "spaceId" TEXT NOT NULL,
    "pageId" TEXT,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "sourcePath" TEXT,
    "uploaderId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "attachment_sha256_form" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "attachment_size" CHECK ("size" >= 0),
    CONSTRAINT "attachment_name_form" CHECK ("name" <> '' AND "name" !~ '[/\\[:cntrl:]]' AND length("name") <= 160)
);

-- Which revisions show or link to which files. Written when the revision is, and as lasting as it.
CREATE TABLE "AttachmentReference" (
    "revisionId" TEXT NOT NULL,
    "attachmentId" TEXT NOT NULL,

    CONSTRAINT "AttachmentReference_pkey" PRIMARY KEY ("revisionId", "attachmentId")
);

-- What a file says, for search; read in the background.
CREATE TABLE "AttachmentText" (
    "attachmentId" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "refusal" TEXT,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AttachmentText_pkey" PRIMARY KEY ("attachmentId")
);

CREATE INDEX "Attachment_sha256_idx" ON "Attachment"("sha256");
CREATE INDEX "Attachment_pageId_name_idx" ON "Attachment"("pageId", "name");
CREATE INDEX "Attachment_spaceId_createdAt_id_idx" ON "Attachment"("spaceId", "createdAt" DESC, "id");
CREATE INDEX "AttachmentReference_attachmentId_idx" ON "AttachmentReference"("attachmentId");

ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "WikiSpace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WikiPage"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "AttachmentReference" ADD CONSTRAINT "AttachmentReference_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "WikiRevision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- A file that any revision shows, however old, cannot be deleted.
ALTER TABLE "AttachmentReference" ADD CONSTRAINT "AttachmentReference_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "AttachmentText" ADD CONSTRAINT "AttachmentText_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
