import { RRuleTemporal } from 'rrule-temporal';
import { toText } from 'rrule-temporal/totext';
import { Temporal } from 'temporal-polyfill';

/** On which days a series meets: an RFC 5545 rule counted from its first day, up to its last. */
export type Recurrence = { rule: string; firstOn: Date; lastOn: Date | null };

const KNOWN_PARTS = new Set([
  'FREQ',
  'INTERVAL',
  'BYDAY',
  'BYMONTH',
  'BYMONTHDAY',
  'BYSETPOS',
  'WKST',
]);
const FREQUENCIES = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
const MONTH_DAYS = /^(-?([1-9]|[12]\d|3[01]))(,-?([1-9]|[12]\d|3[01]))*$/;
const MONTHS = /^([1-9]|1[0-2])(,([1-9]|1[0-2]))*$/;

/** What keeps this text from being a rule we can hold dates by, as a sentence; null when nothing does. */
export function recurrenceFault(rule: string): string | null {
  const parts = partsOf(rule);
  if (!parts) return 'A rule is written as FREQ=WEEKLY;INTERVAL=2;BYDAY=TH.';
  if (parts.has('COUNT') || parts.has('UNTIL')) {
    return 'Leave COUNT and UNTIL out: the last date of the series is a field of its own.';
  }
  const unknown = [...parts.keys()].find((name) => !KNOWN_PARTS.has(name));
  if (unknown) return `${unknown} cannot be used here: a rule names days, not times.`;
  if (!FREQUENCIES.has(parts.get('FREQ') ?? '')) {
    return 'FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY.';
  }
  if (!MONTH_DAYS.test(parts.get('BYMONTHDAY') ?? '1')) {
    return 'BYMONTHDAY takes days from 1 to 31, or from -31 to -1.';
  }
  if (!MONTHS.test(parts.get('BYMONTH') ?? '1')) return 'BYMONTH takes months from 1 to 12.';
  try {
    rruleFrom(rule, new Date(0));
    return null;
  } catch (error) {
    return `This rule cannot be read: ${error instanceof Error ? error.message : error}`;
  }
}

/**
 * The days of a series from one day to another, both included. Days are counted on the calendar
 * alone, so that no change of clocks can add, drop or shift one.
 */
export function meetingDays({ rule, firstOn, lastOn }: Recurrence, from: Date, to: Date): Date[] {
  const start = from > firstOn ? from : firstOn;
  const end = lastOn && lastOn < to ? lastOn : to;
  if (end < start) return [];
  return rruleFrom(rule, firstOn)
    .between(start, end, true)
    .map((occurrence) => new Date(occurrence.epochMilliseconds));
}

/**
 * The instant at which a clock in this zone shows this time on this day. A time that the clocks
 * skip is taken later by what they skip; one that comes twice means the first.
 */
export function instantOf(day: Date, localTime: string, timeZone: string): Date {
  const date = Temporal.PlainDate.from(day.toISOString().slice(0, 10));
  const zoned = date
    .toPlainDateTime(Temporal.PlainTime.from(localTime))
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  return new Date(zoned.epochMilliseconds);
}

/** The calendar day (at 00:00 UTC) and the time that a clock in this zone shows at an instant. */
export function wallClock(at: Date, timeZone: string): { day: Date; localTime: string } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return {
    day: new Date(`${zoned.toPlainDate().toString()}T00:00:00Z`),
    localTime: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

export function isTimeZone(name: string): boolean {
  // Fixed offsets such as "+02:00" are zones to Temporal, but they know no daylight-saving time.
  if (!/^[A-Z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** The rule in words: "every two weeks on Thursday". */
export function describeRule(rule: string): string {
  if (recurrenceFault(rule)) return rule;
  return (
    describeWeekly(rule) ??
    describeMonthly(rule) ??
    toText(rruleFrom(rule, new Date(0)), 'en', { excludeTzAbbreviation: true }).replace(
      / at 12 AM.*$/,
      '',
    )
  );
}

const NUMBER_WORDS = ['', '', 'two', 'three', 'four', 'five', 'six'];
const ORDINALS: Record<string, string> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  '-1': 'last',
};
const DAY_NAMES: Record<string, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

function describeWeekly(rule: string): string | null {
  const match = /^FREQ=WEEKLY(?:;INTERVAL=(\d+))?;BYDAY=([A-Z,]+)$/.exec(normalised(rule));
  if (!match?.[2]) return null;
  const days = match[2].split(',').map((day) => DAY_NAMES[day] ?? day);
  const interval = Number(match[1] ?? 1);
  const every = interval === 1 ? 'week' : `${NUMBER_WORDS[interval] ?? interval} weeks`;
  return `every ${every} on ${inWords(days)}`;
}

function describeMonthly(rule: string): string | null {
  const match =
    /^FREQ=MONTHLY(?:;INTERVAL=(\d+))?;BYDAY=((?:-1|[1-5])[A-Z]{2}(?:,(?:-1|[1-5])[A-Z]{2})*)$/.exec(
      normalised(rule),
    );
  if (!match?.[2]) return null;
  const days = match[2].split(',');
  const weekdays = [...new Set(days.map((day) => DAY_NAMES[day.slice(-2)] ?? ''))];
  const places = days.map((day) => ORDINALS[day.slice(0, -2)] ?? '');
  if (weekdays.length > 1) return null;
  const interval = Number(match[1] ?? 1);
  const every =
    interval === 1 ? 'every month' : `every ${NUMBER_WORDS[interval] ?? interval} months`;
  return `${every} on the ${inWords(places)} ${weekdays[0]}`;
}

function inWords(items: string[]): string {
  return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function normalised(rule: string): string {
  const parts = partsOf(rule) ?? new Map<string, string>();
  return ['FREQ', 'INTERVAL', ...[...parts.keys()].filter((name) => name.startsWith('BY'))]
    .filter((name) => parts.has(name))
    .map((name) => `${name}=${parts.get(name)}`)
    .join(';');
}

function partsOf(rule: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of rule.split(';')) {
    const match = /^([A-Z]+)=([A-Z0-9,+-]+)$/.exec(part);
    if (!match?.[1] || !match[2] || parts.has(match[1])) return null;
    parts.set(match[1], match[2]);
  }
  return parts;
}

function rruleFrom(rule: string, firstOn: Date) {
  return new RRuleTemporal({
    rruleString: rule,
    strict: true,
    dtstart: Temporal.Instant.fromEpochMilliseconds(firstOn.getTime()).toZonedDateTimeISO('UTC'),
  });
}
