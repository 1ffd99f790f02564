-- As before, but three things are cheaper where thousands of texts are ranked: a single word is scored without a
-- list of one, what is seen is not written down a second time, and what is near in meaning is looked up among
-- what the words found (NOT IN, which makes a table to look up in) and not compared with each of it. The whole
-- function is given again.

-- Finds entries, scores and counts them. A function, because the plan of a statement this long takes longer
-- than its work, and here it is kept. Everything found: by every word, by rare words, by near titles, by
-- meaning. Each is scored for its words and for its meaning, and the sum decides; what the words found and
-- is not among the nearest in meaning counts as just beyond them. Who asks decides what is seen. What is
-- seen is counted once, by everything that it can be narrowed by.
--
-- The figures were chosen on half of the questions of docs/benchmarks.md, and reported on the other half:
--   0.6          how much of the closeness is meaning, where meanings are known; the rest is words
--   0.05         what a near title adds to either
--   0.42, 0.3    nearness in meaning and the share of the words' weight, together: where nothing reaches the
--                first, says every word or has nearly the title (0.6), there is nothing close; where something
--                does, what reaches the second is shown, too. How long a text is does not count here.
--   0.7 to 1.0   a word in body, subtitle, headings, title: it counts almost as much wherever it stands
--   200, 4       a text of 200 different words counts as it is, a longer one says each of them less; a book is
--                as long as four usual texts, and no longer
--   20           where so many texts say every word, what says only some of them is not looked for; where fewer
--                do, words are looked for one by one until they lead to
--   250          entries; where none does, as far as the caller asks, and then near titles are looked for, too,
--   60           if what was typed is not longer than a title
--   2000         so many texts that carry the words are ranked and counted; of more, those that pass the
--                filters and have the words in their titles first
--
-- ways: ways to say it; begun: what was typed, when its last word may be only begun; words and weights: what
-- counts; rare and reached: words to look for alone, with how many entries they lead to together; typed: as it
-- was typed; near_*: what is near in meaning; keys: who asks (null: sees everything); moments: now, and where
-- a week, a month and a year before began.
CREATE OR REPLACE FUNCTION search_candidates(
  ways text[], begun text, words text[], weights float8[], rare text[], reached integer[], typed text,
  near_kinds text[], near_ids text[], near_parts integer[], near_scores float8[], keys text[],
  of_kind text, of_squad text, of_guild text, of_freshness text, of_ages text[], today date, moments timestamptz[])
RETURNS TABLE ("isMore" boolean, counts json, units json, best json)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_variable
DECLARE
  fields CONSTANT float4[] := '{0.7, 0.8, 0.9, 1.0}';
  ranked_most CONSTANT integer := 2000;
  enough CONSTANT integer := 20;
  every tsquery;
  in_title tsquery;
  wanted tsquery;
  known tsquery[];
  only_known tsquery;
  shares float8[];
  is_more_than_known boolean;
  full_texts bigint;
  far float8 := (SELECT min(score) FROM unnest(near_scores) AS near (score));
  meant float8 := CASE WHEN far IS NULL THEN 0 ELSE 0.6 END;
  squad text := (SELECT id FROM "OrgUnit" WHERE slug = of_squad);
  guild text := (SELECT id FROM "OrgUnit" WHERE slug = of_guild);
