import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { folderPages, type PageAddress } from '../addresses';
import { canAddPage, canMovePage, canSeePage } from '../policy';
import { findPageToChange } from '../revisions/queries';
import { folderBeneath, folderMovedTo } from './destinations';

/**
 * Where the page that lay at an address, or stood for a folder there, lies now; null when none did.
 * An address of a space that moved leads on with whatever stands behind it.
 */
export async function findMovedTo(
  ctx: Context,
  { spaceSlug, path }: PageAddress,
): Promise<PageAddress | null> {
  const movedSpace = await db.wikiSpaceAddress.findUnique({
    where: { slug: spaceSlug },
    select: { space: { select: { slug: true } } },
  });
  if (movedSpace) return { spaceSlug: movedSpace.space.slug, path };
  const paths = [path, ...folderPages(path)];
  const [left] = await db.$queryRaw<{ pageId: string }[]>`
    SELECT a."pageId" FROM "WikiAddress" a JOIN "WikiSpace" s ON s.id = a."spaceId"
     WHERE s.slug = ${spaceSlug} AND a.path = ANY (${paths}::text[])
     ORDER BY array_position(${paths}::text[], a.path) LIMIT 1`;
  const page = left ? await findPageToChange(ctx, left.pageId) : null;
  if (page) return { spaceSlug: page.spaceSlug, path: page.path };
  return path ? findFolderMovedTo({ spaceSlug, path }) : null;
}

const TELLING = 50;

/** Where a folder is that nothing lies in any more, as the pages tell that left it last. */
async function findFolderMovedTo({ spaceSlug, path }: PageAddress): Promise<PageAddress | null> {
  const left = await db.$queryRaw<{ former: string; now: string; spaceSlug: string }[]>`
    SELECT a.path AS former, p.path AS now, there.slug AS "spaceSlug"
      FROM "WikiSpace" s
      JOIN "WikiAddress" a ON a."spaceId" = s.id AND starts_with(a.path, ${`${path}/`})
      JOIN "WikiPage" p ON p.id = a."pageId" AND p."publishedAt" IS NOT NULL AND p."archivedAt" IS NULL
      JOIN "WikiSpace" there ON there.id = p."spaceId"
     WHERE s.slug = ${spaceSlug} AND NOT EXISTS (
             SELECT 1 FROM "WikiPage" f
              WHERE f."spaceId" = s.id AND starts_with(f.path, ${`${path}/`})
                AND f."publishedAt" IS NOT NULL AND f."archivedAt" IS NULL)
     ORDER BY a."leftAt" DESC, a.path LIMIT ${TELLING}`;
  for (const { former, now, spaceSlug: slug } of left) {
    const folder = folderMovedTo(path, former, now);
    if (folder) return { spaceSlug: slug, path: folder };
  }
  return null;
}

const SPACES = 500;

/** A page as it is about to be moved: what lies beneath it, and the spaces it may go to. */
export async function getPageToMove(ctx: Context, { spaceSlug, path }: PageAddress) {
  const found = await db.wikiPage.findFirst({
    where: { path, space: { slug: spaceSlug } },
    select: { id: true, spaceId: true, space: { select: { name: true } } },
  });
  const page = found && (await findPageToChange(ctx, found.id));
  if (!page || !canSeePage(ctx.actor, page)) return null;
  const folder = folderBeneath(path);
  const [subPages, spaces] = await Promise.all([
    folder
      ? db.wikiPage.count({
          where: {
            spaceId: found.spaceId,
            path: { startsWith: `${folder}/` },
            publishedAt: { not: null },
            id: { not: page.id },
          },
        })
      : 0,
    db.wikiSpace.findMany({
      select: { slug: true, name: true, ownerUnitId: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: SPACES,
    }),
  ]);
  return {
    id: page.id,
    title: page.title,
    spaceName: found.space.name,
    canMove: canMovePage(ctx.actor, page),
    subPageCount: subPages,
    spaces: spaces.filter((space) => space.slug === spaceSlug || canAddPage(ctx.actor, space)),
  };
}
