import { GRACE_DAYS } from '../freshness';

/**
 * How much of the closeness is meaning, where meanings are known; the rest is words. A near title adds
 * to either. Chosen on half of the questions of docs/benchmarks.md, and reported on the other half.
 */
const MEANING_SHARE = 0.6;
const TITLE_SHARE = 0.05;
/**
 * Nearness in meaning and the share of the words' weight, together: where nothing reaches the first,
 * says every word or has nearly the title, there is nothing close; where something does, what reaches
 * the second is shown, too. How long a text is does not count here.
 */
const CLOSE_MIN = 0.42;
const ROUGHLY_CLOSE_MIN = 0.3;
const SAME_TITLE_MIN = 0.6;
const BEST = 400;
const NEAR_TITLES = 200;
const UNITS_SHOWN = 8;
/** Of a text's body, subtitle, headings and title: a word counts almost as much wherever it stands. */
const FIELD_WEIGHTS = `'{0.7, 0.8, 0.9, 1.0}'`;
/** A text of so many different words counts as it is; a longer one says each of them less. */
const USUAL_LENGTH = 200;

/**
 * The words in any of the ways to say them, the last one also as the beginning of a word.
 * @param ways the parameter with the ways, the typed one first
 */
export const everyWord = (ways: string) => `(
  SELECT coalesce(string_agg('(' || said || ')', ' | '), '')::tsquery
    FROM (SELECT websearch_to_tsquery('english', way)::text AS said FROM unnest(${ways}::text[]) AS w (way)
          UNION
          SELECT to_tsquery('english', NULLIF(regexp_replace(
            websearch_to_tsquery('simple', (${ways}::text[])[1])::text, '(''[^'']+'')$', '\\1:*'), ''))::text) AS ways
   WHERE said <> '')`;

export const anyWord = (words: string) => `(
  SELECT coalesce(string_agg(said, ' | '), '')::tsquery
    FROM (SELECT to_tsquery('english', quote_literal(word))::text AS said FROM unnest(${words}::text[]) AS w (word)) AS each
   WHERE said <> '')`;

/** A book is as long as so many usual texts, and no longer: it may say a thing as well as they do. */
const LENGTHS_MOST = 4;

/**
 * How well a text says the words, much as BM25 counts it: the rarer a word the heavier, the more often
 * it stands there the better but ever less so, and long texts are no better for being long. A text
 * that says every word in one of the ways, the last one perhaps only begun, counts at least for that.
 */
const SAID = `
  greatest(
    (SELECT sum(weight * ts_rank(${FIELD_WEIGHTS}, e.tsv, query)) / sum(weight) FROM known),
    CASE WHEN e.tsv @@ asked.every THEN ts_rank(${FIELD_WEIGHTS}, e.tsv, asked.every) ELSE 0 END)
  / (0.7 + 0.3 * least(length(e.tsv) / ${USUAL_LENGTH}.0, ${LENGTHS_MOST}))`;

/** What share of the weight of the words a text carries. */
const COVERED = `
  CASE WHEN e.tsv @@ asked.every THEN 1
       ELSE (SELECT sum(weight) FILTER (WHERE e.tsv @@ query) / sum(weight) FROM known) END`;

/**
 * Everything found, in one statement: by every word, by rare words, by near titles, by meaning. Each
 * is scored for its words and for its meaning, and the sum decides; what the words found and is not
 * among the nearest in meaning counts as just beyond them. Who asks decides what is seen; each facet
 * counts under the filters of the others.
 *
 * $1 ways to say it, $2 words and $3 their weights, $4 rare words, $5 the words as typed,
 * $6 kinds, $7 ids, $8 parts and $9 scores of what is near in meaning, $10 who asks (null: everything),
 * $11 kind, $12 squad, $13 guild, $14 freshness, $15 changed since, $16 today, $17 now
 */
