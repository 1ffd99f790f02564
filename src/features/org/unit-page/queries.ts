import 'server-only';
import type { Context } from '@/foundation/context';
import { holdsOn } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Page, pageOf } from '@/foundation/pagination';
import type { AsOf } from '../as-of';
import { countsOnDay } from '../periods/queries';
import { canJoinGuild, canManageUnit, canReshapeUnit, canView } from '../policy';
import type { MembershipRole, UnitKind } from '../schema';

type NamedUnit = { id: string; slug: string; kind: UnitKind; name: string };

export type Succession = {
  kind: 'RENAME' | 'SPLIT' | 'MERGE' | 'DISSOLVE';
  effectiveOn: Date;
  note: string | null;
  nameBefore: string | null;
  nameAfter: string | null;
  predecessor: NamedUnit;
  successor: NamedUnit | null;
};

export type UnitPage = NamedUnit & {
  purpose: string;
  timeZone: string | null;
  isPlatformTeam: boolean;
  validFrom: Date;
  validTo: Date | null;
  attributes: Record<string, unknown>;
  /** What it stands beneath on that day, outermost first. */
  above: NamedUnit[];
  hasCharter: boolean;
  /** Whether it exists on the day that is looked at. */
  isThere: boolean;
  people: number;
  own: MembershipRole[];
  canManage: boolean;
  canReshape: boolean;
  canJoin: boolean;
};

type UnitRow = Omit<UnitPage, 'isThere' | 'own' | 'canManage' | 'canReshape' | 'canJoin'>;

/** A unit as it was, is or will be on a day; null when there is none at this address. */
export async function getUnitPage(
  { actor }: Context,
  slug: string,
  { day }: AsOf,
): Promise<UnitPage | null> {
  if (!canView(actor)) return null;
  const [row] = await db.$queryRaw<UnitRow[]>`
    WITH RECURSIVE above AS (
      SELECT p."parentId" AS id, 1 AS depth FROM "UnitParent" p JOIN "OrgUnit" u ON u.id = p."unitId"
      WHERE u.slug = ${slug} AND ${countsOnDay('p', day)}
      UNION ALL
      SELECT p."parentId", a.depth + 1 FROM above a JOIN "UnitParent" p ON p."unitId" = a.id AND ${countsOnDay('p', day)}
    )
    SELECT u.id, u.slug, u.kind::text AS kind, unit_name_on(u.id, u.name, ${day}::date) AS name, u.purpose,
      u."timeZone", u."isPlatformTeam", u."validFrom", u."validTo", u.attributes,
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', b.id, 'slug', b.slug, 'kind', b.kind,
          'name', unit_name_on(b.id, b.name, ${day}::date)) ORDER BY a.depth DESC)
        FROM above a JOIN "OrgUnit" b ON b.id = a.id), '[]') AS above,
      EXISTS (SELECT 1 FROM "WorkingGroup" w WHERE w."unitId" = u.id) AS "hasCharter",
      (SELECT count(DISTINCT m."personId")::int FROM "Membership" m
        WHERE m."unitId" = u.id AND ${countsOnDay('m', day)}) AS people
    FROM "OrgUnit" u WHERE u.slug = ${slug}`;
  if (!row) return null;
  const facts = { id: row.id, kind: row.kind, ancestorIds: row.above.map(({ id }) => id) };
  return {
    ...row,
    isThere: holdsOn(row, day),
    own: actor.memberships.filter(({ unitId }) => unitId === row.id).map(({ role }) => role),
    canManage: canManageUnit(actor, facts),
    canReshape: canReshapeUnit(actor, facts),
    canJoin: canJoinGuild(actor, facts),
  };
}

export type UnitMember = {
  id: string;
  handle: string;
  name: string;
  headline: string;
  roles: MembershipRole[];
  isPrimary: boolean;
  since: Date;
  squad: NamedUnit | null;
  chapter: NamedUnit | null;
};

type MemberQuery = { after?: string; only?: 'leading' };

