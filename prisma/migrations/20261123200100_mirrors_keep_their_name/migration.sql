-- A space may take another address; its repository keeps the name that it was begun under.
ALTER TABLE "WikiMirror" ADD COLUMN "repository" TEXT;
UPDATE "WikiMirror" m SET "repository" = s.slug FROM "WikiSpace" s WHERE s.id = m."spaceId";
ALTER TABLE "WikiMirror" ALTER COLUMN "repository" SET NOT NULL;
CREATE UNIQUE INDEX "WikiMirror_repository_key" ON "WikiMirror"("repository");
