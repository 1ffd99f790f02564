import { holdsOn, type Period } from '@/foundation/days';
import type { MembershipRole, UnitKind } from '../schema';

/** What a recorded membership says. */
export type Place = Period & {
  unitId: string;
  unitKind: UnitKind;
  role: MembershipRole;
  isPrimary: boolean;
  endReason: string | null;
  note: string | null;
};

/** A membership as recorded, and not superseded since. */
export type Held = Place & { id: string };

/** A row to write; it takes the place of the one it names. */
export type NewRow = Place & { supersedesId: string | null };

/** What to write, never rewriting what was recorded: rows to mark as superseded, and rows to add. */
export type Plan = { superseded: Held[]; rows: NewRow[] };

export const nothingToWrite: Plan = { superseded: [], rows: [] };

/** Ends a membership on the first day it no longer holds. One that had not begun by then never held, and is withdrawn. */
export function endingPlan(held: Held, on: Date, endReason: string | null): Plan | 'ended-before' {
  if (held.validTo !== null && held.validTo <= on) return 'ended-before';
  if (on <= held.validFrom) return { superseded: [held], rows: [] };
  return {
    superseded: [held],
    rows: [{ ...placeOf(held), validTo: on, endReason, supersedesId: held.id }],
  };
}

export type Correction = Partial<
  Pick<Place, 'unitId' | 'unitKind' | 'role' | 'isPrimary' | 'validFrom' | 'validTo'>
>;

/** Says that what was recorded was wrong, and what is right; the wrong row stays on record. */
export function correctionPlan(
  held: Held,
  correction: Correction,
  reason: string,
): Plan | 'nothing-changed' | 'ends-before-start' {
  const corrected = { ...placeOf(held), ...correction };
  if (saysTheSame(held, corrected)) return 'nothing-changed';
  if (corrected.validTo !== null && corrected.validTo <= corrected.validFrom) {
    return 'ends-before-start';
  }
  const endReason = corrected.validTo === null ? null : corrected.endReason;
  return {
    superseded: [held],
    rows: [{ ...corrected, endReason, note: reason, supersedesId: held.id }],
  };
}

export type Move = {
  squadId: string;
  on: Date;
  /** Why the membership in the former squad ended, such as "Moved to Radio". */
  endReason: string;
  note: string | null;
};

export type PlannedMove = { plan: Plan; from: Held | null; handsOver: Held[] };

/**
 * Moves a person's home to another squad from a day on. The new place takes what was left of the old
 * one: a later move that is already recorded stays as it is. Roles in the former squad end with it.
 * @param squadPlaces every squad membership of the person that still counts
 */
export function movePlan(
  squadPlaces: readonly Held[],
  { squadId, on, endReason, note }: Move,
): PlannedMove | 'already-there' {
  const home = squadPlaces.find((place) => place.isPrimary && holdsOn(place, on)) ?? null;
  if (home?.unitId === squadId) return 'already-there';

  const validTo = home ? home.validTo : firstDayOfNextHome(squadPlaces, on);
  const leaving = squadPlaces.filter(
    (place) => home && place.unitId === home.unitId && overlaps(place, { validFrom: on, validTo }),
  );
  const joinedTwice = squadPlaces.filter(
    (place) =>
      place.unitId === squadId &&
      place.role === 'MEMBER' &&
      !place.isPrimary &&
      overlaps(place, { validFrom: on, validTo }),
  );
  const ended = [
    ...leaving.map((place) => endingPlan(place, on, endReason)),
    ...joinedTwice.map((place) => endingPlan(place, on, 'Became the home squad')),
  ];
  const plan = joined(ended.filter((part): part is Plan => part !== 'ended-before'));
  const replacesWholly = home && home.validFrom >= on;
  plan.rows.push({
    unitId: squadId,
    unitKind: 'SQUAD',
    role: 'MEMBER',
    isPrimary: true,
    validFrom: on,
    validTo,
    endReason: home?.endReason ?? null,
    note,
    supersedesId: replacesWholly ? home.id : null,
  });
  return { plan, from: home, handsOver: leaving.filter(isLeading) };
}

export type PlannedDeparture = { plan: Plan; handsOver: Held[] };

/** Ends everything from a day on; what was to begin later never will. */
export function departurePlan(
  held: readonly Held[],
  on: Date,
  endReason: string,
): PlannedDeparture {
  const parts = held.map((place) => ({ place, part: endingPlan(place, on, endReason) }));
  const touched = parts.filter((entry): entry is { place: Held; part: Plan } => isPlan(entry.part));
  return {
    plan: joined(touched.map(({ part }) => part)),
    handsOver: touched.map(({ place }) => place).filter(isLeading),
  };
}

/** The plans as one. */
export function joined(plans: readonly Plan[]): Plan {
  return {
    superseded: plans.flatMap(({ superseded }) => superseded),
    rows: plans.flatMap(({ rows }) => rows),
  };
}

export function overlaps(a: Period, b: Period): boolean {
  return (
    (b.validTo === null || a.validFrom < b.validTo) &&
    (a.validTo === null || b.validFrom < a.validTo)
  );
}

export const isLeading = ({ role }: { role: MembershipRole }): boolean =>
  role === 'LEAD' || role === 'CHAPTER_LEAD';

export const isPlan = (plan: Plan | string): plan is Plan => typeof plan !== 'string';

function firstDayOfNextHome(places: readonly Held[], on: Date): Date | null {
  const later = places.filter(({ isPrimary, validFrom }) => isPrimary && validFrom > on);
  const days = later.map(({ validFrom }) => validFrom.getTime());
  return days.length > 0 ? new Date(Math.min(...days)) : null;
}

function placeOf({ id: _id, ...place }: Held): Place {
  return place;
}

function saysTheSame(a: Place, b: Place): boolean {
  return (
    a.unitId === b.unitId &&
    a.role === b.role &&
    a.isPrimary === b.isPrimary &&
    a.validFrom.getTime() === b.validFrom.getTime() &&
    a.validTo?.getTime() === b.validTo?.getTime()
  );
}
