import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, Prisma, pool } from '@/foundation/db';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Page, pageOf } from '@/foundation/pagination';
import type { UnitKind } from '@/foundation/prisma-client/enums';
import { folderPages } from '../addresses';
import { canAddPage, canChangeSpace, canOpenSpace } from '../policy';
import { freshnessOf } from '../reviews/freshness';
import { readStanding, type StandingJson } from '../reviews/read-review';
import { STANDING } from '../reviews/statement';
import { type Branch, type ShelvedPage, titleOfFolder, treeOf } from './tree';

/** A folder of so many pages, with all that lies beneath it, is shown whole; a larger one level by level. */
const WHOLE_TREE_MAX = 300;
const LEVEL_SIZE = 100;

/** The spaces of the wiki, by name. */
export async function listSpaces({ actor }: Context, cursor?: string) {
  const [afterName = null, afterId = null] = decodeCursor(cursor, 2) ?? [];
  const rows = await db.$queryRaw<SpaceRow[]>`
    SELECT s.id, s.slug, s.name, s.description, u.name AS "ownerName", u.kind::text AS "ownerKind",
           (SELECT count(*)::int FROM "WikiPage" p WHERE p."spaceId" = s.id AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL) AS "pageCount"
      FROM "WikiSpace" s JOIN "OrgUnit" u ON u.id = s."ownerUnitId"
     WHERE ${afterId}::text IS NULL OR (s.name, s.id) > (${afterName}, ${afterId})
     ORDER BY s.name, s.id LIMIT ${PAGE_SIZE + 1}`;
  const spaces = pageOf(rows, PAGE_SIZE, ({ name, id }) => encodeCursor([name, id]));
  const canOpen =
    actor.isAdministrator || actor.memberships.some(({ unitId }) => canOpenSpace(actor, unitId));
  return { ...spaces, canOpenSpace: canOpen };
}

type SpaceRow = {
  id: string;
  slug: string;
  name: string;
  description: string;
  ownerName: string;
  ownerKind: UnitKind;
  pageCount: number;
};

/** Pages that were edited last, in one space or in all. */
export async function listRecentlyEdited({ now }: Context, limit: number, spaceId?: string) {
  const rows = await db.$queryRaw<
    (ShelvedPage & {
      id: string;
      spaceSlug: string;
      spaceName: string;
      editedAt: Date;
      author: string | null;
      standing: StandingJson;
    })[]
  >`
    SELECT p.id, p.path, p.title, s.slug AS "spaceSlug", s.name AS "spaceName", p."editedAt", a.name AS author,
           ${Prisma.raw(STANDING)} AS standing
      FROM "WikiPage" p
      JOIN "WikiSpace" s ON s.id = p."spaceId"
      LEFT JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
      LEFT JOIN "Person" a ON a.id = r."authorId"
     WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL ${spaceId ? Prisma.sql`AND p."spaceId" = ${spaceId}` : Prisma.empty}
     ORDER BY p."editedAt" DESC, p.id LIMIT ${limit}`;
  return rows.map(({ standing, ...page }) => ({
    ...page,
    freshness: freshnessOf(readStanding(standing), dayOf(now)),
  }));
}

export async function getSpace({ actor }: Context, slug: string) {
  const rows = await db.$queryRaw<(SpaceRow & { ownerUnitId: string; ownerSlug: string })[]>`
    SELECT s.id, s.slug, s.name, s.description, s."ownerUnitId", u.name AS "ownerName", u.slug AS "ownerSlug",
           u.kind::text AS "ownerKind",
           (SELECT count(*)::int FROM "WikiPage" p WHERE p."spaceId" = s.id AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL) AS "pageCount"
      FROM "WikiSpace" s JOIN "OrgUnit" u ON u.id = s."ownerUnitId"
     WHERE s.slug = ${slug}`;
  const space = rows[0];
  if (!space) return null;
  const canChange = canChangeSpace(actor, space);
  return { ...space, canAddPage: canAddPage(actor, space), canChange };
}

