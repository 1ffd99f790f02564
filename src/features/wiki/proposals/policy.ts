import type { Actor } from '@/foundation/context';
import { canEditPage, type PageFacts } from '../policy';

/** Everybody who is signed in may propose; so may a mirror or an import, for somebody. */
export const canPropose = (actor: Actor): boolean => actor.personId !== null || actor.isSystem;

/** A proposal is decided by those who could have made the change themselves. */
export const canDecide = (actor: Actor, page: PageFacts): boolean => canEditPage(actor, page);

export const canWithdraw = (actor: Actor, proposal: { proposerId: string | null }): boolean =>
  actor.personId !== null && actor.personId === proposal.proposerId;
