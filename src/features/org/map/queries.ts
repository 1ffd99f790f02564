import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import type { AsOf } from '../as-of';
import { countsOnDay, holdsOnDay, isHereOnDay } from '../periods/queries';
import { canView } from '../policy';
import type { UnitKind } from '../schema';

export type UnitLine = { id: string; slug: string; kind: UnitKind; name: string; people: number };

/** A unit that stands beneath none, with the first of what stands beneath it. */
export type Branch = UnitLine & {
  purpose: string;
  children: UnitLine[];
  childCounts: Partial<Record<UnitKind, number>>;
};

export type Organisation = {
  counts: Partial<Record<UnitKind, number>>;
  people: number;
  withoutSquad: number;
};

/** How large the organisation is on a day. */
export async function getOrganisation({ actor }: Context, { day }: AsOf): Promise<Organisation> {
  if (!canView(actor)) return { counts: {}, people: 0, withoutSquad: 0 };
  const [row] = await db.$queryRaw<[Organisation]>`
    SELECT
      COALESCE((SELECT jsonb_object_agg(kind, units) FROM (
        SELECT u.kind, count(*)::int AS units FROM "OrgUnit" u WHERE ${holdsOnDay('u', day)} GROUP BY u.kind
      ) k), '{}') AS counts,
      count(*)::int AS people, count(*) FILTER (WHERE squads."personId" IS NULL)::int AS "withoutSquad"
    FROM "Person" p LEFT JOIN (
      SELECT DISTINCT m."personId" FROM "Membership" m WHERE m."unitKind" = 'SQUAD' AND ${countsOnDay('m', day)}
    ) squads ON squads."personId" = p.id
    WHERE ${isHereOnDay('p', day)}`;
  return row;
}

type Root = Omit<UnitLine, 'people'> & { purpose: string; sortName: string };

type BranchQuery = {
  kinds: readonly UnitKind[];
  size: number;
  childrenEach: number;
  after?: string;
};

/** Units of some kinds that stand beneath none, in the order of their names. */
export async function listBranches(
  { actor }: Context,
  { day }: AsOf,
  { kinds, size, childrenEach, after }: BranchQuery,
): Promise<Page<Branch>> {
  if (!canView(actor)) return { items: [], nextCursor: null };
  const roots = await db.$queryRaw<Root[]>`
    SELECT r.* FROM (
      SELECT u.id, u.slug, u.kind::text AS kind, n.name, plain_text(n.name) AS "sortName", u.purpose
      FROM "OrgUnit" u CROSS JOIN LATERAL (SELECT unit_name_on(u.id, u.name, ${day}::date) AS name) n
      WHERE u.kind::text = ANY (${[...kinds]}) AND ${holdsOnDay('u', day)}
        AND NOT EXISTS (SELECT 1 FROM "UnitParent" p WHERE p."unitId" = u.id AND ${countsOnDay('p', day)})
    ) r
    WHERE ${afterName(after)} ORDER BY r."sortName", r.id LIMIT ${size + 1}`;
  const page = pageOf(roots, size, ({ sortName, id }) => encodeCursor([sortName, id]));
  const ids = page.items.map(({ id }) => id);
  const [people, children] = await Promise.all([
    countPeopleWithin(ids, day),
    listChildren(ids, day, childrenEach),
  ]);
  return { ...page, items: page.items.map((root) => branchOf(root, people, children)) };
}

type UnitQuery = { kinds: readonly UnitKind[]; size: number; parentId?: string; after?: string };

