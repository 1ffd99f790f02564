import 'server-only';
import type { Context } from '@/foundation/context';
import { authorize } from '@/foundation/errors';
import { askPrepared } from '@/foundation/prepared';
import { canSearch } from '../policy';
import { type AskedWord, type Understanding, understand } from './understanding';
import { wordsOf } from './words';

const WORDS_MAX = 40;
/** Shorter words have so many neighbours that any guess is as good as another. */
const MENDED_FROM = 4;

type Row = { words: AskedWord[] | null; synonyms: string[][] | null; total: number };

/** Beyond every letter: what lies between a beginning and this begins so. */
const AFTER_ALL = 'chr(1114111)';

/**
 * Of each word asked for: how many entries carry it, and, when the index knows none that begins so,
 * those that are near: alike in threes of letters, or with the same ends; about as long in any case.
 */
const STATEMENT = `
  SELECT (SELECT json_agg(json_build_object('word', a.word, 'entries', coalesce(k.entries, 0), 'isKnown', a.known,
            'candidates', CASE WHEN a.known OR length(a.word) < ${MENDED_FROM} THEN '[]'::json ELSE coalesce((
              SELECT json_agg(json_build_object('word', near.word, 'entries', near.entries)) FROM (
                SELECT w.word, w.entries FROM "SearchWord" w
                 WHERE w.word % a.word AND length(w.word) BETWEEN length(a.word) - 2 AND length(a.word) + 2
                UNION
                SELECT w.word, w.entries FROM "SearchWord" w
                 WHERE left(w.word, 1) = left(a.word, 1) AND right(w.word, 1) = right(a.word, 1)
                   AND length(w.word) BETWEEN length(a.word) - 1 AND length(a.word) + 1) AS near), '[]') END))
            FROM (SELECT asked.word, EXISTS (SELECT 1 FROM "SearchWord" w
                     WHERE w.word COLLATE "C" >= asked.word AND w.word COLLATE "C" < asked.word || ${AFTER_ALL}) AS known
                    FROM unnest($1::text[]) AS asked (word)) a
            LEFT JOIN "SearchWord" k ON k.word = a.word) AS words,
         (SELECT json_agg(to_json(terms)) FROM "SearchSynonym") AS synonyms,
         (SELECT greatest(reltuples, 0)::int FROM pg_class WHERE oid = '"SearchEntry"'::regclass) AS total`;

/** What a search was meant to say, by the index's own words and the list of synonyms. */
export async function understandQuery({ actor }: Context, typed: string): Promise<Understanding> {
  authorize(canSearch(actor));
  const words = [...wordsOf(typed)].slice(0, WORDS_MAX);
  const [row] = await askPrepared<Row>(STATEMENT, [words]);
  return understand(typed, row?.words ?? [], row?.synonyms ?? [], row?.total ?? 0);
}
