import type { ScheduleReading } from '../roster';
import {
  DATE,
  ORDINAL,
  ordinalOf,
  readDate,
  WEEKDAY,
  type Weekday,
  weekdayCode,
  weekdayOf,
  weekdayOn,
} from './calendar-words';
import { type Frequency, readFrequency } from './frequency';
import { readZone } from './zone-names';

export type MeetingWords = { day: string; time: string; zone: string; frequency: string };

/**
 * Understands when a meeting recurs from the words of a calendar page. What the words leave open is
 * never filled in: the obstacle asks for it, and what they do say is kept for whoever settles it.
 */
export function readMeeting(words: MeetingWords): ScheduleReading {
  const zone = readZone(words.zone);
  const localTime = readTime(words.time);
  const rhythm = readRhythm(words);
  const obstacles = [
    rhythm.obstacle,
    localTime === null ? `“${words.time}” is not a time that can be told with certainty.` : null,
    zone.obstacle,
  ].filter((obstacle) => obstacle !== null);
  return {
    recurrenceRule: rhythm.rule,
    firstOn: rhythm.firstOn,
    timeZone: zone.timeZone,
    localTime,
    obstacle: obstacles.join(' ') || null,
  };
}

/** `9:00` and `14:30` on the twenty-four-hour clock, `2PM` on the other. */
export function readTime(written: string): string | null {
  const text = written.trim().toLowerCase();
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hour && minute) return clock(Number(hour), Number(minute));
  const [, twelve, minutes = '00', half] =
    /^(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\.?$/.exec(text) ?? [];
  if (!twelve || Number(twelve) < 1 || Number(twelve) > 12) return null;
  return clock((Number(twelve) % 12) + (half === 'p' ? 12 : 0), Number(minutes));
}

function clock(hour: number, minute: number): string | null {
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

type Rhythm = { rule: string | null; firstOn: string | null; obstacle: string | null };

const unsettled = (obstacle: string, rule: string | null = null): Rhythm => ({
  rule,
  firstOn: null,
  obstacle,
});

function readRhythm(words: MeetingWords): Rhythm {
  const day = readDay(words.day);
  const frequency = readFrequency(words.frequency);
  if (!day) return unsettled(`“${words.day}” is not a weekday.`);
  if (frequency.kind === 'unknown') {
    return unsettled(`“${words.frequency}” does not say with certainty how often.`);
  }
  const startsOn = day.startsOn ?? frequency.startsOn;
  if (startsOn && weekdayOn(startsOn) !== day.weekday) {
    return unsettled(`The first date given, ${startsOn}, is no ${day.weekday}.`);
  }
  return frequency.kind === 'weeks'
    ? weekly(frequency, day, startsOn)
    : monthly(frequency, day, startsOn);
}

type Day = { weekday: Weekday; ordinal: number | null; startsOn: string | null };

const DAY = new RegExp(`^(?:(${ORDINAL}) )?(${WEEKDAY})(?: \\(starting (${DATE})\\))?$`);

function readDay(written: string): Day | null {
  const [, ordinal, word, date] = DAY.exec(written.trim().toLowerCase()) ?? [];
  const weekday = word ? weekdayOf(word) : null;
  const startsOn = date ? readDate(date) : null;
  if (!weekday || (date && !startsOn)) return null;
  return { weekday, ordinal: ordinal ? ordinalOf(ordinal) : null, startsOn };
}

function weekly(
  { every, remark }: Extract<Frequency, { kind: 'weeks' }>,
  { weekday, ordinal }: Day,
  startsOn: string | null,
): Rhythm {
  if (ordinal !== null) return unsettled('It names a week of the month and yet meets by weeks.');
  const interval = every === 1 ? '' : `INTERVAL=${every};`;
  const rule = `FREQ=WEEKLY;${interval}BYDAY=${weekdayCode(weekday)}`;
  if (remark && every === 1) return unsettled(`What does “${remark}” mean for the dates?`, rule);
  if (every > 1 && !startsOn) {
    const hint = remark ? ` It says “${remark}”.` : '';
    return unsettled(
      `It meets every ${every} weeks, but nothing says in which of them.${hint} Give a date on which it meets.`,
      rule,
    );
  }
  return { rule, firstOn: startsOn, obstacle: null };
}

function monthly(
  frequency: Extract<Frequency, { kind: 'month' }>,
  day: Day,
  startsOn: string | null,
): Rhythm {
  const ordinals = new Set([frequency.ordinal, day.ordinal].filter((given) => given !== null));
  const [ordinal] = ordinals;
  if (frequency.weekday && frequency.weekday !== day.weekday) {
    return unsettled(`It names both ${day.weekday} and ${frequency.weekday}.`);
  }
  if (ordinals.size > 1) return unsettled('It names two different weeks of the month.');
  if (ordinal === undefined) {
    // A first date would not tell: the third Thursday may be meant, or every fourth week.
    return unsettled(`It meets every month, but nothing says on which ${day.weekday} of it.`);
  }
  const rule = `FREQ=MONTHLY;BYDAY=${ordinal}${weekdayCode(day.weekday)}`;
  return { rule, firstOn: startsOn, obstacle: null };
}
