import { describe, expect, it } from 'vitest';
import { readMeeting, readTime } from './reading';
import { readZone } from './zone-names';

const meeting = (day: string, frequency: string) => {
  const read = readMeeting({ day, frequency, time: '9:00', zone: 'UTC' });
  const start = read.firstOn ? ` from ${read.firstOn}` : '';
  return read.obstacle === null ? `${read.recurrenceRule}${start}` : 'to be settled';
};
const obstacle = (day: string, frequency: string) =>
  readMeeting({ day, frequency, time: '9:00', zone: 'UTC' }).obstacle;

describe('a meeting’s words', () => {
  it.each([
    ['Monday', 'weekly', 'FREQ=WEEKLY;BYDAY=MO'],
    ['Tuesday', 'every week', 'FREQ=WEEKLY;BYDAY=TU'],
    [
      'Monday',
      'weekly, you must be signed into a free zoom account to join',
      'FREQ=WEEKLY;BYDAY=MO',
    ],
    [
      'Tuesday',
      'weekly starting Tuesday December 7th, 2021',
      'FREQ=WEEKLY;BYDAY=TU from 2021-12-07',
    ],
    ['Thursdays (starting February 15th 2024)', 'weekly', 'FREQ=WEEKLY;BYDAY=TH from 2024-02-15'],
    [
      'Tuesday',
      'biweekly starting Tuesday Oct 28, 2025',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from 2025-10-28',
    ],
    [
      'Friday',
      'biweekly 2019 start date: Jan. 11th',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR from 2019-01-11',
    ],
    [
      'Tuesday (starting September 10th 2024)',
      'bi-weekly',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU from 2024-09-10',
    ],
    ['Monday', 'first Monday of the month', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['Tuesday', 'First Tuesday of each month', 'FREQ=MONTHLY;BYDAY=1TU'],
    ['Thursday', 'every first Thursday of the month', 'FREQ=MONTHLY;BYDAY=1TH'],
    ['Thursday', 'Monthly on 4th Thursday', 'FREQ=MONTHLY;BYDAY=4TH'],
    ['Thursday', 'monthly, second Thursday of the month', 'FREQ=MONTHLY;BYDAY=2TH'],
    ['Tuesday', 'monthly - third Tuesday', 'FREQ=MONTHLY;BYDAY=3TU'],
    ['Wednesday', 'monthly - last Wednesday every month', 'FREQ=MONTHLY;BYDAY=-1WE'],
    ['third Wednesday', 'monthly', 'FREQ=MONTHLY;BYDAY=3WE'],
  ])('%s, %s', (day, frequency, understood) => {
    expect(meeting(day, frequency)).toBe(understood);
  });

  it.each([
    ['Monday', 'biweekly', 'nothing says in which of them'],
    ['Friday', 'biweekly - alternating with regular meeting', '“alternating with regular meeting”'],
    ['Wednesday', 'every four weeks', 'every 4 weeks, but nothing says'],
    ['Wednesday', 'Biweekly, interleaved with the Regular Meeting', 'nothing says in which'],
    ['Thursday', 'monthly', 'on which Thursday'],
    ['Tuesday', 'monthly 2020 start date: Jan. 7th', 'on which Tuesday'],
    ['Wednesday', 'monthly - Wednesday, after the fourth Tuesday, every month', 'does not say'],
    ['Monday', 'weekly except in August', '“except in august”'],
    ['Monday', 'first Monday', 'does not say with certainty how often'],
    ['Monday', 'second Tuesday of the month', 'both Monday and Tuesday'],
    ['first Monday', 'monthly - third Monday', 'two different weeks'],
    ['first Monday', 'weekly', 'week of the month and yet'],
    ['Tuesday', 'biweekly starting Tuesday Oct 29, 2025', 'does not say'],
    ['Tuesday', 'biweekly starting February 30, 2025', 'does not say'],
    ['Tuesday', 'biweekly starting Oct 29, 2025', 'is no Tuesday'],
    ['weekdays', 'weekly', 'is not a weekday'],
    ['Monday', 'when needed', 'does not say with certainty'],
    ['Monday', '', 'does not say with certainty'],
  ])('%s, %s: a person is asked', (day, frequency, question) => {
    expect(obstacle(day, frequency)).toContain(question);
  });

  it('keep what is certain beside what is asked, so that nobody types it again', () => {
    const read = readMeeting({ day: 'Monday', frequency: 'biweekly', time: '8:30', zone: 'UTC' });
    expect(read).toMatchObject({
      recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      localTime: '08:30',
      timeZone: 'UTC',
    });
  });

  it('ask for all that is unclear at once', () => {
    const read = readMeeting({ day: 'Monday', frequency: 'biweekly', time: 'noon', zone: 'IST' });
    expect(read.obstacle).toMatch(/which of them.*noon.*IST/);
  });
});

describe('times and zones', () => {
  it.each([
    ['9:00', '09:00'],
    ['05:30', '05:30'],
    ['2PM', '14:00'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['4:15 p.m.', '16:15'],
    ['24:00', null],
    ['13pm', null],
    ['9', null],
    ['9.30', null],
  ])('%s is %s', (written, time) => {
    expect(readTime(written)).toBe(time);
  });

  it.each([
    ['PT (Pacific Time)', 'America/Los_Angeles'],
    ['Eastern Time (ET)', 'America/New_York'],
    ['UTC', 'UTC'],
    ['CET (Central European Time)', 'Europe/Brussels'],
    ['Poland', 'Europe/Warsaw'],
    ['europe/lisbon', 'Europe/Lisbon'],
    ['IST', null],
    ['EST (Eastern Time)', null],
    ['PT (Eastern Time)', null],
    ['Mars/Olympus', null],
    ['MST7MDT', null],
    ['', null],
  ])('%s is %s', (written, zone) => {
    expect(readZone(written).timeZone).toBe(zone);
  });
});
