-- A later import may replace what an earlier import brought, but never what a person wrote here.
ALTER TABLE "WikiRevision" ADD COLUMN "isImported" BOOLEAN NOT NULL DEFAULT false;
