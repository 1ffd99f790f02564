import 'server-only';
import type { Context } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import { type Freshness, freshnessOf, WINDOW_DAYS } from '../reviews/freshness';
import { READS_DAYS } from '../reviews/queue/reads-days';
import { readStanding, type StandingJson } from '../reviews/read-review';
import { dueOnSql, isKeptSql, STANDING } from '../reviews/statement';

const SIZE = 40;

export type GardenPage = {
  id: string;
  title: string;
  path: string;
  spaceSlug: string;
  spaceName: string;
};

/** Which pages to look at: of one space, or of all. */
type Bed = { space?: string; cursor?: string };

/** Pages that nobody who works here keeps. */
export async function listUnkept(
  ctx: Context,
  bed: Bed,
): Promise<Page<GardenPage & { stewards: string[] }>> {
  const isKept = new Prisma.Sql(isKeptSql('§').split('§'), [dayOf(ctx.now)]);
  const rows = await db.$queryRaw<(GardenPage & { stewards: string[] })[]>`
    SELECT ${PAGE}, ARRAY(SELECT k.name FROM "WikiSteward" w JOIN "Person" k ON k.id = w."personId"
                           WHERE w."pageId" = p.id ORDER BY k.name) AS stewards
      ${FROM} WHERE ${inBed(bed)} AND NOT ${isKept}
     ORDER BY p.title, p.id LIMIT ${SIZE + 1}`;
  return cut(rows);
}

/** Pages to which no other page links. */
export async function listUnlinked(_ctx: Context, bed: Bed): Promise<Page<GardenPage>> {
  const rows = await db.$queryRaw<GardenPage[]>`
    SELECT ${PAGE} ${FROM}
     WHERE ${inBed(bed)} AND p.path !~* '(^|/)(readme|index)$'
       AND NOT EXISTS (SELECT 1 FROM "WikiLink" l WHERE l."toPageId" = p.id AND l."fromPageId" <> p.id)
     ORDER BY p.title, p.id LIMIT ${SIZE + 1}`;
  return cut(rows);
}

export type BrokenLink = GardenPage & { linkId: string; target: string; outcome: string | null };

/** Links that lead nowhere: to pages that do not exist, and out of the portal where that is looked at. */
export async function listBrokenLinks(
  _ctx: Context,
  { space, cursor }: Bed,
): Promise<Page<BrokenLink>> {
  const [afterTitle = null, afterId = null, afterLink = null] = decodeCursor(cursor, 3) ?? [];
  const rows = await db.$queryRaw<BrokenLink[]>`
    WITH broken AS (
      SELECT l."fromPageId" AS "pageId", l.id AS "linkId", l.target, NULL AS outcome FROM "WikiLink" l WHERE l."isBroken"
      UNION ALL
      SELECT o."pageId", o.url, o.url, a.outcome FROM "OutsideAddress" a JOIN "OutsideLink" o ON o.url = a.url
       WHERE a.failures > 0)
    SELECT ${PAGE}, broken."linkId", broken.target, broken.outcome
      FROM broken JOIN "WikiPage" p ON p.id = broken."pageId" JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND ${ofSpace(space)}
       AND (${afterLink}::text IS NULL OR (p.title, p.id, broken."linkId") > (${afterTitle}, ${afterId}, ${afterLink}))
     ORDER BY p.title, p.id, broken."linkId" LIMIT ${SIZE + 1}`;
  return pageOf(rows, SIZE, ({ title, id, linkId }) => encodeCursor([title, id, linkId]));
}

export type OverduePage = GardenPage & { reads: number; freshness: Freshness };

/** Pages that wait to be checked, the most read first. */
export async function listReadAndOverdue(
  ctx: Context,
  { space, cursor }: Bed,
): Promise<Page<OverduePage>> {
  const today = dayOf(ctx.now);
  const [reads = null, afterId = null] = decodeCursor(cursor, 2) ?? [];
  const afterReads = reads !== null && /^\d{1,9}$/.test(reads) ? Number(reads) : null;
  const rows = await db.$queryRaw<(GardenPage & { reads: number; standing: StandingJson })[]>`
    SELECT * FROM (
      SELECT ${PAGE}, ${Prisma.raw(STANDING)} AS standing,
             coalesce((SELECT sum(t.reads) FROM "ReadingTotal" t
                        WHERE t."pageId" = p.id AND t.day > ${addDays(today, -READS_DAYS)}::date), 0)::int AS reads
        ${FROM} LEFT JOIN "PageStanding" st ON st."pageId" = p.id
       WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND ${ofSpace(space)}
         AND ${Prisma.raw(dueOnSql(WINDOW_DAYS))} <= ${today}::date) AS waiting
     WHERE ${afterReads}::int IS NULL OR (reads, id) < (${afterReads}::int, ${afterId})
     ORDER BY reads DESC, id DESC LIMIT ${SIZE + 1}`;
  const { items, nextCursor } = pageOf(rows, SIZE, (row) =>
    encodeCursor([String(row.reads), row.id]),
  );
  return {
    items: items.map(({ standing, ...page }) => ({
      ...page,
      freshness: freshnessOf(readStanding(standing), today),
    })),
    nextCursor,
  };
}

/** The spaces to choose a bed from. */
export const listBeds = (_ctx: Context) =>
  db.wikiSpace.findMany({
    select: { slug: true, name: true },
    orderBy: { name: 'asc' },
    take: 500,
  });

const PAGE = Prisma.sql`p.id, p.title, p.path, s.slug AS "spaceSlug", s.name AS "spaceName"`;
const FROM = Prisma.sql`FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"`;

export const ofSpace = (slug: string | undefined): Prisma.Sql =>
  slug ? Prisma.sql`s.slug = ${slug}` : Prisma.sql`true`;

function inBed({ space, cursor }: Bed): Prisma.Sql {
  const [afterTitle = null, afterId = null] = decodeCursor(cursor, 2) ?? [];
  return Prisma.sql`p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND ${ofSpace(space)}
    AND (${afterId}::text IS NULL OR (p.title, p.id) > (${afterTitle}, ${afterId}))`;
}

const cut = <Row extends GardenPage>(rows: Row[]): Page<Row> =>
  pageOf(rows, SIZE, ({ title, id }) => encodeCursor([title, id]));
