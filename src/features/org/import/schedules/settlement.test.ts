import { describe, expect, it } from 'vitest';
import { PATTERNS } from './schema';
import { firstDateObstacle, patternIn, ruleFor } from './settlement';

describe('settling a schedule', () => {
  it('writes a rule that the form can show again, for every choice', () => {
    for (const { value } of PATTERNS) {
      expect(patternIn(ruleFor(value, 'Thursday'))).toEqual({ pattern: value, code: 'TH' });
    }
    expect(ruleFor('weeks-2', 'Tuesday')).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU');
    expect(ruleFor('month--1', 'Friday')).toBe('FREQ=MONTHLY;BYDAY=-1FR');
    expect(patternIn('FREQ=DAILY')).toEqual({ pattern: null, code: null });
    expect(patternIn(null)).toEqual({ pattern: null, code: null });
  });

  it.each([
    ['weeks-2', 'Monday', '2026-03-02', null],
    ['weeks-2', 'Tuesday', '2026-03-02', '2026-03-02 is a Monday.'],
    ['month-1', 'Monday', '2026-03-02', null],
    ['month-2', 'Monday', '2026-03-02', '2026-03-02 is another Monday of its month.'],
    ['month-2', 'Saturday', '2026-03-14', null],
    ['month-3', 'Sunday', '2026-03-15', null],
    ['month--1', 'Monday', '2026-03-30', null],
    ['month--1', 'Monday', '2026-03-23', '2026-03-23 is another Monday of its month.'],
    ['month--1', 'Thursday', '2028-02-24', null],
  ] as const)('%s on %s from %s: %j', (pattern, weekday, firstOn, obstacle) => {
    expect(firstDateObstacle(pattern, weekday, firstOn)).toBe(obstacle);
  });
});
