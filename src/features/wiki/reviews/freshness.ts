import { addDays, dayOf, daysBetween } from '@/foundation/days';
import type { PageKind } from '../schema';

/** For how many days a check of a page holds; null for what records how something was. */
export const WINDOW_DAYS: Record<PageKind, number | null> = {
  HOW_TO: 90,
  BEST_PRACTICE: 180,
  MODEL_ARCHITECTURE: 180,
  DATA_PIPELINE_PATTERN: 180,
  GLOSSARY_ENTRY: 365,
  LESSONS_LEARNED: null,
  PAPER_NOTES: null,
};

/** So many days after it came due, a page is overdue. */
export const GRACE_DAYS = 30;

/** An own date lies at most so far ahead. */
export const OWN_DATE_DAYS_MAX = 730;

export type Freshness = 'NEVER_VERIFIED' | 'RECORD' | 'FRESH' | 'DUE' | 'OVERDUE' | 'OBSOLETE';

/** What is recorded of a page, added up. */
export type Standing = {
  kind: PageKind;
  createdAt: Date;
  /** When somebody last found it true, or made it so. */
  checkedAt: Date | null;
  nextDueOn: Date | null;
  /** When something first made it due before its time, since it was last checked. */
  dueSince: Date | null;
  isObsolete: boolean;
};

/** The day on which a check made on a day runs out; null when the kind has no window. */
export function dueAfter(kind: PageKind, checkedOn: Date): Date | null {
  const days = WINDOW_DAYS[kind];
  return days === null ? null : addDays(dayOf(checkedOn), days);
}

/** The day from which somebody should look at a page; null when no day is set. */
export function dueOn(standing: Standing): Date | null {
  const { kind, createdAt, checkedAt, nextDueOn, dueSince, isObsolete } = standing;
  if (isObsolete) return null;
  // What was never checked is in doubt from the day of the doubt, not from when it was written.
  const byTime = checkedAt ? nextDueOn : dueSince ? null : dueAfter(kind, createdAt);
  const days = [byTime, dueSince && dayOf(dueSince)].filter((day) => day !== null);
  return days.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** How far a page can be trusted today. */
export function freshnessOf(standing: Standing, today: Date): Freshness {
  if (standing.isObsolete) return 'OBSOLETE';
  const due = dueOn(standing);
  // What nobody ever checked is never "due again", but something may have put it in doubt.
  if (!standing.checkedAt && !standing.dueSince) {
    return WINDOW_DAYS[standing.kind] === null ? 'RECORD' : 'NEVER_VERIFIED';
  }
  if (!due || today < due) return 'FRESH';
  return daysBetween(due, today) > GRACE_DAYS ? 'OVERDUE' : 'DUE';
}

/** Whether it waits for its steward: due, or never looked at in the time its kind allows. */
export function isWaiting(standing: Standing, today: Date): boolean {
  const due = dueOn(standing);
  return due !== null && due <= today;
}

/**
 * The place in a steward's queue: reads × age, so that what many read and nobody looked at for
 * long comes first. What nobody reads still moves up with its age.
 */
export const urgency = (readsLately: number, daysSinceChecked: number): number =>
  (readsLately + 1) * Math.max(daysSinceChecked, 1);

/** What a search tells of how far a page can be trusted. */
export const trustOf = (standing: Standing) => ({
  verifiedAt: standing.checkedAt,
  reviewDueOn: dueOn(standing),
  isObsolete: standing.isObsolete,
});