/** Who is in a unit on a day, in the order of names; or only those who lead it. */
export async function listUnitMembers(
  { actor }: Context,
  unitId: string,
  { day }: AsOf,
  { after, only }: MemberQuery = {},
): Promise<Page<UnitMember>> {
  if (!canView(actor)) return { items: [], nextCursor: null };
  const [name, id] = decodeCursor(after, 2) ?? [];
  const next =
    name === undefined
      ? Prisma.sql`true`
      : Prisma.sql`(plain_text(p.name), p.id) > (${name}, ${id})`;
  const leading = only
    ? Prisma.sql`m.role IN ('LEAD', 'CHAPTER_LEAD', 'STEWARD')`
    : Prisma.sql`true`;
  const members = await db.$queryRaw<(UnitMember & { sortName: string })[]>`
    SELECT p.id, p.handle, p.name, p.headline, plain_text(p.name) AS "sortName", held.roles,
      held."isPrimary", held.since, ${placeOf('SQUAD', day)} AS squad, ${placeOf('CHAPTER', day)} AS chapter
    FROM (
      SELECT m."personId", array_agg(m.role::text ORDER BY m.role) AS roles,
        bool_or(m."isPrimary") AS "isPrimary", min(m."validFrom") AS since
      FROM "Membership" m WHERE m."unitId" = ${unitId} AND ${countsOnDay('m', day)} AND ${leading}
      GROUP BY m."personId"
    ) held JOIN "Person" p ON p.id = held."personId"
    WHERE ${next} ORDER BY plain_text(p.name), p.id LIMIT ${PAGE_SIZE + 1}`;
  return pageOf(members, PAGE_SIZE, ({ sortName, id: last }) => encodeCursor([sortName, last]));
}

/** What a unit came from and what became of it, latest first. */
export async function listSuccessions(
  { actor }: Context,
  unitId: string,
  { day, tense }: AsOf,
): Promise<Succession[]> {
  if (!canView(actor)) return [];
  const until = tense === 'past' ? Prisma.sql`s."effectiveOn" <= ${day}::date` : Prisma.sql`true`;
  return db.$queryRaw<Succession[]>`
    SELECT s.kind::text AS kind, s."effectiveOn", s.note, s."nameBefore", s."nameAfter",
      ${namedUnit('a', Prisma.sql`s."effectiveOn" - 1`)} AS predecessor,
      CASE WHEN b.id IS NOT NULL THEN ${namedUnit('b', Prisma.sql`s."effectiveOn"`)} END AS successor
    FROM "UnitSuccession" s
    JOIN "OrgUnit" a ON a.id = s."predecessorId" LEFT JOIN "OrgUnit" b ON b.id = s."successorId"
    WHERE (s."predecessorId" = ${unitId} OR s."successorId" = ${unitId}) AND ${until}
    ORDER BY s."effectiveOn" DESC, s."recordedAt" DESC LIMIT ${PAGE_SIZE}`;
}

export type Crossing = { squadId: string; chapterId: string; people: number };

/** How many people of each squad of a tribe are in each of its chapters. */
export async function listCrossings(
  { actor }: Context,
  tribeId: string,
  { day }: AsOf,
): Promise<Crossing[]> {
  if (!canView(actor)) return [];
  return db.$queryRaw<Crossing[]>`
    SELECT s."unitId" AS "squadId", c."unitId" AS "chapterId", count(DISTINCT s."personId")::int AS people
    FROM "UnitParent" a JOIN "Membership" s ON s."unitId" = a."unitId" AND s."unitKind" = 'SQUAD' AND ${countsOnDay('s', day)}
    JOIN "Membership" c ON c."personId" = s."personId" AND c."unitKind" = 'CHAPTER' AND ${countsOnDay('c', day)}
    JOIN "UnitParent" b ON b."unitId" = c."unitId" AND b."parentId" = a."parentId" AND ${countsOnDay('b', day)}
    WHERE a."parentId" = ${tribeId} AND ${countsOnDay('a', day)}
    GROUP BY 1, 2`;
}

/** SQL for the unit of a kind to which the person `p` belongs, the home squad first. */
function placeOf(kind: 'SQUAD' | 'CHAPTER', day: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT ${namedUnit('u', Prisma.sql`${day}::date`)}
    FROM "Membership" h JOIN "OrgUnit" u ON u.id = h."unitId"
    WHERE h."personId" = p.id AND h."unitKind"::text = ${kind} AND ${countsOnDay('h', day)}
    ORDER BY h."isPrimary" DESC, h."validFrom" LIMIT 1)`;
}

function namedUnit(alias: string, day: Prisma.Sql): Prisma.Sql {
  const unit = Prisma.raw(alias);
  return Prisma.sql`jsonb_build_object('id', ${unit}.id, 'slug', ${unit}.slug, 'kind', ${unit}.kind,
    'name', unit_name_on(${unit}.id, ${unit}.name, ${day}))`;
}
