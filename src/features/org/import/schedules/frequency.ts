import type { Weekday } from './calendar-words';
import { DATE, ORDINAL, ordinalOf, readDate, WEEKDAY, weekdayOf } from './calendar-words';

/** How often, as far as the words say it with certainty. */
export type Frequency =
  | { kind: 'weeks'; every: number; startsOn: string | null; remark: string | null }
  | { kind: 'month'; ordinal: number | null; weekday: Weekday | null; startsOn: string | null }
  | { kind: 'unknown' };

const unknown: Frequency = { kind: 'unknown' };

const WEEKS: Record<string, number> = {
  weekly: 1,
  'every week': 1,
  biweekly: 2,
  'bi-weekly': 2,
  fortnightly: 2,
  'every other week': 2,
  'every two weeks': 2,
  'every 2 weeks': 2,
  'every three weeks': 3,
  'every 3 weeks': 3,
  'every four weeks': 4,
  'every 4 weeks': 4,
};

const RHYTHM = Object.keys(WEEKS).join('|');
const STARTING = new RegExp(`^(${RHYTHM}|monthly) (?:starting|since|from)(?: on)? (${DATE})$`);
const START_DATE = new RegExp(
  `^(${RHYTHM}|monthly) (\\d{4}) start date: ([a-z]+\\.? \\d{1,2}[a-z]*)$`,
);
const EVERY_MONTH = new RegExp(
  `^(?:monthly(?: on)? ?[-,]? ?)?(?:the |every )?(${ORDINAL}) (${WEEKDAY})(?: (?:of )?(?:the|each|every) month)?$`,
);
const RHYTHM_AND_MORE = new RegExp(`^(${RHYTHM})\\b[\\s,;:-]*(.+)$`);

/** How one joins says nothing of when. */
const JOINING = /, you must be signed into? .*$/;

/** Reads one way of saying how often; whatever is not certain stays unknown. */
export function readFrequency(written: string): Frequency {
  const text = written.toLowerCase().replace(/\s+/g, ' ').replace(JOINING, '').trim();
  return started(text) ?? ofMonth(text) ?? ofWeeks(text) ?? unknown;
}

function started(text: string): Frequency | null {
  const [, rhythm, date] = STARTING.exec(text) ?? [];
  const [, otherRhythm, year, monthAndDay] = START_DATE.exec(text) ?? [];
  const words = rhythm ?? otherRhythm;
  if (!words) return null;
  const startsOn = readDate(date ?? `${monthAndDay} ${year}`);
  if (!startsOn) return unknown;
  const every = WEEKS[words];
  return every === undefined
    ? { kind: 'month', ordinal: null, weekday: null, startsOn }
    : { kind: 'weeks', every, startsOn, remark: null };
}

function ofMonth(text: string): Frequency | null {
  if (text === 'monthly' || text === 'every month') {
    return { kind: 'month', ordinal: null, weekday: null, startsOn: null };
  }
  const [, ordinal, weekday] = EVERY_MONTH.exec(text) ?? [];
  if (!ordinal || !weekday || !text.includes('month')) return null;
  return {
    kind: 'month',
    ordinal: ordinalOf(ordinal),
    weekday: weekdayOf(weekday),
    startsOn: null,
  };
}

function ofWeeks(text: string): Frequency | null {
  const every = WEEKS[text];
  if (every !== undefined) return { kind: 'weeks', every, startsOn: null, remark: null };
  const [, rhythm, remark] = RHYTHM_AND_MORE.exec(text) ?? [];
  return rhythm && remark
    ? { kind: 'weeks', every: WEEKS[rhythm] ?? 1, startsOn: null, remark }
    : null;
}
