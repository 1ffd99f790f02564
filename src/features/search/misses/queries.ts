import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import { canSearch } from '../policy';

const PAGE = 30;

export type Miss = { query: string; searches: number; questions: number; lastAt: Date };

/** Searches that found nothing and questions that were left, the most asked first: for gardening. */
export async function listMisses({ actor }: Context, cursor?: string): Promise<Page<Miss>> {
  authorize(canSearch(actor));
  const [times = null, after = null] = decodeCursor(cursor, 2) ?? [];
  const rows = await db.$queryRaw<Miss[]>`
    SELECT query, searches, questions, "lastAt" FROM "SearchMiss"
     WHERE ${times}::int IS NULL OR (-(searches + questions), query) > (-${times}::int, ${after})
     ORDER BY -(searches + questions), query LIMIT ${PAGE + 1}`;
  return pageOf(rows, PAGE, ({ searches, questions, query }) =>
    encodeCursor([String(searches + questions), query]),
  );
}
