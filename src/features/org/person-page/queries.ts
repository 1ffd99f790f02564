import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import type { AsOf } from '../as-of';
import type { Recorded } from '../memberships/membership-history';
import { countsOnDay } from '../periods/queries';
import { canEditProfile, canRecordDeparture, canView, type UnitFacts } from '../policy';
import type { UnitKind } from '../schema';
import { findUnitRecord } from '../units/queries';

export type PersonPage = {
  id: string;
  handle: string;
  name: string;
  email: string | null;
  timeZone: string;
  headline: string;
  about: string;
  skills: string[];
  askMeAbout: string[];
  startedOn: Date | null;
  leftOn: Date | null;
  canEdit: boolean;
};

const pageColumns = {
  id: true,
  handle: true,
  name: true,
  email: true,
  timeZone: true,
  headline: true,
  about: true,
  skills: true,
  askMeAbout: true,
  startedOn: true,
  leftOn: true,
} as const;

/** What somebody tells of themselves; null when nobody has this handle. */
export async function getPersonPage(
  { actor }: Context,
  handle: string,
): Promise<PersonPage | null> {
  if (!canView(actor)) return null;
  const person = await db.person.findUnique({ where: { handle }, select: pageColumns });
  return person && { ...person, canEdit: canEditProfile(actor, person.id) };
}

export type PlaceRecord = Recorded & {
  kind: UnitKind;
  slug: string;
  /** The unit's name while the membership held. */
  unitName: string;
  /** The tribe the unit stood in on the day that is looked at. */
  tribeId: string | null;
  tribeName: string | null;
};

const PLACES_MAX = 300;

/** Everything ever recorded about where somebody belongs, superseded rows too. */
export async function listPlaceRecords(
  { actor }: Context,
  personId: string,
  { day }: AsOf,
): Promise<PlaceRecord[]> {
  if (!canView(actor)) return [];
  return db.$queryRaw<PlaceRecord[]>`
    SELECT m.id, m."unitId", m.role::text AS role, m."isPrimary", m."validFrom", m."validTo", m."endReason",
      m.note, m."recordedAt", by.name AS "recordedBy", m."supersededAt", m."supersedesId",
      u.kind::text AS kind, u.slug,
      unit_name_on(u.id, u.name, LEAST(${day}::date, COALESCE(m."validTo" - 1, ${day}::date))) AS "unitName",
      t.id AS "tribeId", t.name AS "tribeName"
    FROM "Membership" m JOIN "OrgUnit" u ON u.id = m."unitId"
    LEFT JOIN "Person" by ON by.id = m."recordedById"
    LEFT JOIN LATERAL (
      SELECT a.id, unit_name_on(a.id, a.name, ${day}::date) AS name
      FROM "UnitParent" p JOIN "OrgUnit" a ON a.id = p."parentId" AND a.kind = 'TRIBE'
      WHERE p."unitId" = u.id AND ${countsOnDay('p', day)} LIMIT 1
    ) t ON true
    WHERE m."personId" = ${personId}
    ORDER BY m."validFrom" DESC, m."recordedAt" DESC LIMIT ${PLACES_MAX}`;
}

export type Withdrawal = { membershipId: string; by: string; reason: string | null };

/** Who took memberships back, and why; the ledger itself only says when. */
export async function listWithdrawals({ actor }: Context, personId: string): Promise<Withdrawal[]> {
  if (!canView(actor)) return [];
  return db.$queryRaw<Withdrawal[]>`
    SELECT a.before ->> 'membershipId' AS "membershipId", a."actorName" AS by, a.reason
    FROM "AuditEntry" a
    WHERE a."subjectKind" = 'person' AND a."subjectId" = ${personId} AND a.action = 'membership.withdrawn'
    ORDER BY a.at DESC LIMIT ${PLACES_MAX}`;
}

/** What the reader may do about somebody's place, by who answers for the home squad. */
export async function getPersonPowers(
  { actor, now }: Context,
  homeSquadId: string | null,
): Promise<{ canRecordDeparture: boolean; canMove: boolean }> {
  const home: UnitFacts | null = homeSquadId ? await findUnitRecord(db, homeSquadId, now) : null;
  const leadsSomething = actor.memberships.some(
    ({ kind, role }) => role === 'LEAD' && (kind === 'SQUAD' || kind === 'TRIBE'),
  );
  return {
    canRecordDeparture: canRecordDeparture(actor, home),
    canMove: actor.isAdministrator || leadsSomething,
  };
}
