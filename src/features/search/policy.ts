import { type Actor, leadsAGuild } from '@/foundation/context';

/** Whoever is signed in may search; what each finds is decided by `audienceKeysOf`. */
export const canSearch = (actor: Actor) => actor.isSystem || actor.personId !== null;

export const canRebuildIndex = (actor: Actor) => actor.isSystem || actor.isAdministrator;

/**
 * Who an actor is to the audiences of entries: the person and the units they belong to. Null for the
 * system, which sees everything; an administrator reads what everybody reads.
 */
export const audienceKeysOf = (actor: Actor): string[] | null =>
  actor.isSystem
    ? null
    : [
        ...(actor.personId ? [actor.personId] : []),
        ...actor.memberships.map(({ unitId }) => unitId),
      ];

/** Whether an entry shows itself to an actor; SQL says the same in `search` and beside it. */
export function isVisibleTo(actor: Actor, audience: readonly string[] | null): boolean {
  const keys = audienceKeysOf(actor);
  return audience === null || keys === null || keys.some((key) => audience.includes(key));
}

/** Leads of a guild or sub-guild word the list of acronyms and synonyms, and administrators. */
export const canEditSynonyms = (actor: Actor) => actor.isAdministrator || leadsAGuild(actor);
