import 'server-only';
import { db } from '@/foundation/db';
import { standingLine, type ToldStanding } from '../words';

/**
 * What a page takes along about its being true, by page.
 * @param now what holds at this moment; without it, what holds whenever it is read
 */
export async function listStandingLines(
  pageIds: readonly string[],
  now: Date | null,
): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<(ToldStanding & { id: string })[]>`
    SELECT p.id, p.kind::text AS kind, p."createdAt", st."checkedAt", st."nextDueOn", st."dueSince",
           coalesce(st."isObsolete", false) AS "isObsolete", k.name AS "checkedBy",
           coalesce(c.against, '') AS against, x.title AS "replacedBy"
      FROM "WikiPage" p
      LEFT JOIN "PageStanding" st ON st."pageId" = p.id
      LEFT JOIN "KnowledgeReview" c ON c.id = st."lastCheckId"
      LEFT JOIN "Person" k ON k.id = c."reviewerId"
      LEFT JOIN "WikiPage" x ON x.id = st."replacedById"
     WHERE p.id = ANY (${[...pageIds]})`;
  return new Map(
    rows.map(({ id, ...page }) => {
      // As of what last changed it, the line names its days and so stays true.
      const at = now ?? page.dueSince ?? page.checkedAt ?? page.createdAt;
      return [id, standingLine(page, at)];
    }),
  );
}
