import { describe, expect, it } from 'vitest';
import { addDays, dayInZone, dayOf, daysBetween, formatDay, holdsOn, parseDay } from './days';

const day = (text: string) => {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is not a day`);
  return parsed;
};

describe('days', () => {
  it.each(['2025-02-30', '2025-13-01', '25-01-01', '', '2025-1-1', 'tomorrow'])(
    '%j is not a day',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  it('writes a day as it was read, leap days too', () => {
    expect(formatDay(day('2024-02-29'))).toBe('2024-02-29');
  });

  it('an instant late in the evening falls on its UTC day', () => {
    expect(formatDay(dayOf(new Date('2025-03-01T23:59:59.999Z')))).toBe('2025-03-01');
  });

  it('an instant falls on another day for somebody far away', () => {
    const late = new Date('2025-03-01T23:30:00Z');
    expect(formatDay(dayInZone(late, 'Asia/Tokyo'))).toBe('2025-03-02');
    expect(formatDay(dayInZone(late, 'America/Los_Angeles'))).toBe('2025-03-01');
    expect(formatDay(dayInZone(new Date('2025-03-01T03:00:00Z'), 'America/Los_Angeles'))).toBe(
      '2025-02-28',
    );
  });

  it('counts days over a month’s end in both directions', () => {
    expect(daysBetween(day('2025-02-27'), day('2025-03-02'))).toBe(3);
    expect(daysBetween(day('2025-03-02'), day('2025-02-27'))).toBe(-3);
    expect(formatDay(addDays(day('2025-02-27'), 3))).toBe('2025-03-02');
  });

  it('a period holds on its first day and no longer on its last', () => {
    const period = { validFrom: day('2025-01-01'), validTo: day('2025-02-01') };
    expect(holdsOn(period, day('2025-01-01'))).toBe(true);
    expect(holdsOn(period, day('2025-01-31'))).toBe(true);
    expect(holdsOn(period, day('2025-02-01'))).toBe(false);
    expect(holdsOn({ ...period, validTo: null }, day('2125-02-01'))).toBe(true);
  });
});
