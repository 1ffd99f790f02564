import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Page, pageOf } from '@/foundation/pagination';
import { canArchivePage, type PageFacts } from '../policy';

export type ArchivedPage = {
  id: string;
  title: string;
  path: string;
  archivedAt: Date;
  archivedBy: { name: string; handle: string } | null;
  canReinstate: boolean;
};

type Row = Omit<ArchivedPage, 'canReinstate'> & PageFacts & { exactAt: string };

/** The pages of a space that were taken off its shelves, latest first; drafts are nobody else's business. */
export async function listArchive(
  { actor }: Context,
  spaceId: string,
  cursor?: string,
): Promise<Page<ArchivedPage>> {
  const [before = null, afterId = null] = decodeCursor(cursor, 2) ?? [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id, p.title, p.path, p."archivedAt", p."archivedAt"::text AS "exactAt", false AS "isDraft", p."begunById",
           p."ownerUnitId", s."ownerUnitId" AS "spaceOwnerUnitId",
           ARRAY(SELECT w."personId" FROM "WikiSteward" w WHERE w."pageId" = p.id) AS "stewardIds",
           CASE WHEN k.id IS NOT NULL THEN json_build_object('name', k.name, 'handle', k.handle) END AS "archivedBy"
      FROM "WikiPage" p
      JOIN "WikiSpace" s ON s.id = p."spaceId"
      LEFT JOIN "Person" k ON k.id = p."archivedById"
     WHERE p."spaceId" = ${spaceId} AND p."archivedAt" IS NOT NULL AND p."publishedAt" IS NOT NULL
       AND (${afterId}::text IS NULL OR p."archivedAt" < ${before}::timestamptz
            OR (p."archivedAt" = ${before}::timestamptz AND p.id > ${afterId}))
     ORDER BY p."archivedAt" DESC, p.id LIMIT ${PAGE_SIZE + 1}`;
  const page = pageOf(rows, PAGE_SIZE, ({ exactAt, id }) => encodeCursor([exactAt, id]));
  return {
    ...page,
    items: page.items.map((row) => ({
      id: row.id,
      title: row.title,
      path: row.path,
      archivedAt: row.archivedAt,
      archivedBy: row.archivedBy,
      canReinstate: canArchivePage(actor, row),
    })),
  };
}
