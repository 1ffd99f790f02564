import { formatDay, parseDay } from '@/foundation/days';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** As recurrence rules write it: `TU`. */
export const weekdayCode = (weekday: Weekday): string => weekday.slice(0, 2).toUpperCase();

const ORDINALS: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: -1,
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** For patterns: any ordinal, weekday, and date such as `Tuesday June 25th, 2020`. */
export const ORDINAL = Object.keys(ORDINALS).join('|');
export const WEEKDAY = WEEKDAYS.map((day) => `${day.toLowerCase()}s?`).join('|');
export const DATE = `(?:(?:${WEEKDAY}),? )?[a-z]{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`;

export const ordinalOf = (word: string): number | null => ORDINALS[word] ?? null;

export function weekdayOf(word: string): Weekday | null {
  const singular = word.toLowerCase().replace(/s$/, '');
  return WEEKDAYS.find((day) => day.toLowerCase() === singular) ?? null;
}

export function weekdayOn(day: string): Weekday {
  const number = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return WEEKDAYS[number] as Weekday;
}

/** Reads `Tuesday August 13, 2019`; null when there is no such day, or it was another weekday. */
export function readDate(text: string): string | null {
  const pattern = /^(?:([a-z]+),? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
  const [, weekday, month, number, year] = pattern.exec(text.toLowerCase().trim()) ?? [];
  if (!month || !number || !year) return null;
  const index = MONTHS.indexOf(month.slice(0, 3));
  const day = parseDay(`${year}-${String(index + 1).padStart(2, '0')}-${number.padStart(2, '0')}`);
  if (index < 0 || !day) return null;
  const written = formatDay(day);
  return weekday && weekdayOf(weekday) !== weekdayOn(written) ? null : written;
}
