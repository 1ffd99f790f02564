import { describe, expect, it } from 'vitest';
import { addDays } from '@/foundation/days';
import { isInFirstWeeks } from './first-weeks';

const today = new Date('2026-03-02T00:00:00Z');
const ago = (days: number) => addDays(today, -days);
const long = ago(900);

describe('the first weeks', () => {
  it.each([
    [0, true],
    [89, true],
    [90, false],
    [400, false],
    [-3, false],
  ])('of somebody who came %i days ago: %s', (days, isNew) => {
    expect(isInFirstWeeks({ firstDay: ago(days), firstDayOfAll: long }, today)).toBe(isNew);
  });

  it('are nobody’s where the whole organisation was recorded lately', () => {
    expect(isInFirstWeeks({ firstDay: ago(5), firstDayOfAll: ago(5) }, today)).toBe(false);
  });

  it('are not begun by somebody who belongs nowhere yet', () => {
    expect(isInFirstWeeks({ firstDay: null, firstDayOfAll: long }, today)).toBe(false);
  });
});
