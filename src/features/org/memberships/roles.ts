import type { MembershipRole, UnitKind } from '../schema';

const ROLES: Record<UnitKind, readonly MembershipRole[]> = {
  TRIBE: ['LEAD', 'MEMBER'],
  SQUAD: ['MEMBER', 'LEAD', 'GUEST'],
  CHAPTER: ['MEMBER', 'CHAPTER_LEAD'],
  GUILD: ['MEMBER', 'LEAD', 'STEWARD', 'GUEST'],
  SUBGUILD: ['MEMBER', 'LEAD', 'STEWARD', 'GUEST'],
  WORKING_GROUP: ['MEMBER', 'LEAD', 'GUEST'],
};

/** The roles somebody can have in a unit of this kind, the most usual first. */
export const rolesIn = (kind: UnitKind): readonly MembershipRole[] => ROLES[kind];

/** The role in which a unit of this kind is led. */
export const leadingRoleOf = (kind: UnitKind): MembershipRole =>
  kind === 'CHAPTER' ? 'CHAPTER_LEAD' : 'LEAD';

const NAMES: Record<MembershipRole, string> = {
  MEMBER: 'Member',
  LEAD: 'Lead',
  CHAPTER_LEAD: 'Chapter lead',
  STEWARD: 'Steward',
  GUEST: 'Guest',
};

export const roleName = (role: MembershipRole): string => NAMES[role];

/** Being a member of a guild is everybody's own choice; leading one is not. */
export const isByOwnHand = (kind: UnitKind, role: MembershipRole): boolean =>
  role === 'MEMBER' && (kind === 'GUILD' || kind === 'SUBGUILD');
