import { daysBetween, formatDay } from '@/foundation/days';

/** A date that is already in the calendar and has not begun. */
export type PlannedDate = {
  id: string;
  occursOn: Date;
  startsAt: Date;
  /** Somebody put an agenda or notes on it, or said whether they come. */
  isTouched: boolean;
  isCancelled: boolean;
  /** It was moved on its own, away from where the rule placed it. */
  isMovedByHand: boolean;
};

/** Where the changed rule places a date. */
export type Placement = { occursOn: Date; startsAt: Date; endsAt: Date };

export type SeriesChange = {
  /** Stay on their day, at what may be another hour. */
  kept: { id: string; placement: Placement }[];
  /** Taken, with all that hangs on them, to the nearest new day. */
  carried: { id: string; from: Date; placement: Placement }[];
  cancelled: string[];
  removed: string[];
  added: Placement[];
};

/** So far a date is taken along when its day is no longer one of the series'. */
const CARRY_DAYS = 6;

/**
 * What becomes of the planned dates when a series follows another rule. Nothing that somebody has
 * put work into disappears: it goes to the nearest new day, or is cancelled where there is none.
 */
export function reconcileDates(planned: PlannedDate[], wanted: Placement[]): SeriesChange {
  const change: SeriesChange = { kept: [], carried: [], cancelled: [], removed: [], added: [] };
  const free = new Map(wanted.map((placement) => [formatDay(placement.occursOn), placement]));
  const unplaced: PlannedDate[] = [];

  for (const date of planned.toSorted(byDay)) {
    const placement = free.get(formatDay(date.occursOn));
    if (placement) free.delete(formatDay(date.occursOn));
    // Somebody decided about this date alone; a change of the rule does not decide again.
    if (date.isCancelled || date.isMovedByHand) continue;
    if (placement) change.kept.push({ id: date.id, placement });
    else unplaced.push(date);
  }
  for (const { id, occursOn, startsAt, isTouched } of unplaced) {
    if (!isTouched) {
      change.removed.push(id);
      continue;
    }
    const nearest = nearestTo(occursOn, free);
    if (nearest) {
      free.delete(formatDay(nearest.occursOn));
      change.carried.push({ id, from: startsAt, placement: nearest });
    } else {
      change.cancelled.push(id);
    }
  }
  change.added = [...free.values()];
  return change;
}

function nearestTo(day: Date, free: Map<string, Placement>): Placement | null {
  const [nearest] = [...free.values()]
    .map((placement) => ({ placement, distance: Math.abs(daysBetween(day, placement.occursOn)) }))
    .filter(({ distance }) => distance <= CARRY_DAYS)
    .toSorted((a, b) => a.distance - b.distance);
  return nearest?.placement ?? null;
}

function byDay(a: PlannedDate, b: PlannedDate) {
  return a.occursOn.getTime() - b.occursOn.getTime() || a.id.localeCompare(b.id);
}