export const CANDIDATES_STATEMENT = `
  WITH asked AS MATERIALIZED (
    SELECT every, every || ${anyWord('$4')} AS words, far, CASE WHEN far IS NULL THEN 0 ELSE ${MEANING_SHARE} END AS meant
      FROM (SELECT ${everyWord('$1')} AS every, (SELECT min(score) FROM unnest($9::float8[]) AS near (score)) AS far) AS a),
  word AS MATERIALIZED (
    SELECT to_tsquery('english', quote_literal(w.word)) AS query, w.weight
      FROM unnest($2::text[], $3::float8[]) AS w (word, weight)),
  known AS MATERIALIZED (SELECT * FROM word WHERE numnode(query) > 0),
  ways AS (
    SELECT e.kind, e."subjectId", e.tsv @@ asked.every AS every, ${SAID} AS said, ${COVERED} AS covered,
           NULL::float8 AS title, NULL::float8 AS meaning, NULL::int AS part
      FROM asked JOIN "SearchEntry" e ON e.tsv @@ asked.words
    UNION ALL
    SELECT kind, subject_id, NULL, NULL, NULL, nearness, NULL, NULL FROM near_titles($5, NULL, ${NEAR_TITLES})
    UNION ALL
    SELECT kind, id, NULL, NULL, NULL, NULL, score, part FROM unnest($6::text[], $7::text[], $8::int[], $9::float8[]) AS near (kind, id, part, score)),
  merged AS (
    SELECT kind, "subjectId", bool_or(every) AS every, max(said) AS said, max(covered) AS covered,
           max(title) AS title, max(meaning) AS meaning, max(part) AS part
      FROM ways GROUP BY kind, "subjectId"),
  close AS (
    SELECT m.*, near + (1 - meant) * coalesce(said, 0) + ${TITLE_SHARE} * coalesce(title, 0) AS closeness,
           m.every IS TRUE OR (title >= ${SAME_TITLE_MIN}) IS TRUE OR fits >= ${CLOSE_MIN} AS is_close
      FROM asked, merged m,
           LATERAL (SELECT meant * coalesce(meaning, far, 0) AS near) AS n,
           LATERAL (SELECT near + (1 - meant) * coalesce(covered, 0) AS fits) AS f
     WHERE m.every OR title >= ${SAME_TITLE_MIN} OR fits >= ${ROUGHLY_CLOSE_MIN}),
  readable AS MATERIALIZED (
    SELECT c.*, e."squadId", e."guildIds", e."changedAt", e."squadsUsing",
           CASE WHEN e."isObsolete" THEN 'obsolete'
                WHEN e."verifiedAt" IS NULL THEN 'unreviewed'
                WHEN e."reviewDueOn" IS NULL OR $16::date < e."reviewDueOn" THEN 'fresh'
                WHEN $16::date > e."reviewDueOn" + ${GRACE_DAYS} THEN 'overdue' ELSE 'due' END AS freshness
      FROM close c JOIN "SearchEntry" e ON e.kind = c.kind AND e."subjectId" = c."subjectId"
     WHERE $10::text[] IS NULL OR e.audience IS NULL OR e.audience && $10),
  seen AS MATERIALIZED (
    SELECT f.*, $11::text IS NULL OR f.kind = $11 AS of_kind,
           $12::text IS NULL OR f."squadId" = (SELECT id FROM "OrgUnit" WHERE slug = $12) AS of_squad,
           $13::text IS NULL OR (SELECT id FROM "OrgUnit" WHERE slug = $13) = ANY (f."guildIds") AS of_guild,
           $14::text IS NULL OR f.freshness = $14 AS of_freshness,
           $15::timestamptz IS NULL OR f."changedAt" BETWEEN $15 AND $17 AS of_time
      FROM readable f WHERE (SELECT bool_or(is_close) FROM readable))
  SELECT
    (SELECT json_object_agg(kind, n) FROM (SELECT kind, count(*) AS n FROM seen
      WHERE of_squad AND of_guild AND of_freshness AND of_time GROUP BY kind) AS c) AS kinds,
    (SELECT json_object_agg(freshness, n) FROM (SELECT freshness, count(*) AS n FROM seen
      WHERE of_kind AND of_squad AND of_guild AND of_time GROUP BY freshness) AS c) AS freshness,
    (SELECT json_agg(json_build_object('slug', u.slug, 'name', u.name, 'count', c.n) ORDER BY c.n DESC, u.name) FROM (
      SELECT "squadId" AS id, count(*) AS n FROM seen WHERE "squadId" IS NOT NULL AND of_kind AND of_guild AND of_freshness AND of_time
       GROUP BY 1 ORDER BY (SELECT slug FROM "OrgUnit" o WHERE o.id = "squadId") = $12 DESC NULLS LAST, n DESC, id LIMIT ${UNITS_SHOWN}) AS c JOIN "OrgUnit" u ON u.id = c.id) AS squads,
    (SELECT json_agg(json_build_object('slug', u.slug, 'name', u.name, 'count', c.n) ORDER BY c.n DESC, u.name) FROM (
      SELECT id, count(*) AS n FROM seen, unnest("guildIds") AS g (id) WHERE of_kind AND of_squad AND of_freshness AND of_time
       GROUP BY 1 ORDER BY (SELECT slug FROM "OrgUnit" o WHERE o.id = g.id) = $13 DESC NULLS LAST, n DESC, id LIMIT ${UNITS_SHOWN}) AS c JOIN "OrgUnit" u ON u.id = c.id) AS guilds,
    (SELECT json_build_object('week', count(*) FILTER (WHERE "changedAt" > $17::timestamptz - interval '7 days'),
        'month', count(*) FILTER (WHERE "changedAt" > $17::timestamptz - interval '30 days'),
        'year', count(*) FILTER (WHERE "changedAt" > $17::timestamptz - interval '365 days'))
      FROM seen WHERE of_kind AND of_squad AND of_guild AND of_freshness AND "changedAt" <= $17) AS periods,
    (SELECT count(*)::int FROM seen WHERE of_kind AND of_squad AND of_guild AND of_freshness AND of_time) AS total,
    (SELECT json_agg(json_build_object('key', kind || ' ' || "subjectId", 'closeness', closeness, 'part', part,
              'freshness', freshness, 'squadsUsing', "squadsUsing"))
      FROM (SELECT * FROM seen WHERE of_kind AND of_squad AND of_guild AND of_freshness AND of_time
             ORDER BY closeness DESC, "changedAt" DESC, kind, "subjectId" LIMIT ${BEST}) AS best) AS candidates`;
