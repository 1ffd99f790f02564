import { dayOf, daysBetween } from '@/foundation/days';
import { firstInProductionOn, hasEnded, type Step, standingOf } from './adoption';

const DAYS_PER_WEEK = 7;

/** From one day to another; open while the second has not come. */
export type Span = { days: number; isOpen: boolean };

export type SquadClock<Squad> = {
  squad: Squad;
  heardOn: Date | null;
  firstWordOn: Date | null;
  inProductionOn: Date | null;
  /** The squad's own clock: from the day it first heard of it. */
  sinceHeard: Span | null;
  /** The technique's clock: from its first presentation. */
  sincePresented: Span | null;
  /** It said no, or stopped, before it ever was in production: neither clock runs on. */
  hasEnded: boolean;
};

type Heard<Squad> = { squad: Squad; heardOn: Date | null; history: readonly Step[] };

/**
 * Both clocks for every squad that heard of a technique or said something about it, in the order in
 * which it reached them. A clock is never negative: who had it in production before hearing of it
 * here, or before it was presented, was not brought to it by that, and shows no span.
 */
export function readClocks<Squad extends { name: string }>(
  squads: readonly Heard<Squad>[],
  firstPresentedOn: Date | null,
  today: Date,
): SquadClock<Squad>[] {
  return squads.map((heard) => clockOf(heard, firstPresentedOn, today)).toSorted(byArrival);
}

type Reached = { squad: { id: string; name: string }; at: Date };
type Taken<Squad> = { squad: Squad; steps: readonly Step[] };

/** Every squad that heard of it or said something, with the day on which it first heard. */
export function gatherHeard<Squad extends { id: string; name: string }>(
  hearings: readonly (Reached & { squad: Squad })[],
  adoptions: readonly Taken<Squad>[],
): { squad: Squad; heardOn: Date | null; history: readonly Step[] }[] {
  const squads = new Map<
    string,
    { squad: Squad; heardOn: Date | null; history: readonly Step[] }
  >();
  for (const { squad, steps } of adoptions) {
    squads.set(squad.id, { squad, heardOn: null, history: steps });
  }
  for (const { squad, at } of hearings) {
    const known = squads.get(squad.id) ?? { squad, heardOn: null, history: [] };
    const on = dayOf(at);
    const heardOn = known.heardOn && known.heardOn < on ? known.heardOn : on;
    squads.set(squad.id, { ...known, heardOn });
  }
  return [...squads.values()];
}

/** `5 weeks`, `less than a week`, `6 weeks so far`. */
export function describeSpan({ days, isOpen }: Span): string {
  const weeks = Math.floor(days / DAYS_PER_WEEK);
  const length = weeks === 0 ? 'less than a week' : weeks === 1 ? '1 week' : `${weeks} weeks`;
  return isOpen ? `${length} so far` : length;
}

function clockOf<Squad>(
  { squad, heardOn, history }: Heard<Squad>,
  firstPresentedOn: Date | null,
  today: Date,
): SquadClock<Squad> {
  const inProductionOn = firstInProductionOn(history);
  const ended = inProductionOn === null && hasEnded(standingOf(history));
  const until = (start: Date | null) => (ended ? null : spanFrom(start, inProductionOn, today));
  return {
    squad,
    heardOn,
    firstWordOn: history[0]?.on ?? null,
    inProductionOn,
    sinceHeard: until(heardOn),
    sincePresented: until(firstPresentedOn),
    hasEnded: ended,
  };
}

function spanFrom(start: Date | null, end: Date | null, today: Date): Span | null {
  if (!start) return null;
  const days = daysBetween(start, end ?? today);
  return days < 0 ? null : { days, isOpen: end === null };
}

function byArrival<Squad extends { name: string }>(a: SquadClock<Squad>, b: SquadClock<Squad>) {
  return arrivalOf(a) - arrivalOf(b) || a.squad.name.localeCompare(b.squad.name);
}

function arrivalOf({ heardOn, firstWordOn }: SquadClock<unknown>): number {
  const days = [heardOn, firstWordOn].filter((day) => day !== null);
  return Math.min(...days.map((day) => day.getTime()));
}