/**
 * What lies in a folder of a space (the empty path is the space itself): the whole tree where it
 * is small, otherwise this level alone, folders with their counts, in pages of a hundred.
 */
export async function listShelf(
  { now }: Context,
  spaceId: string,
  folder: string,
  cursor?: string,
): Promise<Page<Branch & { pageCount?: number }>> {
  const [after] = decodeCursor(cursor, 1) ?? [];
  if (after === undefined) {
    const beneath = await pagesBeneath(spaceId, folder, dayOf(now));
    if (beneath.length <= WHOLE_TREE_MAX)
      return { items: subtree(beneath, folder), nextCursor: null };
  }
  return levelOf(spaceId, folder, after ?? '', dayOf(now));
}

async function pagesBeneath(spaceId: string, folder: string, today: Date): Promise<ShelvedPage[]> {
  const { rows } = await pool.query<ShelvedPage & { standing: StandingJson }>(
    `SELECT p.path, p.title, ${STANDING} AS standing FROM "WikiPage" p
      WHERE "spaceId" = $1 AND "archivedAt" IS NULL AND "publishedAt" IS NOT NULL AND starts_with(path, $2)
      ORDER BY path LIMIT ${WHOLE_TREE_MAX + 1}`,
    [spaceId, folder && `${folder}/`],
  );
  return rows.map(({ standing, ...page }) => ({
    ...page,
    freshness: freshnessOf(readStanding(standing), today),
  }));
}

function subtree(pages: ShelvedPage[], folder: string): Branch[] {
  const within = folder && `${folder}/`;
  const relative = pages.map((page) => ({ ...page, path: page.path.slice(within.length) }));
  const restore = (branch: Branch): Branch => ({
    ...branch,
    path: within + branch.path,
    branches: branch.branches.map(restore),
  });
  return treeOf(relative).map(restore);
}

type LevelRow = {
  name: string;
  title: string | null;
  isPage: boolean;
  pageCount: number;
  standing: StandingJson;
};

async function levelOf(spaceId: string, folder: string, after: string, today: Date) {
  const within = folder && `${folder}/`;
  const { rows } = await pool.query<LevelRow>(
    `SELECT level.name, level."isPage", level."pageCount"::int,
            coalesce(level.title, (SELECT f.title FROM "WikiPage" f WHERE f."spaceId" = $1
              AND f.path = ANY (SELECT $2 || level.name || '/' || index FROM unnest($4::text[]) AS index)
              AND f."archivedAt" IS NULL AND f."publishedAt" IS NOT NULL LIMIT 1)) AS title,
            ${STANDING} AS standing
       FROM (
         SELECT split_part(substr(path, length($2) + 1), '/', 1) AS name,
                strpos(substr(path, length($2) + 1), '/') = 0 AS "isPage",
                count(*) AS "pageCount",
                max(title) FILTER (WHERE strpos(substr(path, length($2) + 1), '/') = 0) AS title
           FROM "WikiPage"
          WHERE "spaceId" = $1 AND "archivedAt" IS NULL AND "publishedAt" IS NOT NULL AND starts_with(path, $2)
          GROUP BY 1, 2) AS level
       LEFT JOIN "WikiPage" p ON level."isPage" AND p."spaceId" = $1 AND p.path = $2 || level.name
      WHERE level.name || CASE WHEN level."isPage" THEN '' ELSE '/' END > $3
      ORDER BY level.name || CASE WHEN level."isPage" THEN '' ELSE '/' END LIMIT ${LEVEL_SIZE + 1}`,
    [spaceId, within, after, folderPages('')],
  );
  const { items, nextCursor } = pageOf(rows, LEVEL_SIZE, ({ name, isPage }) =>
    encodeCursor([isPage ? name : `${name}/`]),
  );
  return {
    items: items.map(({ name, title, isPage, pageCount, standing }) => ({
      path: within + name,
      title: title ?? titleOfFolder(name),
      isPage,
      branches: [],
      ...(isPage ? { freshness: freshnessOf(readStanding(standing), today) } : { pageCount }),
    })),
    nextCursor,
  };
}
