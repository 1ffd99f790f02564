import { type Weekday, weekdayCode, weekdayOn } from './calendar-words';
import type { PatternName } from './schema';

/** `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU` for every two weeks on a Tuesday. */
export function ruleFor(pattern: PatternName, weekday: Weekday): string {
  const [, kind, number] = /^(weeks|month)-(-?\d)$/.exec(pattern) ?? [];
  if (kind === 'month') return `FREQ=MONTHLY;BYDAY=${number}${weekdayCode(weekday)}`;
  const interval = number === '1' ? '' : `INTERVAL=${number};`;
  return `FREQ=WEEKLY;${interval}BYDAY=${weekdayCode(weekday)}`;
}

/** What a rule says, to be shown in a form again; nulls where it says nothing. */
export function patternIn(rule: string | null): {
  pattern: PatternName | null;
  code: string | null;
} {
  const [, interval, week] =
    /^FREQ=WEEKLY;(?:INTERVAL=(\d);)?BYDAY=([A-Z]{2})$/.exec(rule ?? '') ?? [];
  if (week) return { pattern: `weeks-${interval ?? '1'}` as PatternName, code: week };
  const [, ordinal, day] = /^FREQ=MONTHLY;BYDAY=(-?\d)([A-Z]{2})$/.exec(rule ?? '') ?? [];
  if (day) return { pattern: `month-${ordinal}` as PatternName, code: day };
  return { pattern: null, code: null };
}

/** The first date fixes which weeks are meant, so it must be one on which the meeting is held. */
export function firstDateObstacle(
  pattern: PatternName,
  weekday: Weekday,
  firstOn: string,
): string | null {
  if (weekdayOn(firstOn) !== weekday) return `${firstOn} is a ${weekdayOn(firstOn)}.`;
  const ordinal = /^month-(-?\d)$/.exec(pattern)?.[1];
  return ordinal && !isNth(firstOn, Number(ordinal))
    ? `${firstOn} is another ${weekday} of its month.`
    : null;
}

function isNth(day: string, ordinal: number): boolean {
  const number = Number(day.slice(8));
  if (ordinal > 0) return Math.ceil(number / 7) === ordinal;
  const [year, month] = day.split('-').map(Number) as [number, number];
  return number + 7 > new Date(Date.UTC(year, month, 0)).getUTCDate();
}
