import { type Actor, leads } from '@/foundation/context';
import type { MembershipRole, UnitKind } from './schema';

/** A unit and everything it stands beneath, on the day of the change. */
export type UnitFacts = { id: string; kind: UnitKind; ancestorIds: readonly string[] };

const isGuild = ({ kind }: { kind: UnitKind }) => kind === 'GUILD' || kind === 'SUBGUILD';

/** The organisation is open to everybody who is signed in. */
export const canView = (actor: Actor): boolean => actor.isSystem || actor.personId !== null;

/** The same rule as canView, for the database. A test keeps the two in step. */
export const visibleTo = (actor: Actor): { id?: { in: string[] } } =>
  canView(actor) ? {} : { id: { in: [] } };

/** A squad's lead for the squad, a tribe's lead for the tribe and what is in it, and so for chapters and guilds. */
export const canManageUnit = (actor: Actor, unit: UnitFacts): boolean =>
  actor.isAdministrator || [unit.id, ...unit.ancestorIds].some((id) => leads(actor, id));

/** Opening, ending and bounding units is for those who answer for the unit above. */
export const canReshapeUnit = (actor: Actor, unit: UnitFacts): boolean =>
  actor.isAdministrator || unit.ancestorIds.some((id) => leads(actor, id));

/** Tribes and guilds are opened by administrators, the others by the leads above them. */
export const canOpenUnit = (actor: Actor, parent: UnitFacts | null): boolean =>
  actor.isAdministrator || (parent !== null && canManageUnit(actor, parent));

/** Moving a unit needs a word from both sides. */
export const canChangeParent = (
  actor: Actor,
  unit: UnitFacts,
  newParent: UnitFacts | null,
): boolean =>
  actor.isAdministrator ||
  (canReshapeUnit(actor, unit) && newParent !== null && canManageUnit(actor, newParent));

type MembershipFacts = { personId: string; role: MembershipRole; unit: UnitFacts };

/** Whoever is in a guild has chosen to be: nobody else opens, ends or corrects it. */
export const canRecordMembership = (
  actor: Actor,
  { personId, role, unit }: MembershipFacts,
): boolean =>
  isGuild(unit) && role === 'MEMBER' ? actor.personId === personId : canManageUnit(actor, unit);

/** The squad that takes somebody in records it; nobody is pushed into another's squad. */
export const canMoveInto = (actor: Actor, squad: UnitFacts): boolean => canManageUnit(actor, squad);

export const canJoinGuild = (actor: Actor, guild: UnitFacts): boolean =>
  actor.personId !== null && isGuild(guild);

export const canEditProfile = (actor: Actor, personId: string): boolean =>
  actor.isAdministrator || actor.personId === personId;

/** New people, and the leaving of people, are recorded by administrators and by the home squad's leads. */
export const canAddPerson = (actor: Actor): boolean => actor.isAdministrator;

export const canRecordDeparture = (actor: Actor, homeSquad: UnitFacts | null): boolean =>
  actor.isAdministrator || (homeSquad !== null && canManageUnit(actor, homeSquad));

/**
 * The trail as a whole is for those who answer for others, which whoever leads a working group does
 * not; a unit's or person's own is open.
 */
export const canReadWholeTrail = (actor: Actor): boolean =>
  actor.isAdministrator ||
  actor.memberships.some(
    ({ kind, role }) => kind !== 'WORKING_GROUP' && (role === 'LEAD' || role === 'CHAPTER_LEAD'),
  );
