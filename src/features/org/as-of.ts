import { dayOf, formatDay, parseDay } from '@/foundation/days';

/** The day that a page speaks of, and how it lies to today. */
export type AsOf = { day: Date; today: Date; tense: 'past' | 'today' | 'future' };

/** Reads `?on=`; anything that is not a day reads as today. */
export function asOf(on: string | undefined, now: Date): AsOf {
  const today = dayOf(now);
  const day = (on && parseDay(on)) || today;
  const tense = day < today ? 'past' : day > today ? 'future' : 'today';
  return { day, today, tense };
}

/** An address that keeps the day, so that every link on a page of the past leads into that past. */
export function addressOn(
  path: string,
  { day, tense }: AsOf,
  query: Record<string, string | undefined> = {},
): string {
  const given = { ...query, on: tense === 'today' ? undefined : formatDay(day) };
  const entries = Object.entries(given).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  const text = new URLSearchParams(entries).toString();
  return text ? `${path}?${text}` : path;
}
