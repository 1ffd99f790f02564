import { describe, expect, it } from 'vitest';
import { formatDay } from '@/foundation/days';
import { addressOn, asOf } from './as-of';

const now = new Date('2026-03-02T09:30:00Z');

describe('the day a page speaks of', () => {
  it.each([
    [undefined, '2026-03-02', 'today'],
    ['2026-03-02', '2026-03-02', 'today'],
    ['2025-03-01', '2025-03-01', 'past'],
    ['2027-01-01', '2027-01-01', 'future'],
    ['the other day', '2026-03-02', 'today'],
    ['2025-02-30', '2026-03-02', 'today'],
  ])('?on=%s means %s, %s', (on, day, tense) => {
    const read = asOf(on, now);
    expect([formatDay(read.day), read.tense]).toEqual([day, tense]);
  });

  it('is kept by links to other pages, next to their own filters', () => {
    const past = asOf('2025-03-01', now);
    expect(addressOn('/org/radio', past)).toBe('/org/radio?on=2025-03-01');
    expect(addressOn('/people', past, { tribe: 'discovery', squad: undefined })).toBe(
      '/people?tribe=discovery&on=2025-03-01',
    );
  });

  it('is left out of links when it is today', () => {
    expect(addressOn('/org/radio', asOf(undefined, now))).toBe('/org/radio');
  });
});
