import { type Actor, isMemberOf, squadIdsOf } from '@/foundation/context';

export type GroupFacts = { leadIds: readonly string[]; sponsorId: string | null };

/** Whoever works in a squad may propose a group; it is a proposal until it is chartered. */
export const canPropose = (actor: Actor) =>
  actor.isAdministrator || (actor.personId !== null && squadIdsOf(actor).length > 0);

/** Its leads, its sponsor and administrators: charter, states, seats, deliverables. */
export const canRunGroup = (actor: Actor, { leadIds, sponsorId }: GroupFacts) =>
  actor.isAdministrator ||
  (actor.personId !== null && (leadIds.includes(actor.personId) || sponsorId === actor.personId));

type DeliverableFacts = { ownerSquadId: string | null; groupHasEnded: boolean };

/** After the group has ended, a deliverable is moved on by the squad that looks after it. */
export const canMoveDeliverable = (
  actor: Actor,
  group: GroupFacts,
  { ownerSquadId, groupHasEnded }: DeliverableFacts,
) =>
  canRunGroup(actor, group) ||
  (groupHasEnded && ownerSquadId !== null && isMemberOf(actor, ownerSquadId));

/** Nobody is held in a group: a seat is given up by one's own hand too. */
export const canGiveUpSeat = (actor: Actor, group: GroupFacts, seat: { personId: string }) =>
  canRunGroup(actor, group) || seat.personId === actor.personId;
