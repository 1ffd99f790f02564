import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import type { SearchSubject } from '@/foundation/search-subject';
import { pageHref } from '../../addresses';
import { filesHref } from '../names';
import { READ_TYPES } from './reading';

/** Each may be as long as a book. */
const TOGETHER = 20;

type FileRow = Pick<
  SearchSubject,
  'subjectId' | 'title' | 'body' | 'isPlain' | 'unitId' | 'changedAt'
> & {
  pageId: string | null;
  pageTitle: string | null;
  path: string | null;
  spaceName: string;
  spaceSlug: string;
};

/**
 * Files for the search index, by name and by what they say. One of a draft or of a page in the archive
 * is not found; a hit leads to the page that it is kept with.
 * @param ids files, or pages that they are kept with
 */
export async function listFilesForSearch(
  _ctx: Context,
  ids: string[] | null,
  after: string | null,
): Promise<SearchSubject[]> {
  const rows = await db.$queryRaw<FileRow[]>`
    SELECT a.id AS "subjectId", a.name AS title, coalesce(t.text, '') AS body,
           a.type <> 'text/markdown' AS "isPlain", a."createdAt" AS "changedAt",
           coalesce(p."ownerUnitId", s."ownerUnitId") AS "unitId",
           p.id AS "pageId", p.title AS "pageTitle", p.path, s.name AS "spaceName", s.slug AS "spaceSlug"
      FROM "Attachment" a
      JOIN "WikiSpace" s ON s.id = a."spaceId"
      LEFT JOIN "WikiPage" p ON p.id = a."pageId"
      LEFT JOIN "AttachmentText" t ON t."attachmentId" = a.id
     WHERE a.type = ANY (${[...READ_TYPES]}::text[])
       AND (p.id IS NULL OR (p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL))
       AND (${ids}::text[] IS NULL OR a.id = ANY (${ids}::text[]) OR a."pageId" = ANY (${ids}::text[]))
       AND (${after}::text IS NULL OR a.id > ${after})
     ORDER BY a.id LIMIT ${TOGETHER}`;
  return rows.map(({ pageId, pageTitle, path, spaceName, spaceSlug, ...file }) => ({
    ...file,
    ...(pageId && { partOf: pageId }),
    subtitle: `File ${pageTitle ? `on “${pageTitle}”` : 'of the space'} · ${spaceName}`,
    address: path ? pageHref({ spaceSlug, path }) : filesHref({ spaceSlug }),
  }));
}
