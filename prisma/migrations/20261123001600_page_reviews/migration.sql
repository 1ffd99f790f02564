-- Whether a page is still true: who looked, what made it due before its time, and what readers say.
CREATE TYPE "ReviewOutcome" AS ENUM ('CONFIRMED', 'CORRECTED', 'OUTDATED', 'RETIRED');
CREATE TYPE "ReviewReasonKind" AS ENUM ('STEWARD_LEFT', 'STEWARD_MOVED', 'LINKED_PAGE_OBSOLETE', 'TECHNIQUE_OVER', 'EVIDENCE_RETRACTED');

CREATE TABLE "KnowledgeReview" (
  "id" BIGSERIAL PRIMARY KEY,
  "pageId" TEXT NOT NULL REFERENCES "WikiPage"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "reviewerId" TEXT NOT NULL REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "outcome" "ReviewOutcome" NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "revisionNumber" INTEGER NOT NULL,
  "against" TEXT NOT NULL DEFAULT '',
  "againstUrl" TEXT,
  "ticks" TEXT[] NOT NULL DEFAULT '{}',
  "note" TEXT NOT NULL DEFAULT '',
  "nextDueOn" DATE,
  "replacedById" TEXT REFERENCES "WikiPage"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "KnowledgeReview_pageId_revisionNumber_fkey" FOREIGN KEY ("pageId", "revisionNumber")
    REFERENCES "WikiRevision"("pageId", "number") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT review_says_against_what CHECK (outcome NOT IN ('CONFIRMED', 'CORRECTED') OR btrim(against) <> ''),
  CONSTRAINT review_is_more_than_a_click CHECK (cardinality(ticks) > 0 OR btrim(note) <> '' OR "replacedById" IS NOT NULL),
  CONSTRAINT review_correction_is_told CHECK (outcome <> 'CORRECTED' OR btrim(note) <> ''),
  CONSTRAINT review_doubt_is_told CHECK (outcome <> 'OUTDATED' OR btrim(note) <> ''),
  CONSTRAINT review_due_after_check CHECK ("nextDueOn" IS NULL OR (outcome IN ('CONFIRMED', 'CORRECTED') AND "nextDueOn" > "at"::date)),
  CONSTRAINT review_replacement_of_obsolete CHECK ("replacedById" IS NULL OR (outcome = 'RETIRED' AND "replacedById" <> "pageId")),
  CONSTRAINT review_url_form CHECK ("againstUrl" IS NULL OR "againstUrl" ~* '^https?://|^/')
);
CREATE INDEX "KnowledgeReview_pageId_id_idx" ON "KnowledgeReview" ("pageId", "id" DESC);
CREATE INDEX "KnowledgeReview_replacedById_idx" ON "KnowledgeReview" ("replacedById");
CREATE TRIGGER review_append_only BEFORE UPDATE OR DELETE ON "KnowledgeReview" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One row a page and cause, so that a fact told twice gives one reason.
CREATE TABLE "ReviewReason" (
  "id" BIGSERIAL PRIMARY KEY,
  "pageId" TEXT NOT NULL REFERENCES "WikiPage"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "kind" "ReviewReasonKind" NOT NULL,
  "cause" TEXT NOT NULL,
  "about" TEXT NOT NULL,
  "address" TEXT,
  "at" TIMESTAMPTZ(3) NOT NULL
);
CREATE UNIQUE INDEX "ReviewReason_pageId_cause_key" ON "ReviewReason" ("pageId", "cause");
CREATE TRIGGER review_reason_append_only BEFORE UPDATE OR DELETE ON "ReviewReason" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- "Did not work for me". One row a reader and page; its owner may take it back.
CREATE TABLE "ReaderReport" (
  "pageId" TEXT NOT NULL REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "readerId" TEXT NOT NULL REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "word" TEXT NOT NULL DEFAULT '',
  "isSigned" BOOLEAN NOT NULL DEFAULT false,
  "reportedAt" TIMESTAMPTZ(3) NOT NULL,
  "withdrawnAt" TIMESTAMPTZ(3),
  PRIMARY KEY ("pageId", "readerId")
);
CREATE INDEX "ReaderReport_readerId_idx" ON "ReaderReport" ("readerId");