/** Units of some kinds, or those within one unit, in the order of their names. */
export async function listUnits(
  { actor }: Context,
  { day }: AsOf,
  { kinds, size, parentId, after }: UnitQuery,
): Promise<Page<UnitLine>> {
  if (!canView(actor)) return { items: [], nextCursor: null };
  const within = parentId
    ? Prisma.sql`EXISTS (SELECT 1 FROM "UnitParent" p WHERE p."unitId" = u.id AND p."parentId" = ${parentId} AND ${countsOnDay('p', day)})`
    : Prisma.sql`true`;
  const units = await db.$queryRaw<(UnitLine & { sortName: string })[]>`
    SELECT r.*, ${peopleIn('r', day)} AS people FROM (
      SELECT u.id, u.slug, u.kind::text AS kind, n.name, plain_text(n.name) AS "sortName"
      FROM "OrgUnit" u CROSS JOIN LATERAL (SELECT unit_name_on(u.id, u.name, ${day}::date) AS name) n
      WHERE u.kind::text = ANY (${[...kinds]}) AND ${holdsOnDay('u', day)} AND ${within}
    ) r
    WHERE ${afterName(after)} ORDER BY r."sortName", r.id LIMIT ${size + 1}`;
  return pageOf(units, size, ({ sortName, id }) => encodeCursor([sortName, id]));
}

type ChildLine = UnitLine & { parentId: string; ofKind: number };

async function listChildren(parentIds: string[], day: Date, each: number): Promise<ChildLine[]> {
  if (parentIds.length === 0 || each === 0) return [];
  return db.$queryRaw<ChildLine[]>`
    SELECT r.id, r.slug, r.kind, r.name, r."parentId", r."ofKind", ${peopleIn('r', day)} AS people FROM (
      SELECT u.id, u.slug, u.kind::text AS kind, n.name, p."parentId",
        count(*) OVER (PARTITION BY p."parentId", u.kind)::int AS "ofKind",
        row_number() OVER (PARTITION BY p."parentId", u.kind ORDER BY plain_text(n.name), u.id) AS place
      FROM "UnitParent" p JOIN "OrgUnit" u ON u.id = p."unitId" AND ${holdsOnDay('u', day)}
      CROSS JOIN LATERAL (SELECT unit_name_on(u.id, u.name, ${day}::date) AS name) n
      WHERE p."parentId" = ANY (${parentIds}) AND ${countsOnDay('p', day)}
    ) r WHERE r.place <= ${each} ORDER BY r."parentId", r.kind, r.place`;
}

/** Whoever is in a unit in some role; of a tribe also those in its squads. */
async function countPeopleWithin(unitIds: string[], day: Date): Promise<Map<string, number>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; people: number }[]>`
    SELECT within.id, count(DISTINCT within."personId")::int AS people FROM (
      SELECT m."unitId" AS id, m."personId" FROM "Membership" m
      WHERE m."unitId" = ANY (${unitIds}) AND ${countsOnDay('m', day)}
      UNION ALL
      SELECT c."parentId", m."personId" FROM "UnitParent" c
      JOIN "Membership" m ON m."unitId" = c."unitId" AND m."unitKind" = 'SQUAD' AND ${countsOnDay('m', day)}
      WHERE c."parentId" = ANY (${unitIds}) AND ${countsOnDay('c', day)}
    ) within GROUP BY within.id`;
  return new Map(rows.map(({ id, people }) => [id, people]));
}

function branchOf(
  { sortName: _, ...root }: Root,
  people: ReadonlyMap<string, number>,
  children: readonly ChildLine[],
): Branch {
  const own = children.filter(({ parentId }) => parentId === root.id);
  return {
    ...root,
    people: people.get(root.id) ?? 0,
    children: own.map(({ parentId: _parent, ofKind: _count, ...line }) => line),
    childCounts: Object.fromEntries(own.map(({ kind, ofKind }) => [kind, ofKind])),
  };
}

function peopleIn(alias: string, day: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT count(DISTINCT m."personId")::int FROM "Membership" m
    WHERE m."unitId" = ${Prisma.raw(alias)}.id AND ${countsOnDay('m', day)})`;
}

function afterName(after: string | undefined): Prisma.Sql {
  const [name, id] = decodeCursor(after, 2) ?? [];
  return name === undefined
    ? Prisma.sql`true`
    : Prisma.sql`(r."sortName", r.id) > (${name}, ${id})`;
}
