import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf, type Period } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Page, pageOf } from '@/foundation/pagination';
import { canManageUnit, canView } from '../../policy';
import type { MembershipRole, UnitKind } from '../../schema';
import { findUnitRecord, findUnitRecords } from '../../units/queries';
import { isByOwnHand } from '../roles';

export type RosterLine = Period & {
  id: string;
  role: MembershipRole;
  isPrimary: boolean;
  handle: string;
  name: string;
};

/** A unit's memberships of today and of days to come, in the order of names. */
export async function listRoster(
  { actor, now }: Context,
  unitId: string,
  after?: string,
): Promise<Page<RosterLine>> {
  if (!canView(actor)) return { items: [], nextCursor: null };
  const [name, id] = decodeCursor(after, 2) ?? [];
  const next =
    name === undefined
      ? Prisma.sql`true`
      : Prisma.sql`(plain_text(p.name), m.id) > (${name}, ${id})`;
  const rows = await db.$queryRaw<(RosterLine & { sortName: string })[]>`
    SELECT m.id, m.role::text AS role, m."isPrimary", m."validFrom", m."validTo", p.handle, p.name,
      plain_text(p.name) AS "sortName"
    FROM "Membership" m JOIN "Person" p ON p.id = m."personId"
    WHERE m."unitId" = ${unitId} AND m."supersededAt" IS NULL
      AND (m."validTo" IS NULL OR m."validTo" > ${dayOf(now)}::date) AND ${next}
    ORDER BY plain_text(p.name), m.id LIMIT ${PAGE_SIZE + 1}`;
  return pageOf(rows, PAGE_SIZE, (last) => encodeCursor([last.sortName, last.id]));
}

export type MembershipRecord = Period & {
  id: string;
  role: MembershipRole;
  isPrimary: boolean;
  person: { handle: string; name: string };
  unit: { slug: string; name: string; kind: UnitKind };
  canChange: boolean;
  /** Only the person opens and closes it, on the guild's page. */
  isByOwnHand: boolean;
};

/** One membership that still counts, with what the reader may do about it. */
export async function getMembershipRecord(
  { actor, now }: Context,
  membershipId: string,
): Promise<MembershipRecord | null> {
  if (!canView(actor)) return null;
  const row = await db.membership.findFirst({
    where: { id: membershipId, supersededAt: null },
    select: {
      id: true,
      unitId: true,
      role: true,
      isPrimary: true,
      validFrom: true,
      validTo: true,
      person: { select: { handle: true, name: true } },
    },
  });
  const unit = row && (await findUnitRecord(db, row.unitId, now));
  if (!row || !unit) return null;
  return {
    ...row,
    unit,
    canChange: canManageUnit(actor, unit) && !unit.hasCharter,
    isByOwnHand: isByOwnHand(unit.kind, row.role),
  };
}

/** Those of some units whose memberships the reader may change. */
export async function listManageableUnits(
  { actor, now }: Context,
  unitIds: readonly string[],
): Promise<Set<string>> {
  const units = await findUnitRecords(db, unitIds, now);
  const manageable = units.filter((unit) => canManageUnit(actor, unit) && !unit.hasCharter);
  return new Set(manageable.map(({ id }) => id));
}
