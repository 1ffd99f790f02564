import { wallClock } from './recurrence';

const LOCALE = 'en-GB';

type Span = { startsAt: Date; endsAt: Date };

/** `Thursday 5 March 2026, 16:00–17:30 WET`. */
export function spanInWords({ startsAt, endsAt }: Span, timeZone: string): string {
  return formatter(timeZone, 'long')
    .formatRange(startsAt, endsAt)
    .replace(/^(\w+),/, '$1')
    .replaceAll(' at ', ', ');
}

/** `16:00–17:30 WET`; with the weekday where the day differs from the reader's. */
export function hoursInWords(
  { startsAt, endsAt }: Span,
  timeZone: string,
  withDay = false,
): string {
  return formatter(timeZone, withDay ? 'hours-of-day' : 'hours').formatRange(startsAt, endsAt);
}

export type TwoClocks = {
  /** By the reader's clock. */
  here: string;
  /** By the meeting's own clock, where it shows another time. */
  there: string | null;
};

/** The hours by the reader's clock, and by the meeting's own where that shows another time. */
export function onTwoClocks(span: Span, timeZone: string, ownTimeZone: string): TwoClocks {
  const here = wallClock(span.startsAt, timeZone);
  const there = wallClock(span.startsAt, ownTimeZone);
  const isSameDay = +here.day === +there.day;
  const isSame = isSameDay && here.localTime === there.localTime;
  return {
    here: spanInWords(span, timeZone),
    there: isSame ? null : hoursInWords(span, ownTimeZone, !isSameDay),
  };
}

/** What stands in the margin of a list: `Thu 5 Mar` and `16:00`. */
export function marginDate(at: Date, timeZone: string): { day: string; time: string } {
  const parts = formatter(timeZone, 'margin').formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('weekday')} ${part('day')} ${part('month')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** `March 2026`, for a heading above the dates of a month. */
export function monthInWords(at: Date, timeZone: string): string {
  return formatter(timeZone, 'month').format(at);
}

/** `16:00`. */
export function hourInWords(at: Date, timeZone: string): string {
  return marginDate(at, timeZone).time;
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const zoned = { ...clock, timeZoneName: 'short' } as const;
const formats = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...zoned },
  hours: zoned,
  'hours-of-day': { weekday: 'long', ...zoned },
  margin: { weekday: 'short', day: 'numeric', month: 'short', ...clock },
  month: { month: 'long', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

// Making a formatter costs a hundred times what using it does, and a list shows fifty dates.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string, format: keyof typeof formats): Intl.DateTimeFormat {
  const key = `${format} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALE, { ...formats[format], timeZone });
  formatters.set(key, made);
  return made;
}
