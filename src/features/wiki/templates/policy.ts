import { type Actor, leadsAGuild } from '@/foundation/context';

/** What pages are asked is worded by the leads of guilds and sub-guilds, and by administrators. */
export const canWordTemplates = (actor: Actor): boolean =>
  actor.isAdministrator || leadsAGuild(actor);
