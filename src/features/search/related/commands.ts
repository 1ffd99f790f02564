import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import type { MeaningTable } from '../meaning/vectors';
import { canRebuildIndex } from '../policy';

const KEPT = 8;
/** Below this, two texts share a language and not a subject. */
const NEARNESS_MIN = 0.55;
/** A word of so many titles says nothing about what is related. */
const COMMON_WORD_ENTRIES = 200;

const RELATED_KINDS = ['page', 'technique'];
const mayRelate = (key: string) => RELATED_KINDS.some((kind) => key.startsWith(`${kind} `));

/** Pages that have no neighbours on record yet. */
export async function listUnrelated({ actor }: Context): Promise<string[]> {
  authorize(canRebuildIndex(actor));
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT e.kind || ' ' || e."subjectId" AS key FROM "SearchEntry" e
     WHERE e.kind = 'page' AND NOT EXISTS (
       SELECT 1 FROM "SearchRelated" r WHERE r.kind = e.kind AND r."subjectId" = e."subjectId")`;
  return rows.map(({ key }) => key);
}

/**
 * Finds what is near a page and stores it, by meaning where meanings are known, by rare words otherwise.
 * @returns the pages among them, which may have this one for a neighbour now
 */
export async function relate(
  { actor }: Context,
  key: string,
  table: MeaningTable | null,
): Promise<string[]> {
  authorize(canRebuildIndex(actor));
  const [kind = '', subjectId = ''] = key.split(' ');
  if (kind !== 'page') return [];
  const whole = table?.partsOf(key).find(({ part }) => part === 0);
  const near = whole
    ? (table as MeaningTable)
        .nearest(whole.bytes, KEPT, { isWanted: (other) => other !== key && mayRelate(other) })
        .filter(({ score }) => score >= NEARNESS_MIN)
        .map((found) => found.key)
    : await listNearWords(kind, subjectId);
  const pairs = near.map((found) => found.split(' ') as [string, string]);
  await db.$transaction([
    db.searchRelated.deleteMany({ where: { kind, subjectId } }),
    db.$executeRaw`
      INSERT INTO "SearchRelated" (kind, "subjectId", position, "relatedKind", "relatedId")
      SELECT own.kind, own."subjectId", row_number() OVER (ORDER BY near.at), e.kind, e."subjectId"
        FROM unnest(${pairs.map(([of]) => of)}::text[], ${pairs.map(([, id]) => id)}::text[]) WITH ORDINALITY AS near (kind, id, at)
        JOIN "SearchEntry" e ON e.kind = near.kind AND e."subjectId" = near.id
        JOIN "SearchEntry" own ON own.kind = ${kind} AND own."subjectId" = ${subjectId}
      ON CONFLICT DO NOTHING`,
  ]);
  return near.filter((found) => found.startsWith('page '));
}

/** Pages and techniques that share the rarer words of a title. */
async function listNearWords(kind: string, subjectId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    WITH own AS (
      SELECT to_tsquery('english', string_agg(quote_literal(w.word), ' | ')) AS words
        FROM "SearchEntry" e, regexp_split_to_table(lower(e.title), '[^[:alnum:]]+') AS t (word)
        JOIN "SearchWord" w ON w.word = t.word AND w.entries < ${COMMON_WORD_ENTRIES}
       WHERE e.kind = ${kind} AND e."subjectId" = ${subjectId})
    SELECT e.kind || ' ' || e."subjectId" AS key
      FROM own, "SearchEntry" e
     WHERE e.tsv @@ own.words AND e.kind = ANY (${RELATED_KINDS}) AND NOT (e.kind = ${kind} AND e."subjectId" = ${subjectId})
     ORDER BY ts_rank_cd(e.tsv, own.words, 1) DESC, e."subjectId" LIMIT ${KEPT}`;
  return rows.map(({ key }) => key);
}
