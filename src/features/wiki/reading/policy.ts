import type { Actor } from '@/foundation/context';

/** What somebody read is shown to that person, and to nobody else: no lead, no administrator. */
export const canSeeReadings = (actor: Actor, readerId: string): boolean =>
  actor.personId !== null && actor.personId === readerId;
