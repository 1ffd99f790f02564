import { describe, expect, it } from 'vitest';
import { addDays } from '@/foundation/days';
import { PAGE_KINDS, type PageKind } from '../kinds';
import {
  dueAfter,
  dueOn,
  freshnessOf,
  isWaiting,
  type Standing,
  urgency,
  WINDOW_DAYS,
} from './freshness';

const TODAY = new Date('2026-03-02T00:00:00Z');
const ago = (days: number) => addDays(TODAY, -days);

const page = (traits: Partial<Standing>): Standing => ({
  kind: 'HOW_TO',
  createdAt: ago(10),
  checkedAt: null,
  nextDueOn: null,
  dueSince: null,
  isObsolete: false,
  ...traits,
});

const checked = (daysAgo: number, kind: PageKind = 'HOW_TO') =>
  page({
    kind,
    createdAt: ago(900),
    checkedAt: ago(daysAgo),
    nextDueOn: dueAfter(kind, ago(daysAgo)),
  });

describe('for how long a check holds', () => {
  it.each([
    ['HOW_TO', 90],
    ['BEST_PRACTICE', 180],
    ['MODEL_ARCHITECTURE', 180],
    ['DATA_PIPELINE_PATTERN', 180],
    ['GLOSSARY_ENTRY', 365],
    ['LESSONS_LEARNED', null],
    ['PAPER_NOTES', null],
  ] as const)('%s: %s days', (kind, days) => {
    expect(dueAfter(kind, TODAY)).toEqual(days === null ? null : addDays(TODAY, days));
  });

  it('every kind of page has its rule', () => {
    expect(Object.keys(WINDOW_DAYS).toSorted()).toEqual(
      PAGE_KINDS.map(({ value }) => value).toSorted(),
    );
  });
});

describe('how far a page can be trusted', () => {
  it.each([
    ['checked today', checked(0), 'FRESH'],
    ['on the last day of its window', checked(89), 'FRESH'],
    ['on the day it comes due', checked(90), 'DUE'],
    ['at the end of the grace', checked(120), 'DUE'],
    ['after the grace', checked(121), 'OVERDUE'],
    ['a guideline after 120 days', checked(120, 'BEST_PRACTICE'), 'FRESH'],
    ['paper notes, once checked, years later', checked(800, 'PAPER_NOTES'), 'FRESH'],
    ['nobody ever looked', page({}), 'NEVER_VERIFIED'],
    ['nobody ever looked, for years', page({ createdAt: ago(900) }), 'NEVER_VERIFIED'],
    [
      'a lesson nobody checks by date',
      page({ kind: 'LESSONS_LEARNED', createdAt: ago(900) }),
      'RECORD',
    ],
    ['in doubt before its time', { ...checked(10), dueSince: ago(1) }, 'DUE'],
    ['in doubt for long', { ...checked(80), dueSince: ago(31) }, 'OVERDUE'],
    ['never verified and in doubt', page({ dueSince: ago(1) }), 'DUE'],
    ['a lesson in doubt', page({ kind: 'LESSONS_LEARNED', dueSince: ago(1) }), 'DUE'],
    [
      'obsolete, whatever else is recorded',
      { ...checked(1), dueSince: ago(1), isObsolete: true },
      'OBSOLETE',
    ],
  ] as const)('%s', (_, standing, expected) => {
    expect(freshnessOf(standing, TODAY)).toBe(expected);
  });

  it('an own date goes before the kind’s', () => {
    const standing = { ...checked(10), nextDueOn: ago(2) };
    expect(freshnessOf(standing, TODAY)).toBe('DUE');
    expect(dueOn(standing)).toEqual(ago(2));
  });

  it('the earlier of two reasons to look counts', () => {
    expect(dueOn({ ...checked(100), dueSince: ago(3) })).toEqual(ago(10));
    expect(dueOn({ ...checked(95), dueSince: ago(30) })).toEqual(ago(30));
  });
});

describe('what waits for its steward', () => {
  it.each([
    ['what is due', checked(90), true],
    ['not what is fresh', checked(30), false],
    ['what was never verified, once its window is over', page({ createdAt: ago(90) }), true],
    ['not what was written lately', page({ createdAt: ago(89) }), false],
    ['not what is obsolete', page({ createdAt: ago(900), isObsolete: true }), false],
    ['never a record without a doubt', page({ kind: 'PAPER_NOTES', createdAt: ago(900) }), false],
  ] as const)('%s', (_, standing, expected) => {
    expect(isWaiting(standing, TODAY)).toBe(expected);
  });

  it('comes in the order of reads × age', () => {
    expect(urgency(100, 10)).toBeGreaterThan(urgency(3, 200));
    expect(urgency(0, 400)).toBeGreaterThan(urgency(0, 100));
    expect(urgency(2, 0)).toBe(3);
  });
});
