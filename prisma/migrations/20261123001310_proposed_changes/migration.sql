-- Changes that somebody proposes to a page they may read but not edit, and what became of them.
CREATE TYPE "ProposalState" AS ENUM ('OPEN', 'ACCEPTED', 'EDITED', 'DECLINED', 'WITHDRAWN');

CREATE TABLE "PageProposal" (
    "id" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "baseNumber" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposerId" TEXT,
    "proposerName" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'portal',
    "sourceKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'OPEN',
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "decisionReason" TEXT NOT NULL DEFAULT '',
    "revisionNumber" INTEGER,

    CONSTRAINT "PageProposal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT proposal_decided_with_state CHECK (("state" = 'OPEN') = ("decidedAt" IS NULL)),
    CONSTRAINT proposal_declined_with_reason CHECK ("state" <> 'DECLINED' OR btrim("decisionReason") <> ''),
    CONSTRAINT proposal_accepted_as_revision CHECK (("state" IN ('ACCEPTED', 'EDITED')) = ("revisionNumber" IS NOT NULL))
);

CREATE INDEX "PageProposal_pageId_state_createdAt_idx" ON "PageProposal"("pageId", "state", "createdAt");
CREATE INDEX "PageProposal_proposerId_createdAt_idx" ON "PageProposal"("proposerId", "createdAt");
CREATE INDEX "PageProposal_state_createdAt_idx" ON "PageProposal"("state", "createdAt");
CREATE UNIQUE INDEX "PageProposal_pageId_source_sourceKey_key" ON "PageProposal"("pageId", "source", "sourceKey");

ALTER TABLE "PageProposal" ADD CONSTRAINT "PageProposal_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WikiPage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PageProposal" ADD CONSTRAINT "PageProposal_pageId_baseNumber_fkey" FOREIGN KEY ("pageId", "baseNumber") REFERENCES "WikiRevision"("pageId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PageProposal" ADD CONSTRAINT "PageProposal_proposerId_fkey" FOREIGN KEY ("proposerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "PageProposal" ADD CONSTRAINT "PageProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A proposal is decided once, and what was proposed stays as it was written.
CREATE FUNCTION keep_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'OPEN' OR (to_jsonb(NEW) - ARRAY['state', 'decidedAt', 'decidedById', 'decisionReason', 'revisionNumber'])
     IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['state', 'decidedAt', 'decidedById', 'decisionReason', 'revisionNumber']) THEN
    RAISE EXCEPTION 'A proposal is decided once and never rewritten.'
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'proposal_decided_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposal_decided_once BEFORE UPDATE ON "PageProposal" FOR EACH ROW EXECUTE FUNCTION keep_proposal();

-- Who let the change in, beside who wrote it.
ALTER TABLE "WikiRevision" ADD COLUMN "acceptedById" TEXT;
ALTER TABLE "WikiRevision" ADD CONSTRAINT "WikiRevision_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
DROP TRIGGER revision_append_only ON "WikiRevision";
CREATE TRIGGER revision_append_only
  BEFORE DELETE OR UPDATE OF id, "pageId", number, title, markdown, "changeSummary", "isImported", "authorId", "acceptedById", "createdAt"
  ON "WikiRevision" FOR EACH ROW EXECUTE FUNCTION keep_revision();
