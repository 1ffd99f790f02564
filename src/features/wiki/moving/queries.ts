import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { folderPages, type PageAddress } from '../addresses';
import { canAddPage, canMovePage, canSeePage } from '../policy';
import { findPageToChange } from '../revisions/queries';
import { folderBeneath } from './destinations';

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
  return page && { spaceSlug: page.spaceSlug, path: page.path };
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
