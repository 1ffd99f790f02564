-- What an entry says besides its words: whether it is still true, who may see it, where it belongs,
-- and how many squads rely on it. Freshness itself is judged when somebody asks.
ALTER TABLE "SearchEntry"
  ADD COLUMN "partOf" TEXT,
  ADD COLUMN "headings" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "squadId" TEXT,
  ADD COLUMN "guildIds" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "audience" TEXT[],
  ADD COLUMN "reviewDueOn" DATE,
  ADD COLUMN "verifiedAt" TIMESTAMPTZ(3),
  ADD COLUMN "isObsolete" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "squadsUsing" INTEGER NOT NULL DEFAULT 0,
  DROP COLUMN "tsv";

ALTER TABLE "SearchEntry" ADD COLUMN "tsv" tsvector GENERATED ALWAYS AS (
  (((setweight(to_tsvector('english'::regconfig, title), 'A'::"char")
  || setweight(to_tsvector('english'::regconfig, headings), 'B'::"char"))
  || setweight(to_tsvector('english'::regconfig, subtitle), 'C'::"char"))
  || setweight(to_tsvector('english'::regconfig, body), 'D'::"char"))) STORED;

CREATE INDEX "SearchEntry_tsv_idx" ON "SearchEntry" USING GIN ("tsv");
CREATE INDEX "SearchEntry_kind_partOf_idx" ON "SearchEntry" ("kind", "partOf");

-- The parts of a long text that have a heading of their own, to be jumped to.
CREATE TABLE "SearchSection" (
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "anchor" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "tsv" tsvector GENERATED ALWAYS AS ((setweight(to_tsvector('english'::regconfig, heading), 'A'::"char") || setweight(to_tsvector('english'::regconfig, body), 'D'::"char"))) STORED,

    CONSTRAINT "SearchSection_pkey" PRIMARY KEY ("kind", "subjectId", "part"),
    CONSTRAINT "SearchSection_entry_fkey" FOREIGN KEY ("kind", "subjectId") REFERENCES "SearchEntry"("kind", "subjectId") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT search_section_part_from_one CHECK ("part" >= 1)
);

-- What a text means, as numbers: eight bits a dimension. Part 0 is the whole, others are sections.
CREATE TABLE "SearchVector" (
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "embeddedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchVector_pkey" PRIMARY KEY ("kind", "subjectId", "part"),
    CONSTRAINT "SearchVector_entry_fkey" FOREIGN KEY ("kind", "subjectId") REFERENCES "SearchEntry"("kind", "subjectId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What still has to be embedded, oldest first: taken row by row, so that a stop loses nothing.
CREATE TABLE "SearchVectorTask" (
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SearchVectorTask_pkey" PRIMARY KEY ("kind", "subjectId"),
    CONSTRAINT "SearchVectorTask_entry_fkey" FOREIGN KEY ("kind", "subjectId") REFERENCES "SearchEntry"("kind", "subjectId") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "SearchVectorTask_requestedAt_idx" ON "SearchVectorTask" ("requestedAt");

-- Every change of a vector under a number that only grows, so that what is held in memory can catch up.
CREATE TABLE "SearchVectorChange" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchVectorChange_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SearchRelated" (
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "relatedKind" TEXT NOT NULL,
    "relatedId" TEXT NOT NULL,

    CONSTRAINT "SearchRelated_pkey" PRIMARY KEY ("kind", "subjectId", "position"),
    CONSTRAINT "SearchRelated_entry_fkey" FOREIGN KEY ("kind", "subjectId") REFERENCES "SearchEntry"("kind", "subjectId") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SearchRelated_related_fkey" FOREIGN KEY ("relatedKind", "relatedId") REFERENCES "SearchEntry"("kind", "subjectId") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "SearchRelated_relatedKind_relatedId_idx" ON "SearchRelated" ("relatedKind", "relatedId");

-- The words of the index and how many entries carry them: for "did you mean".
CREATE TABLE "SearchWord" (
    "word" TEXT COLLATE "C" NOT NULL,
    "entries" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("word")
);
CREATE INDEX search_word_trgm ON "SearchWord" USING gin (word gin_trgm_ops);

-- Acronyms and synonyms: each row holds words that mean the same.
CREATE TABLE "SearchSynonym" (
    "id" TEXT NOT NULL,
    "terms" TEXT[] NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchSynonym_pkey" PRIMARY KEY ("id"),
    CONSTRAINT search_synonym_two_terms CHECK (cardinality(terms) BETWEEN 2 AND 12)
);

-- Searches that found nothing, as totals, without who searched. A question was left on purpose.
CREATE TABLE "SearchMiss" (
    "query" TEXT NOT NULL,
    "searches" INTEGER NOT NULL DEFAULT 0,
    "questions" INTEGER NOT NULL DEFAULT 0,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchMiss_pkey" PRIMARY KEY ("query"),
    CONSTRAINT search_miss_counts CHECK ("searches" >= 0 AND "questions" >= 0)
);
CREATE INDEX "SearchMiss_lastAt_idx" ON "SearchMiss" ("lastAt" DESC);
