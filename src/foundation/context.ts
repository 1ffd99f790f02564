import type { MembershipRole, UnitKind } from './prisma-client/enums';

export type ActorMembership = {
  unitId: string;
  kind: UnitKind;
  role: MembershipRole;
  isPrimary: boolean;
};

/** Who is acting: a signed-in person with the memberships that hold now, or the system itself. */
export type Actor = {
  /** The person's id; null for the system. */
  personId: string | null;
  handle: string;
  name: string;
  timeZone: string;
  isAdministrator: boolean;
  isSystem: boolean;
  memberships: readonly ActorMembership[];
};

/** What every query and command is handed first: who acts, and at what instant. */
export type Context = { actor: Actor; now: Date };

const systemActor: Actor = {
  personId: null,
  handle: 'system',
  name: 'Guildhall',
  timeZone: 'UTC',
  isAdministrator: true,
  isSystem: true,
  memberships: [],
};

/** The context of background work and of the command line. */
export function systemContext(now: Date): Context {
  return { actor: systemActor, now };
}

export function isMemberOf(actor: Actor, unitId: string): boolean {
  return actor.memberships.some((membership) => membership.unitId === unitId);
}

export function leads(actor: Actor, unitId: string): boolean {
  return actor.memberships.some(
    ({ unitId: id, role }) => id === unitId && (role === 'LEAD' || role === 'CHAPTER_LEAD'),
  );
}

/** Leads of a guild or sub-guild keep what the whole craft shares. */
export const leadsAGuild = (actor: Actor): boolean =>
  actor.memberships.some(
    ({ unitId, kind }) => (kind === 'GUILD' || kind === 'SUBGUILD') && leads(actor, unitId),
  );

/** The squads the actor belongs to now, home squad first. */
export function squadIdsOf(actor: Actor): string[] {
  return actor.memberships
    .filter(({ kind }) => kind === 'SQUAD')
    .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
    .map(({ unitId }) => unitId);
}
