import { addDays } from '@/foundation/days';

/** For so long somebody is new here. */
export const FIRST_WEEKS_DAYS = 90;

/** Whoever came after this day is new on `today`. */
export const newSince = (today: Date): Date => addDays(today, -FIRST_WEEKS_DAYS);

/**
 * Whether somebody is in their first weeks. Where the organisation itself was recorded only lately,
 * everybody's first day is late, and nobody is new.
 */
export function isInFirstWeeks(
  { firstDay, firstDayOfAll }: { firstDay: Date | null; firstDayOfAll: Date | null },
  today: Date,
): boolean {
  if (!firstDay || !firstDayOfAll || firstDay > today) return false;
  return firstDay > newSince(today) && firstDayOfAll <= newSince(today);
}
