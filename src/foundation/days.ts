/**
 * Days without a time of day, as the database's `date` columns hold them: a Date at 00:00 UTC.
 * Periods are half-open: the first day belongs to them, the last does not.
 */
const MILLISECONDS_PER_DAY = 86_400_000;

export type Period = { validFrom: Date; validTo: Date | null };

/** The UTC day that an instant falls on. */
export function dayOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / MILLISECONDS_PER_DAY) * MILLISECONDS_PER_DAY);
}

/** The day that an instant falls on for somebody in a time zone. */
export function dayInZone(instant: Date, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
  return new Date(`${parts}T00:00:00Z`);
}

/** Reads `2025-03-01`; null when it is not a day of the calendar. */
export function parseDay(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || formatDay(day) !== text ? null : day;
}

/** Writes `2025-03-01`. */
export function formatDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * MILLISECONDS_PER_DAY);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Date, to: Date): number {
  return Math.round((dayOf(to).getTime() - dayOf(from).getTime()) / MILLISECONDS_PER_DAY);
}

export function holdsOn({ validFrom, validTo }: Period, day: Date): boolean {
  return validFrom <= day && (validTo === null || day < validTo);
}
