import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import type { PageAddress } from '../../addresses';
import { canAddPage, canMovePage, canSeePage, type PageFacts } from '../../policy';
import { MOVED_TOGETHER } from '../commands';

const SPACES = 500;

/** A folder as it is about to be moved: how much lies in it, what others would have to move, and where it may go. */
export async function getFolderToMove({ actor }: Context, { spaceSlug, path }: PageAddress) {
  const [pages, spaces] = await Promise.all([
    db.$queryRaw<(PageFacts & { title: string })[]>`
      SELECT p.title, p."ownerUnitId", s."ownerUnitId" AS "spaceOwnerUnitId",
             p."publishedAt" IS NULL AS "isDraft", p."begunById",
             ARRAY(SELECT w."personId" FROM "WikiSteward" w WHERE w."pageId" = p.id) AS "stewardIds"
        FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
       WHERE s.slug = ${spaceSlug} AND (p.path = ${path} OR starts_with(p.path, ${`${path}/`}))
       ORDER BY p.title LIMIT ${MOVED_TOGETHER + 1}`,
    db.wikiSpace.findMany({
      select: { slug: true, name: true, ownerUnitId: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: SPACES,
    }),
  ]);
  const seen = pages.filter((page) => canSeePage(actor, page));
  const space = spaces.find(({ slug }) => slug === spaceSlug);
  if (seen.length === 0 || !space) return null;
  return {
    spaceName: space.name,
    pageCount: seen.length,
    movedByOthers: seen.filter((page) => !canMovePage(actor, page)).map(({ title }) => title),
    spaces: spaces.filter(({ slug, ...owned }) => slug === spaceSlug || canAddPage(actor, owned)),
  };
}
