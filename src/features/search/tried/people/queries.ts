import 'server-only';
import type { Context } from '@/foundation/context';
import { pool } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { anyWord } from '../../candidates/words';
import { audienceKeysOf, canSearch } from '../../policy';

/** A name that happens to be a word of the problem says nothing; two words of a profile do. */
const WORDS_LEAST = 2;
/** What share of a profile's words the problem says at least. */
const SHARE_LEAST = 0.25;

/**
 * People whose profile is largely about a problem. A profile is a few words and a problem is many, so
 * it is asked how much of the profile the problem says, and not the other way round.
 * @param words those of the problem that the index knows
 */
export async function listPeopleFor(
  { actor }: Context,
  words: readonly string[],
  most: number,
): Promise<string[]> {
  authorize(canSearch(actor));
  const { rows } = await pool.query<{ key: string }>(
    `WITH word AS MATERIALIZED (
       SELECT DISTINCT to_tsquery('english', quote_literal(w.word)) AS query FROM unnest($1::text[]) AS w (word)),
     asked AS MATERIALIZED (SELECT ${anyWord('$1')} AS words)
     SELECT e.kind || ' ' || e."subjectId" AS key
       FROM asked JOIN "SearchEntry" e ON e.tsv @@ asked.words,
            LATERAL (SELECT count(*) FROM word WHERE e.tsv @@ query) AS met (words)
      WHERE e.kind = 'person' AND met.words >= ${WORDS_LEAST} AND met.words >= ${SHARE_LEAST} * length(e.tsv)
        AND ($2::text[] IS NULL OR e.audience IS NULL OR e.audience && $2)
      ORDER BY met.words::float8 / length(e.tsv) DESC, e."subjectId" LIMIT $3`,
    [words, audienceKeysOf(actor), most],
  );
  return rows.map(({ key }) => key);
}
