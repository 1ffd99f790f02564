import { GRACE_DAYS } from '../freshness';

/** What no word leads to must be nearer in meaning than this; measured in docs/benchmarks.md. */
export const NEARNESS_MIN = 0.6;
const BEST_OF_EACH = 200;
const NEAR_TITLES = 200;
const UNITS_SHOWN = 8;
/** What share of the weight of all words an entry must carry when it does not carry every word. */
const SHARE_MIN = 0.45;
/** Of a text's body, subtitle, headings and title. */
const FIELD_WEIGHTS = `'{0.1, 0.25, 0.5, 1.0}'`;

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

/**
 * Everything found, in one statement: by every word, by rare words, by near titles, by meaning. Who
 * asks decides what is seen; each facet counts under the filters of the others; what comes back are
 * the best of each way, to be fused.
 *
 * $1 ways to say it, $2 words and $3 their weights, $4 rare words, $5 the words as typed,
 * $6 kinds, $7 ids, $8 parts and $9 scores of what is near in meaning, $10 who asks (null: everything),
 * $11 kind, $12 squad, $13 guild, $14 freshness, $15 changed since, $16 today, $17 now
 */
export const CANDIDATES_STATEMENT = `
  WITH asked AS MATERIALIZED (
    SELECT ${everyWord('$1')} AS every, ${anyWord('$4')} AS rare),
  word AS MATERIALIZED (
    SELECT to_tsquery('english', quote_literal(w.word)) AS query, w.weight
      FROM unnest($2::text[], $3::float8[]) AS w (word, weight)),
  known AS MATERIALIZED (SELECT * FROM word WHERE numnode(query) > 0),
  ways AS (
    SELECT e.kind, e."subjectId", 'every' AS way, ts_rank_cd(${FIELD_WEIGHTS}, e.tsv, asked.every, 1)::float8 AS score, NULL::int AS part
      FROM asked JOIN "SearchEntry" e ON e.tsv @@ asked.every
    UNION ALL
    SELECT * FROM (
      SELECT e.kind, e."subjectId", 'rare', (SELECT coalesce(sum(weight * ts_rank(${FIELD_WEIGHTS}, e.tsv, query, 1)), 0)
               FROM known WHERE e.tsv @@ query)
             * power((SELECT sum(weight) FROM known WHERE e.tsv @@ query) / (SELECT sum(weight) FROM known), 2) AS score, NULL::int
        FROM asked JOIN "SearchEntry" e ON e.tsv @@ asked.rare
       WHERE (SELECT count(*) FROM known) > 1
         AND (SELECT coalesce(sum(weight), 0) FROM known WHERE e.tsv @@ query) >= ${SHARE_MIN} * (SELECT sum(weight) FROM known)) AS rare
    UNION ALL
    SELECT kind, subject_id, 'title', nearness, NULL FROM near_titles($5, NULL, ${NEAR_TITLES})
    UNION ALL
    SELECT kind, id, 'meaning', score, part FROM unnest($6::text[], $7::text[], $8::int[], $9::float8[]) AS near (kind, id, part, score)),
  merged AS (
    SELECT kind, "subjectId", max(score) FILTER (WHERE way = 'every') AS every, max(score) FILTER (WHERE way = 'rare') AS rare,
           max(score) FILTER (WHERE way = 'title') AS title, max(score) FILTER (WHERE way = 'meaning') AS meaning, max(part) AS part
      FROM ways GROUP BY kind, "subjectId"
    HAVING bool_or(way <> 'meaning') OR max(score) >= ${NEARNESS_MIN}),
  seen AS MATERIALIZED (
    SELECT f.*, $11::text IS NULL OR f.kind = $11 AS of_kind,
           $12::text IS NULL OR f."squadId" = (SELECT id FROM "OrgUnit" WHERE slug = $12) AS of_squad,
           $13::text IS NULL OR (SELECT id FROM "OrgUnit" WHERE slug = $13) = ANY (f."guildIds") AS of_guild,
           $14::text IS NULL OR f.freshness = $14 AS of_freshness,
           $15::timestamptz IS NULL OR f."changedAt" BETWEEN $15 AND $17 AS of_time
      FROM (SELECT m.*, e."squadId", e."guildIds", e."changedAt", e."squadsUsing",
                   CASE WHEN e."isObsolete" THEN 'obsolete'
                        WHEN e."verifiedAt" IS NULL THEN 'unreviewed'
                        WHEN e."reviewDueOn" IS NULL OR $16::date < e."reviewDueOn" THEN 'fresh'
                        WHEN $16::date > e."reviewDueOn" + ${GRACE_DAYS} THEN 'overdue' ELSE 'due' END AS freshness
              FROM merged m JOIN "SearchEntry" e ON e.kind = m.kind AND e."subjectId" = m."subjectId"
             WHERE $10::text[] IS NULL OR e.audience IS NULL OR e.audience && $10) AS f)
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
    (SELECT json_agg(json_build_object('key', kind || ' ' || "subjectId", 'every', every_at, 'rare', rare_at, 'title', title_at,
              'meaning', meaning_at, 'score', meaning, 'part', part, 'freshness', freshness, 'squadsUsing', "squadsUsing"))
      FROM (SELECT *,
              CASE WHEN every IS NOT NULL THEN row_number() OVER (ORDER BY every DESC NULLS LAST, "changedAt" DESC, kind, "subjectId") END AS every_at,
              CASE WHEN rare IS NOT NULL THEN row_number() OVER (ORDER BY rare DESC NULLS LAST, "changedAt" DESC, kind, "subjectId") END AS rare_at,
              CASE WHEN title IS NOT NULL THEN row_number() OVER (ORDER BY title DESC NULLS LAST, "changedAt" DESC, kind, "subjectId") END AS title_at,
              CASE WHEN meaning IS NOT NULL THEN row_number() OVER (ORDER BY meaning DESC NULLS LAST, "changedAt" DESC, kind, "subjectId") END AS meaning_at
              FROM seen WHERE of_kind AND of_squad AND of_guild AND of_freshness AND of_time) AS ranked
     WHERE least(every_at, rare_at, title_at, meaning_at) <= ${BEST_OF_EACH}) AS candidates`;
