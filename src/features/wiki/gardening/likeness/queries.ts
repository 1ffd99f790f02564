import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import { pageHref } from '../../addresses';
import type { KnownPage } from '../ui/already-there';
import { likenessOf, NEAR, sketchOf } from './sketch';

const SIZE = 40;
const SHOWN_WHILE_WRITING = 4;
/** How alike two titles are, by their trigrams, when one reminds of the other. */
const NEAR_TITLE = 0.45;

type Named = { id: string; title: string; path: string; spaceSlug: string; spaceName: string };
export type LikePair = { likeness: number; page: Named; other: Named };

/** Pairs of pages that say nearly the same, the nearest first; without those that are said to differ. */
export async function listLikePairs(
  _ctx: Context,
  { space, cursor }: { space?: string; cursor?: string },
): Promise<Page<LikePair>> {
  const [share = null, afterId = null, afterOther = null] = decodeCursor(cursor, 3) ?? [];
  const after = share !== null && /^\d{1,4}$/.test(share) ? Number(share) : null;
  const rows = await db.$queryRaw<(LikePair & { share: number })[]>`
    SELECT * FROM (
      SELECT l.likeness, round(l.likeness::numeric * 1000)::int AS share, l."pageId", l."otherId",
             ${named('p', 's')} AS page, ${named('q', 't')} AS other
        FROM "PageLikeness" l
        JOIN "WikiPage" p ON p.id = l."pageId" AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL JOIN "WikiSpace" s ON s.id = p."spaceId"
        JOIN "WikiPage" q ON q.id = l."otherId" AND q."archivedAt" IS NULL AND q."publishedAt" IS NOT NULL JOIN "WikiSpace" t ON t.id = q."spaceId"
        LEFT JOIN "PageStanding" ps ON ps."pageId" = p.id
        LEFT JOIN "PageStanding" qs ON qs."pageId" = q.id
       WHERE NOT coalesce(ps."isObsolete", false) AND NOT coalesce(qs."isObsolete", false)
         AND NOT EXISTS (SELECT 1 FROM "PageDistinction" d WHERE d."pageId" = l."pageId" AND d."otherId" = l."otherId")
         AND (${space ?? null}::text IS NULL OR ${space ?? null} IN (s.slug, t.slug))) AS pair
     WHERE ${after}::int IS NULL OR (share, "pageId", "otherId") < (${after}::int, ${afterId}, ${afterOther})
     ORDER BY share DESC, "pageId" DESC, "otherId" DESC LIMIT ${SIZE + 1}`;
  const { items, nextCursor } = pageOf(rows, SIZE, ({ share: last, page, other }) =>
    encodeCursor([String(last), page.id, other.id]),
  );
  return {
    items: items.map(({ likeness, page, other }) => ({ likeness, page, other })),
    nextCursor,
  };
}

/** What there is already that a new page would say again, by its title and by its words. */
export async function listAlready(
  _ctx: Context,
  draft: { title: string; markdown: string },
): Promise<KnownPage[]> {
  const bands = sketchOf(textOfDraft(draft.markdown));
  const title = draft.title.trim();
  if (!bands && title.length < 4) return [];
  const rows = await db.$queryRaw<(Named & { sketch: number[] | null; titleLikeness: number })[]>`
    SELECT p.id, p.title, p.path, s.slug AS "spaceSlug", s.name AS "spaceName", k.sketch,
           similarity(p.title, ${title}) AS "titleLikeness"
      FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId" LEFT JOIN "PageSketch" k ON k."pageId" = p.id
     WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
       AND (similarity(p.title, ${title}) >= ${NEAR_TITLE}::real OR k.bands && ${bands?.bands ?? []}::int[])
     ORDER BY "titleLikeness" DESC, p.id LIMIT 100`;
  const scored = rows.map(({ sketch, titleLikeness, ...page }) => {
    const likeness = bands && sketch?.length ? likenessOf(bands.sketch, sketch) : 0;
    return { page, score: Math.max(titleLikeness, likeness >= NEAR ? likeness : 0) };
  });
  return scored
    .filter(({ score }) => score >= NEAR)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, SHOWN_WHILE_WRITING)
    .map(({ page }) => ({
      href: pageHref(page),
      title: page.title,
      spaceName: page.spaceName,
    }));
}

/** Marks do no harm to the words of a draft; front matter would. */
const textOfDraft = (markdown: string) => markdown.replace(/^---\n[\s\S]*?\n---\n/, '');

const named = (page: string, space: string) =>
  Prisma.raw(
    `json_build_object('id', ${page}.id, 'title', ${page}.title, 'path', ${page}.path, 'spaceSlug', ${space}.slug, 'spaceName', ${space}.name)`,
  );
