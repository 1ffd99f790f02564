import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { SEARCH_BATCH, type SearchSubject } from '@/foundation/search-subject';
import { pageHref } from '../addresses';
import { type PageKind, pageKindName } from '../kinds';
import { sectionsOfHtml, textOfHtml } from '../rendering/plain-text';
import { trustOf } from '../reviews/freshness';
import { readStanding, type StandingJson } from '../reviews/read-review';
import { STANDING } from '../reviews/statement';

type SearchRow = Omit<SearchSubject, 'body' | 'subtitle' | 'address'> & {
  html: string;
  kind: PageKind;
  spaceName: string;
  spaceSlug: string;
  path: string;
  standing: StandingJson;
};

/** Pages for the search index; those in the archive are not found. */
export async function listPagesForSearch(
  _ctx: Context,
  ids: string[] | null,
  after: string | null,
): Promise<SearchSubject[]> {
  const rows = await db.$queryRaw<SearchRow[]>`
    SELECT p.id AS "subjectId", p.title, p.kind::text AS kind, p.path, r.html,
           s.name AS "spaceName", s.slug AS "spaceSlug",
           coalesce(p."ownerUnitId", s."ownerUnitId") AS "unitId", p."editedAt" AS "changedAt",
           ${Prisma.raw(STANDING)} AS standing
      FROM "WikiPage" p
      JOIN "WikiSpace" s ON s.id = p."spaceId"
      JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
     WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
       AND (${ids}::text[] IS NULL OR p.id = ANY (${ids}::text[]))
       AND (${after}::text IS NULL OR p.id > ${after})
     ORDER BY p.id LIMIT ${SEARCH_BATCH}`;
  return rows.map(({ html, kind, spaceName, spaceSlug, path, standing, ...subject }) => ({
    ...subject,
    ...trustOf(readStanding(standing)),
    subtitle: `${pageKindName(kind)} · ${spaceName}`,
    body: textOfHtml(html),
    isPlain: true,
    sections: sectionsOfHtml(html),
    address: pageHref({ spaceSlug, path }),
  }));
}
