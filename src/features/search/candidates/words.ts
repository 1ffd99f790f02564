/**
 * The words in any of the ways to say them, for the passages that are shown; `search_candidates` in
 * prisma/migrations reads what is looked for in the same way.
 * @param ways the parameter with the ways
 * @param begun the parameter with what was typed, when its last word may be only begun; null otherwise
 */
export const everyWord = (ways: string, begun: string) => `(
  SELECT coalesce(string_agg('(' || said || ')', ' | '), '')::tsquery
    FROM (SELECT websearch_to_tsquery('english', way)::text AS said FROM unnest(${ways}::text[]) AS w (way)
          UNION
          SELECT to_tsquery('english', NULLIF(regexp_replace(
            websearch_to_tsquery('simple', ${begun}::text)::text, '(''[^'']+'')$', '\\1:*'), ''))::text) AS ways
   WHERE said <> '')`;

export const anyWord = (words: string) => `(
  SELECT coalesce(string_agg(said, ' | '), '')::tsquery
    FROM (SELECT to_tsquery('english', quote_literal(word))::text AS said FROM unnest(${words}::text[]) AS w (word)) AS each
   WHERE said <> '')`;
