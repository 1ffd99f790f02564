import type { Actor } from '@/foundation/context';
import { canEditTechnique, speaksFor, type TechniqueFacts } from '../policy';

/** A squad's own word: no administrator, no guild role and no other squad says it for them. */
export const canMoveAdoption = (actor: Actor, squadId: string) => speaksFor(actor, squadId);

export const canPresentTechnique = (actor: Actor, technique: TechniqueFacts) =>
  canEditTechnique(actor, technique);

/** Who heard of it follows from who was there, and is kept in step by the system. */
export const canKeepExposures = (actor: Actor) => actor.isSystem;

/** That a squad heard of something is open; that a person did is that person's alone. */
export const canSeeOwnExposure = (actor: Actor, exposure: { personId: string | null }) =>
  exposure.personId !== null && exposure.personId === actor.personId;

/** The same rule for the database. A test keeps the two in step. */
export const ownExposuresOf = (actor: Actor) => ({
  // Nobody is called by an empty id, so the system finds none.
  personId: actor.personId ?? '',
});
