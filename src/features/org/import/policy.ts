import type { Actor } from '@/foundation/context';

/** A whole organisation changes at once, so only administrators and the command line import. */
export const canImport = (actor: Actor): boolean => actor.isSystem || actor.isAdministrator;
