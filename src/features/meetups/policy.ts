import { type Actor, leads } from '@/foundation/context';

/** The unit that holds a meetup or series, followed by the units it stands beneath. */
export type HostFacts = { hostUnitIds: readonly string[] };

/** Everyone signed in reads meetups and says whether they come; only a person can. */
export const canRsvp = (actor: Actor) => actor.personId !== null;

/** Its guild's leads, those of the guild above, and administrators: series, dates, agenda, attendance. */
export const canRunMeetups = (actor: Actor, { hostUnitIds }: HostFacts) =>
  actor.isAdministrator || hostUnitIds.some((unitId) => leads(actor, unitId));

/** Presenters word their own item; how long it is and where it stands is for the leads. */
export const canWordAgendaItem = (
  actor: Actor,
  host: HostFacts,
  item: { presenterId: string | null },
) => canRunMeetups(actor, host) || (actor.personId !== null && item.presenterId === actor.personId);

export const canAdoptImportedSchedules = (actor: Actor) => actor.isAdministrator;
