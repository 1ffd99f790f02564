import 'server-only';
import type { Context } from '@/foundation/context';
import { db, pool } from '@/foundation/db';
import { type Question, question } from '@/foundation/questions';
import { ancestorsOf, pagesForFolder } from '../addresses';
import { titleOfFolder } from '../shelves/tree';
import { arrange, type Surroundings, type SurroundingsJson } from './arrange';
import { SIBLINGS_MAX } from './limits';
import { placeOfPage, surroundings, surroundingsParameters } from './statement';

const AROUND = `SELECT ${surroundings('$1', '$2', 3)} AS surroundings`;

type Titled = { path: string; title: string };

/** What lies around a page. */
export const surroundingsOf = (
  { actor }: Context,
  page: Parameters<typeof arrange>[0] & { id: string; folders: Parameters<typeof arrange>[2] },
): Question<Surroundings> => {
  const place = placeOfPage(page.path);
  return question(
    `SELECT ${surroundings('s.id', 's."ownerUnitId"', 2)} AS found
       FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId" WHERE p.id = $1`,
    [page.id, ...surroundingsParameters(actor, place)],
    ([row]: { found: SurroundingsJson }[]) =>
      row ? arrange(page, place, page.folders, row.found) : [],
  );
};

/** A folder of a space: the page found at its address, if there is one, and what lies around it. */
export async function getFolder(
  { actor }: Context,
  space: { id: string; ownerUnitId: string },
  path: string,
) {
  const folders = [...ancestorsOf(path), path];
  const [titled, { rows }] = await Promise.all([
    db.wikiPage.findMany({
      where: {
        spaceId: space.id,
        path: { in: folders.flatMap(pagesForFolder) },
        archivedAt: null,
        publishedAt: { not: null },
      },
      select: { path: true, title: true },
    }),
    pool.query<{ surroundings: SurroundingsJson }>(AROUND, [
      space.id,
      space.ownerUnitId,
      ...surroundingsParameters(actor, path),
    ]),
  ]);
  const pageOf = (folder: string): Titled | undefined =>
    pagesForFolder(folder).flatMap((at) => titled.filter((page) => page.path === at))[0];
  const page = pageOf(path);
  const title = page?.title ?? titleOfFolder(path);
  const ancestors = ancestorsOf(path).map((folder) => ({
    path: folder,
    title: pageOf(folder)?.title ?? null,
  }));
  const found = rows[0]?.surroundings;
  return {
    path,
    title,
    page: page ?? null,
    ancestors,
    surroundings: found ? arrange({ path, title }, path, ancestors, found) : [],
  };
}

/** The spaces next to one, by name. */
export async function listSpacesAround(
  _ctx: Context,
  space: { id: string; name: string },
): Promise<{ slug: string; name: string }[]> {
  const half = SIBLINGS_MAX / 2;
  return db.$queryRaw<{ slug: string; name: string }[]>`
    SELECT slug, name FROM (
      (SELECT id, slug, name FROM "WikiSpace" WHERE (name, id) < (${space.name}, ${space.id}) ORDER BY name DESC, id DESC LIMIT ${half})
      UNION ALL
      (SELECT id, slug, name FROM "WikiSpace" WHERE (name, id) >= (${space.name}, ${space.id}) ORDER BY name, id LIMIT ${half})) around
     ORDER BY name, id`;
}
