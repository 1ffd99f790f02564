import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import { canEditSynonyms, canSearch } from '../policy';

const PAGE = 50;

export type SynonymGroup = { id: string; terms: string[] };

/** Acronyms and synonyms by their first term; everybody may see what search understands. */
export async function listSynonyms(
  { actor }: Context,
  cursor?: string,
): Promise<Page<SynonymGroup> & { canEdit: boolean }> {
  authorize(canSearch(actor));
  const [afterTerm = null, afterId = null] = decodeCursor(cursor, 2) ?? [];
  const rows = await db.$queryRaw<SynonymGroup[]>`
    SELECT id, terms FROM "SearchSynonym"
     WHERE ${afterId}::text IS NULL OR (lower(terms[1]), id) > (lower(${afterTerm}::text), ${afterId})
     ORDER BY lower(terms[1]), id LIMIT ${PAGE + 1}`;
  const page = pageOf(rows, PAGE, ({ id, terms }) => encodeCursor([terms[0] ?? '', id]));
  return { ...page, canEdit: canEditSynonyms(actor) };
}
