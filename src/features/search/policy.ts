import type { Actor } from '@/foundation/context';

/** Everything in the index is open to everyone who is signed in, and to no one else. */
export const canSearch = (actor: Actor) => actor.isSystem || actor.personId !== null;

export const canRebuildIndex = (actor: Actor) => actor.isSystem || actor.isAdministrator;
