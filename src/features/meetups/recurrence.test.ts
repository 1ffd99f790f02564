import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay, parseDay } from '@/foundation/days';
import {
  describeRule,
  instantOf,
  isTimeZone,
  meetingDays,
  recurrenceFault,
  wallClock,
} from './recurrence';

const day = (text: string) => {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is not a day`);
  return parsed;
};
const daysOf = (rule: string, firstOn: string, from: string, to: string, lastOn?: string) =>
  meetingDays(
    { rule, firstOn: day(firstOn), lastOn: lastOn ? day(lastOn) : null },
    day(from),
    day(to),
  ).map(formatDay);

describe('the days of a series', () => {
  it('every two weeks on Thursday, counted from the first day’s own week', () => {
    expect(
      daysOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-03-05', '2026-03-01', '2026-04-10'),
    ).toEqual(['2026-03-05', '2026-03-19', '2026-04-02']);
  });

  it('the rhythm is kept however far ahead one looks', () => {
    expect(
      daysOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-03-05', '2028-03-01', '2028-03-20'),
    ).toEqual(['2028-03-02', '2028-03-16']);
  });

  it('the first Tuesday and the last Friday of each month', () => {
    expect(daysOf('FREQ=MONTHLY;BYDAY=1TU', '2026-01-01', '2026-01-01', '2026-03-31')).toEqual([
      '2026-01-06',
      '2026-02-03',
      '2026-03-03',
    ]);
    expect(daysOf('FREQ=MONTHLY;BYDAY=-1FR', '2026-01-01', '2026-01-01', '2026-03-31')).toEqual([
      '2026-01-30',
      '2026-02-27',
      '2026-03-27',
    ]);
  });

  it('a month without a 31st has no such meeting', () => {
    expect(daysOf('FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31', '2026-01-01', '2026-05-31')).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
    ]);
  });

  it('none before the first day, none after the last', () => {
    expect(
      daysOf('FREQ=WEEKLY;BYDAY=MO', '2026-03-02', '2026-01-01', '2026-12-31', '2026-03-16'),
    ).toEqual(['2026-03-02', '2026-03-09', '2026-03-16']);
    expect(daysOf('FREQ=WEEKLY;BYDAY=MO', '2026-03-02', '2026-01-01', '2026-02-28')).toEqual([]);
  });

  it('looking at a stretch in two parts finds the same days as looking at it whole', () => {
    const rule = fc.constantFrom(
      'FREQ=WEEKLY;BYDAY=MO,TH',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
      'FREQ=WEEKLY;INTERVAL=3;BYDAY=SU;WKST=SU',
      'FREQ=MONTHLY;BYDAY=2WE',
      'FREQ=MONTHLY;BYDAY=-1FR',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'FREQ=DAILY;INTERVAL=10',
    );
    fc.assert(
      fc.property(
        rule,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        (text, first, cut, more) => {
          const firstOn = addDays(day('2025-01-01'), first);
          const series = { rule: text, firstOn, lastOn: null };
          const middle = addDays(firstOn, cut);
          const end = addDays(middle, more);
          const whole = meetingDays(series, firstOn, end).map(formatDay);
          const parts = [
            ...meetingDays(series, firstOn, middle),
            ...meetingDays(series, addDays(middle, 1), end),
          ].map(formatDay);
          expect(parts).toEqual(whole);
          expect(new Set(whole).size).toBe(whole.length);
        },
      ),
    );
  });
});

describe('wall-clock time in the meeting’s own zone', () => {
  it('16:00 in Lisbon stays 16:00 when the clocks change, and so moves in universal time', () => {
    expect(instantOf(day('2026-03-26'), '16:00', 'Europe/Lisbon').toISOString()).toBe(
      '2026-03-26T16:00:00.000Z',
    );
    expect(instantOf(day('2026-04-02'), '16:00', 'Europe/Lisbon').toISOString()).toBe(
      '2026-04-02T15:00:00.000Z',
    );
  });

  it('a time that the clocks skip is taken later by what they skip', () => {
    const at = instantOf(day('2026-03-08'), '02:30', 'America/New_York');
    expect(wallClock(at, 'America/New_York').localTime).toBe('03:30');
  });

  it('a skipped half hour moves by half an hour', () => {
    const at = instantOf(day('2026-10-04'), '02:15', 'Australia/Lord_Howe');
    expect(wallClock(at, 'Australia/Lord_Howe').localTime).toBe('02:45');
  });

  it('a time that comes twice means the first of the two', () => {
    expect(instantOf(day('2026-11-01'), '01:30', 'America/New_York').toISOString()).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });

  it('a midnight that a country skips falls on the same day, an hour later', () => {
    const at = instantOf(day('2018-11-04'), '00:00', 'America/Sao_Paulo');
    expect(wallClock(at, 'America/Sao_Paulo')).toEqual({
      day: day('2018-11-04'),
      localTime: '01:00',
    });
  });

  it('whatever the zone and the day, the clock there shows that time, except where clocks skip', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/Lisbon',
          'America/New_York',
          'America/Sao_Paulo',
          'Asia/Kolkata',
          'Asia/Kathmandu',
          'Australia/Lord_Howe',
          'Pacific/Apia',
          'Africa/Casablanca',
        ),
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, offset, minutes) => {
          const on = addDays(day('2020-01-01'), offset);
          const localTime = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          const at = instantOf(on, localTime, zone);
          const shown = wallClock(at, zone);
          expect(shown.day).toEqual(on);
          if (shown.localTime !== localTime) {
            // Only inside a gap: no instant of that day shows this time, and the shift is under two hours.
            expect(shown.localTime > localTime).toBe(true);
            const earlier = wallClock(new Date(+at - 60 * 60_000), zone);
            expect(earlier.localTime).not.toBe(localTime);
          } else {
            // The first of two: an hour and half an hour earlier the clock showed something else.
            expect(wallClock(new Date(+at - 60 * 60_000), zone)).not.toEqual(shown);
            expect(wallClock(new Date(+at - 30 * 60_000), zone)).not.toEqual(shown);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('the clocks change during a meeting’s year, its wall-clock time never', () => {
    const series = { rule: 'FREQ=WEEKLY;BYDAY=TH', firstOn: day('2026-01-01'), lastOn: null };
    const shown = meetingDays(series, day('2026-01-01'), day('2026-12-31')).map(
      (on) => wallClock(instantOf(on, '16:00', 'America/Toronto'), 'America/Toronto').localTime,
    );
    expect(shown).toHaveLength(53);
    expect(new Set(shown)).toEqual(new Set(['16:00']));
  });
});

describe('what a rule may say', () => {
  it.each([
    'FREQ=WEEKLY;BYDAY=TH',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=1TU',
    'FREQ=DAILY',
  ])('%s can be held', (rule) => {
    expect(recurrenceFault(rule)).toBeNull();
  });

  it.each([
    ['', /is written as/],
    ['every second Thursday', /is written as/],
    ['FREQ=WEEKLY;FREQ=DAILY', /is written as/],
    ['FREQ=HOURLY', /FREQ must be/],
    ['INTERVAL=2', /FREQ must be/],
    ['FREQ=WEEKLY;COUNT=5', /last date/],
    ['FREQ=WEEKLY;UNTIL=20260101', /last date/],
    ['FREQ=WEEKLY;BYHOUR=9', /days, not times/],
    ['FREQ=WEEKLY;BYDAY=XX', /cannot be read/],
    ['FREQ=WEEKLY;INTERVAL=0', /cannot be read/],
    ['FREQ=MONTHLY;BYMONTHDAY=32', /1 to 31/],
    ['FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1', /1 to 12/],
  ])('%s is refused with a sentence', (rule, sentence) => {
    expect(recurrenceFault(rule)).toMatch(sentence);
  });

  it.each([
    ['FREQ=WEEKLY;BYDAY=TH', 'every week on Thursday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'every two weeks on Monday and Thursday'],
    ['FREQ=MONTHLY;BYDAY=1TU', 'every month on the first Tuesday'],
    ['FREQ=MONTHLY;BYDAY=2TH,4TH', 'every month on the second and fourth Thursday'],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR', 'every three months on the last Friday'],
  ])('%s reads "%s"', (rule, words) => {
    expect(describeRule(rule)).toBe(words);
  });

  it('any other rule is put in words too, without a time of day', () => {
    expect(describeRule('FREQ=MONTHLY;BYMONTHDAY=15')).toMatch(/month.*15/);
    expect(describeRule('FREQ=DAILY;INTERVAL=10')).not.toMatch(/AM|12/);
  });

  it('knows zones by their name', () => {
    expect(isTimeZone('Europe/Lisbon')).toBe(true);
    expect(isTimeZone('UTC')).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
    expect(isTimeZone('+02:00')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });
});