-- What follows from the rows above, kept by the database so that lists need not add it up.
CREATE TABLE "PageStanding" (
  "pageId" TEXT PRIMARY KEY REFERENCES "WikiPage"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "lastReviewId" BIGINT,
  "lastCheckId" BIGINT,
  "checkedAt" TIMESTAMPTZ(3),
  "nextDueOn" DATE,
  "dueSince" TIMESTAMPTZ(3),
  "isObsolete" BOOLEAN NOT NULL DEFAULT false,
  "replacedById" TEXT
);

CREATE FUNCTION settle_page_standing(page TEXT) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Changes at the same moment take turns, and each adds up what the one before has written.
  PERFORM 1 FROM "WikiPage" WHERE id = page FOR NO KEY UPDATE;
  INSERT INTO "PageStanding" AS standing
    ("pageId", "lastReviewId", "lastCheckId", "checkedAt", "nextDueOn", "dueSince", "isObsolete", "replacedById")
  SELECT page, latest.id, checked.id, checked.at, checked."nextDueOn",
         least(
           CASE WHEN latest.outcome = 'OUTDATED' THEN (
             SELECT min(doubt.at) FROM "KnowledgeReview" doubt
              WHERE doubt."pageId" = page AND doubt.outcome = 'OUTDATED' AND doubt.id > coalesce(checked.id, 0)) END,
           (SELECT min(reason.at) FROM "ReviewReason" reason
             WHERE reason."pageId" = page AND reason.at > coalesce(checked.at, '-infinity')),
           (SELECT report."reportedAt" FROM "ReaderReport" report
             WHERE report."pageId" = page AND report."withdrawnAt" IS NULL
               AND report."reportedAt" > coalesce(checked.at, '-infinity')
             ORDER BY report."reportedAt" OFFSET 1 LIMIT 1)),
         coalesce(latest.outcome = 'RETIRED', false),
         CASE WHEN latest.outcome = 'RETIRED' THEN latest."replacedById" END
    FROM (SELECT 1) AS one
    LEFT JOIN LATERAL (SELECT * FROM "KnowledgeReview" r WHERE r."pageId" = page ORDER BY r.id DESC LIMIT 1) latest ON true
    LEFT JOIN LATERAL (SELECT * FROM "KnowledgeReview" r WHERE r."pageId" = page AND r.outcome IN ('CONFIRMED', 'CORRECTED')
                        ORDER BY r.id DESC LIMIT 1) checked ON true
  ON CONFLICT ("pageId") DO UPDATE SET
    "lastReviewId" = EXCLUDED."lastReviewId", "lastCheckId" = EXCLUDED."lastCheckId", "checkedAt" = EXCLUDED."checkedAt",
    "nextDueOn" = EXCLUDED."nextDueOn", "dueSince" = EXCLUDED."dueSince", "isObsolete" = EXCLUDED."isObsolete",
    "replacedById" = EXCLUDED."replacedById";
END $$;

CREATE FUNCTION settle_standing_of_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM settle_page_standing(NEW."pageId");
  RETURN NULL;
END $$;
CREATE TRIGGER review_settles_standing AFTER INSERT ON "KnowledgeReview" FOR EACH ROW EXECUTE FUNCTION settle_standing_of_row();
CREATE TRIGGER reason_settles_standing AFTER INSERT ON "ReviewReason" FOR EACH ROW EXECUTE FUNCTION settle_standing_of_row();
CREATE TRIGGER report_settles_standing AFTER INSERT OR UPDATE ON "ReaderReport" FOR EACH ROW EXECUTE FUNCTION settle_standing_of_row();
