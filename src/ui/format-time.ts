const LOCALE = 'en-GB';
const MILLISECONDS_PER_DAY = 86_400_000;
const NEAR_DAYS = 7;

const longDay = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `1 March 2025`, for a day at 00:00 UTC. */
export function formatLongDay(day: Date): string {
  return longDay.format(day);
}

// Making a formatter costs a hundred times what using it does, and a page shows many times in one zone.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${Object.keys(options).join()}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone });
  formatters.set(key, made);
  return made;
}

/** `Thursday 6 March 2025, 16:00 CET`. */
export function formatInstant(at: Date, timeZone: string): string {
  return formatterFor(timeZone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
    .format(at)
    .replace(' at ', ', ');
}

/** `Thu 6 Mar, 16:00 CET`. */
export function formatInstantShort(at: Date, timeZone: string): string {
  return formatterFor(timeZone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

/** `6 Mar 2025, 16:00 CET`, for what happened and stays on record. */
export function formatInstantDated(at: Date, timeZone: string): string {
  return formatterFor(timeZone, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

/** "today", "yesterday", "in 3 days"; null when the day is more than a week away. */
export function relativeDay(day: Date, today: Date): string | null {
  const days = Math.round((day.getTime() - today.getTime()) / MILLISECONDS_PER_DAY);
  if (Math.abs(days) > NEAR_DAYS) return null;
  return new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' }).format(days, 'day');
}
