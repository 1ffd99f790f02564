import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { type PageTrace, TOLD_ACTIONS, type ToldAction, wordsOf } from './words';

const SHOWN = 20;

/** What happened around a page's text: who changed its place, its kind or those who keep it, and when. */
export type ChangeAround = { id: string; at: Date; by: string; words: string[] };

type Row = PageTrace & { id: bigint; at: Date; by: string; action: ToldAction };

/** The latest of these changes; of a page that is no draft, whose trail others may read. */
export async function listChangesAround(_ctx: Context, pageId: string): Promise<ChangeAround[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id, a.at, a."actorName" AS by, a.action, a.before, a.after,
           (SELECT jsonb_object_agg(named.id, named.name) FROM (
              SELECT k.id, k.name FROM "Person" k
               WHERE k.id IN (SELECT jsonb_array_elements_text(
                       coalesce(a.before->'stewardIds', '[]') || coalesce(a.after->'stewardIds', '[]')))
              UNION ALL
              SELECT u.id, u.name FROM "OrgUnit" u
               WHERE u.id IN (a.before->>'ownerUnitId', a.after->>'ownerUnitId')) AS named) AS names
      FROM "AuditEntry" a
      JOIN "WikiPage" p ON p.id = a."subjectId" AND p."publishedAt" IS NOT NULL
     WHERE a."subjectKind" = 'page' AND a."subjectId" = ${pageId} AND a.action = ANY (${[...TOLD_ACTIONS]}::text[])
     ORDER BY a.at DESC, a.id DESC LIMIT ${SHOWN}`;
  return rows.flatMap(({ id, at, by, ...trace }) => {
    const words = wordsOf(trace);
    return words.length === 0 ? [] : [{ id: String(id), at, by, words }];
  });
}