BEGIN
  SELECT coalesce(string_agg('(' || said || ')', ' | '), '')::tsquery INTO every
    FROM (SELECT websearch_to_tsquery('english', way)::text AS said FROM unnest(ways) AS w (way)
          UNION
          SELECT to_tsquery('english', NULLIF(regexp_replace(
            websearch_to_tsquery('simple', begun)::text, '(''[^'']+'')$', '\1:*'), ''))::text) AS said_so
   WHERE said <> '';
  in_title := regexp_replace(every::text, '(''[^'']+'')(:(\*))?', '\1:\3A', 'g')::tsquery;
  SELECT array_agg(query), array_agg(share) INTO known, shares
    FROM (SELECT query, weight / sum(weight) OVER () AS share
            FROM (SELECT to_tsquery('english', quote_literal(word)) AS query, weight FROM unnest(words, weights) AS w (word, weight)) AS read
           WHERE numnode(query) > 0) AS weighed;
  only_known := CASE WHEN cardinality(known) = 1 THEN known[1] END;
  is_more_than_known := numnode(every) > 1 OR known IS NULL;
  SELECT count(*) INTO full_texts FROM (
    SELECT FROM "SearchEntry" e
     WHERE e.tsv @@ every AND (keys IS NULL OR e.audience IS NULL OR e.audience && keys) LIMIT enough) AS these;
  SELECT every || coalesce(string_agg(said, ' | ')::tsquery, '') INTO wanted
    FROM (SELECT to_tsquery('english', quote_literal(word))::text AS said, until FROM unnest(rare, reached) AS w (word, until)) AS each
   WHERE said <> '' AND full_texts < enough AND (full_texts = 0 OR until <= 250);

  RETURN QUERY
  WITH readable AS NOT MATERIALIZED (
    SELECT e.*, state.*,
           (of_kind IS NULL OR e.kind = of_kind) AND (of_squad IS NULL OR e."squadId" = squad)
           AND (of_guild IS NULL OR guild = ANY (e."guildIds")) AND (of_freshness IS NULL OR state.freshness = of_freshness)
           AND (of_ages IS NULL OR state.age = ANY (of_ages)) AS fits
      FROM "SearchEntry" e, LATERAL (SELECT
        CASE WHEN e."isObsolete" THEN 'obsolete'
             WHEN e."verifiedAt" IS NULL THEN 'unreviewed'
             WHEN e."reviewDueOn" IS NULL OR today < e."reviewDueOn" THEN 'fresh'
             WHEN today > e."reviewDueOn" + 30 THEN 'overdue' ELSE 'due' END AS freshness,
        CASE WHEN e."changedAt" > moments[1] THEN 'later' WHEN e."changedAt" >= moments[2] THEN 'week'
             WHEN e."changedAt" >= moments[3] THEN 'month' WHEN e."changedAt" >= moments[4] THEN 'year' ELSE 'before' END AS age) AS state
     WHERE keys IS NULL OR e.audience IS NULL OR e.audience && keys),
  matching AS MATERIALIZED (
    SELECT r.kind, r."subjectId", r."squadId", r."guildIds", r."squadsUsing", r."changedAt", r.freshness, r.age, r.fits,
           r.tsv, way.is_full, way.is_full AND r.tsv @@ in_title AS is_title
      FROM readable r, LATERAL (SELECT r.tsv @@ every AS is_full OFFSET 0) AS way
     WHERE r.tsv @@ wanted
     ORDER BY r.fits DESC, is_title DESC LIMIT ranked_most),
  hinted AS MATERIALIZED (
    SELECT hint.kind, hint.id, max(hint.title) AS title, max(hint.meaning) AS meaning, max(hint.part) AS part
      FROM (SELECT t.kind, t.subject_id AS id, t.nearness AS title, NULL::float8 AS meaning, NULL::integer AS part
              FROM near_titles(typed, NULL, 200) AS t WHERE full_texts = 0 AND length(typed) <= 60
            UNION ALL
            SELECT n.kind, n.id, NULL, n.score, n.part FROM unnest(near_kinds, near_ids, near_parts, near_scores) AS n (kind, id, part, score)) AS hint
     GROUP BY 1, 2),
  met AS (
    SELECT m.*, h.title, h.meaning, h.part FROM matching m LEFT JOIN hinted h ON h.kind = m.kind AND h.id = m."subjectId"
    UNION ALL
    SELECT r.kind, r."subjectId", r."squadId", r."guildIds", r."squadsUsing", r."changedAt", r.freshness, r.age, r.fits,
           r.tsv, false, false, h.title, h.meaning, h.part
      FROM hinted h JOIN readable r ON r.kind = h.kind AND r."subjectId" = h.id
     WHERE (h.kind, h.id) NOT IN (SELECT m.kind, m."subjectId" FROM matching m)),
  judged AS (
    SELECT m.kind, m."subjectId", m."squadId", m."guildIds", m."squadsUsing", m."changedAt", m.freshness, m.age, m.fits, m.is_full,
           greatest(CASE WHEN only_known IS NOT NULL THEN ts_rank(fields, m.tsv, only_known)
                         ELSE (SELECT sum(w.share * ts_rank(fields, m.tsv, w.query)) FROM unnest(known, shares) AS w (query, share)) END,
                    CASE WHEN m.is_full AND is_more_than_known THEN ts_rank(fields, m.tsv, every) END)
             / (0.7 + 0.3 * least(length(m.tsv) / 200.0, 4)) AS said,
           CASE WHEN m.is_full THEN 1 ELSE (SELECT sum(w.share) FROM unnest(known, shares) AS w (query, share) WHERE m.tsv @@ w.query) END AS covered,
           greatest(m.title, CASE WHEN m.is_title THEN 1 END) AS title, m.meaning, m.part
      FROM met m),
  near AS MATERIALIZED (
    SELECT m.*, n.nearness + (1 - meant) * coalesce(m.said, 0) + 0.05 * coalesce(m.title, 0) AS closeness,
           m.is_full OR (m.title >= 0.6) IS TRUE OR n.nearness + (1 - meant) * coalesce(m.covered, 0) >= 0.42 AS is_close
      FROM judged m, LATERAL (SELECT meant * coalesce(m.meaning, far, 0) AS nearness) AS n
     WHERE m.is_full OR m.title >= 0.6 OR n.nearness + (1 - meant) * coalesce(m.covered, 0) >= 0.3),
  seen AS NOT MATERIALIZED (SELECT * FROM near WHERE (SELECT bool_or(is_close) FROM near)),
  counted AS MATERIALIZED (
    SELECT s.kind, s.freshness, s."squadId", s."guildIds", s.age, count(*)::integer AS n FROM seen s GROUP BY 1, 2, 3, 4, 5)
  SELECT
    (SELECT count(*) FROM matching) = ranked_most,
    (SELECT json_agg(json_build_array(c.kind, c.freshness, c."squadId", c."guildIds", c.age, c.n)) FROM counted c),
    (SELECT json_object_agg(u.id, json_build_array(u.slug, u.name)) FROM "OrgUnit" u
      WHERE u.id IN (SELECT c."squadId" FROM counted c UNION SELECT unnest(c."guildIds") FROM counted c)),
    (SELECT json_agg(json_build_array(b.kind, b."subjectId", b.closeness, b.part, b.freshness, b."squadsUsing"))
      FROM (SELECT * FROM seen s WHERE s.fits ORDER BY s.closeness DESC, s."changedAt" DESC, s.kind, s."subjectId" LIMIT 400) AS b);
END $$;
