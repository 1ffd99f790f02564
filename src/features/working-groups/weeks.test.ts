import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, formatDay, parseDay } from '@/foundation/days';
import {
  checkpointsOf,
  endAfterWeeks,
  endOfGroup,
  extensionFault,
  progressInWords,
  progressOn,
} from './weeks';

const startsOn = parseDay('2026-02-02') as Date;
const group = (weeks: number, extendedBy = 0) => {
  const plannedEndOn = endAfterWeeks(startsOn, weeks);
  return {
    startsOn,
    plannedEndOn,
    extendedTo: extendedBy ? addDays(plannedEndOn, extendedBy) : null,
  };
};
const at = (days: number) => addDays(startsOn, days);

describe('the weeks of a group', () => {
  it.each([
    [-3, 'Begins in 3 days, for 10 weeks.'],
    [-1, 'Begins in 1 day, for 10 weeks.'],
    [0, 'Week 1 of 10, 10 weeks left.'],
    [6, 'Week 1 of 10, 10 weeks left.'],
    [28, 'Week 5 of 10, 6 weeks left.'],
    [69, 'Week 10 of 10, 1 week left.'],
    [70, 'Week 10 of 10, 1 week left.'],
    [71, 'The 10 weeks are over.'],
  ])('%i days after the start of ten weeks: %s', (days, words) => {
    expect(progressInWords(progressOn(group(10), at(days)))).toBe(words);
  });

  it('an extension adds to them', () => {
    expect(progressInWords(progressOn(group(10, 14), at(75)))).toBe('Week 11 of 12, 2 weeks left.');
  });

  it('while a group works, the week never falls and weeks done and left make up all of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 56, max: 84 }),
        fc.integer({ min: 0, max: 28 }),
        fc.integer({ min: 0, max: 120 }),
        (days, extension, day) => {
          const time = {
            startsOn,
            plannedEndOn: at(days),
            extendedTo: extension ? at(days + extension) : null,
          };
          const progress = progressOn(time, at(day));
          if (day > days + extension) {
            expect(progress.phase).toBe('after');
            return;
          }
          if (progress.phase !== 'during') throw new Error(`${progress.phase} on day ${day}`);
          expect(progress.week + progress.weeksLeft - 1).toBe(progress.weekCount);
          const tomorrow = progressOn(time, at(day + 1));
          if (tomorrow.phase === 'during') {
            expect(tomorrow.week).toBeGreaterThanOrEqual(progress.week);
          }
        },
      ),
    );
  });
});

describe('checkpoints', () => {
  const weeksOf = (time: ReturnType<typeof group>) => checkpointsOf(time).map(({ week }) => week);

  it('at the start, after four and eight weeks, and at the end', () => {
    expect(weeksOf(group(10))).toEqual([0, 4, 8, 10]);
    expect(weeksOf(group(12))).toEqual([0, 4, 8, 12]);
    expect(weeksOf(group(8))).toEqual([0, 4, 8]);
    expect(weeksOf(group(12, 28))).toEqual([0, 4, 8, 12, 16]);
  });

  it('the last is on the last day, none is later', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 56, max: 84 }),
        fc.integer({ min: 0, max: 28 }),
        (days, more) => {
          const time = {
            startsOn,
            plannedEndOn: at(days),
            extendedTo: more ? at(days + more) : null,
          };
          const checkpoints = checkpointsOf(time);
          expect(formatDay(checkpoints.at(-1)?.on as Date)).toBe(formatDay(endOfGroup(time)));
          for (const [index, { on, week }] of checkpoints.entries()) {
            expect(daysBetween(on, endOfGroup(time))).toBeGreaterThanOrEqual(0);
            expect(week).toBeLessThanOrEqual(16);
            const before = checkpoints[index - 1];
            if (before) expect(+on).toBeGreaterThanOrEqual(+before.on);
          }
        },
      ),
    );
  });
});

describe('the one extension', () => {
  it.each([
    [0, 'extension-not-later'],
    [1, null],
    [28, null],
    [29, 'extension-too-long'],
  ])('by %i days: %s', (days, fault) => {
    const time = group(10);
    expect(extensionFault(time, addDays(time.plannedEndOn, days))).toBe(fault);
  });

  it('is granted once', () => {
    expect(extensionFault(group(10, 7), at(85))).toBe('already-extended');
  });
});
