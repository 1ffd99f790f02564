import 'server-only';
import type { Context } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import { WINDOW_DAYS } from '../../reviews/freshness';
import { READS_DAYS } from '../../reviews/queue/reads-days';
import { dueOnSql, isKeptSql } from '../../reviews/statement';
import { ofSpace } from '../queries';
import { absenceFactor, effectiveNumber } from './spread';

const CHANGES_DAYS = 365;
/** Of fewer changes, nothing follows about who carries the wiki. */
const CHANGES_MIN = 20;

/** What it takes to keep the wiki true, and on whom that rests. Nobody is named. */
export type Upkeep = {
  pages: number;
  unkept: number;
  /** Readings of pages that are checked by date, and those of them of pages in their time. */
  reads: number;
  freshReads: number;
  /** Who wrote lately, told where there is enough to tell. */
  spread: { changes: number; people: number; absence: number; effectiveSquads: number } | null;
};

export async function getUpkeep(ctx: Context, space: string | undefined): Promise<Upkeep> {
  const [state, spread] = await Promise.all([getState(ctx, space), getSpread(ctx, space)]);
  return { ...state, spread };
}

async function getState(ctx: Context, space: string | undefined): Promise<Omit<Upkeep, 'spread'>> {
  const today = dayOf(ctx.now);
  const dated = Object.entries(WINDOW_DAYS).flatMap(([kind, days]) =>
    days === null ? [] : [kind],
  );
  const isKept = new Prisma.Sql(isKeptSql('§').split('§'), [today]);
  const [row] = await db.$queryRaw<Omit<Upkeep, 'spread'>[]>`
    SELECT count(*)::int AS pages, count(*) FILTER (WHERE NOT "isKept")::int AS unkept,
           coalesce(sum(reads) FILTER (WHERE "isDated"), 0)::int AS reads,
           coalesce(sum(reads) FILTER (WHERE "isDated" AND "isFresh"), 0)::int AS "freshReads"
      FROM (SELECT ${isKept} AS "isKept", p.kind::text = ANY (${dated}::text[]) AND NOT coalesce(st."isObsolete", false) AS "isDated",
                   st."checkedAt" IS NOT NULL AND coalesce(${Prisma.raw(dueOnSql(WINDOW_DAYS))} > ${today}::date, true) AS "isFresh",
                   coalesce((SELECT sum(t.reads) FROM "ReadingTotal" t
                              WHERE t."pageId" = p.id AND t.day > ${addDays(today, -READS_DAYS)}::date), 0) AS reads
              FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
              LEFT JOIN "PageStanding" st ON st."pageId" = p.id
             WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND ${ofSpace(space)}) AS each`;
  return row ?? { pages: 0, unkept: 0, reads: 0, freshReads: 0 };
}

/** By whom, and from which squad at that time, the changes of a year were made; imports are nobody's. */
async function getSpread(ctx: Context, space: string | undefined): Promise<Upkeep['spread']> {
  const since = addDays(ctx.now, -CHANGES_DAYS);
  const rows = await db.$queryRaw<{ authorId: string; squadId: string | null; changes: number }[]>`
    SELECT r."authorId", m."unitId" AS "squadId", count(*)::int AS changes
      FROM "WikiRevision" r
      JOIN "WikiPage" p ON p.id = r."pageId" AND p."publishedAt" IS NOT NULL
      JOIN "WikiSpace" s ON s.id = p."spaceId"
      LEFT JOIN "Membership" m ON m."personId" = r."authorId" AND m."isPrimary" AND m."supersededAt" IS NULL
       AND m."validFrom" <= r."createdAt"::date AND (m."validTo" IS NULL OR r."createdAt"::date < m."validTo")
     WHERE r."createdAt" > ${since} AND NOT r."isImported" AND r."authorId" IS NOT NULL AND ${ofSpace(space)}
     GROUP BY r."authorId", m."unitId"`;
  const people = totals(rows, ({ authorId }) => authorId);
  const squads = totals(rows, ({ squadId }) => squadId);
  const changes = rows.reduce((sum, row) => sum + row.changes, 0);
  if (changes < CHANGES_MIN) return null;
  return {
    changes,
    people: people.length,
    absence: absenceFactor(people),
    effectiveSquads: effectiveNumber(squads),
  };
}

function totals<Row extends { changes: number }>(
  rows: readonly Row[],
  of: (row: Row) => string | null,
): number[] {
  const groups = Map.groupBy(rows, of);
  groups.delete(null);
  return [...groups.values()].map((group) => group.reduce((sum, { changes }) => sum + changes, 0));
}
