import { describe, expect, it } from 'vitest';
import { patternOf, ruleOf } from './series-pattern';

const thursday = new Date('2026-03-12T00:00:00Z');

describe('the pattern of a series', () => {
  it.each([
    ['WEEKLY', 'FREQ=WEEKLY;BYDAY=TH'],
    ['TWO_WEEKS', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH'],
    ['FOUR_WEEKS', 'FREQ=WEEKLY;INTERVAL=4;BYDAY=TH'],
    ['MONTHLY_SAME_WEEK', 'FREQ=MONTHLY;BYDAY=2TH'],
    ['MONTHLY_LAST', 'FREQ=MONTHLY;BYDAY=-1TH'],
  ] as const)(
    '%s takes its weekday from the first date, and is recognised again',
    (pattern, rule) => {
      expect(ruleOf(pattern, thursday, '')).toBe(rule);
      expect(patternOf(rule, thursday)).toBe(pattern);
    },
  );

  it('a rule of one’s own stays as written, without the name of the property', () => {
    expect(ruleOf('RULE', thursday, ' rrule:freq=daily;interval=10 ')).toBe(
      'FREQ=DAILY;INTERVAL=10',
    );
    expect(patternOf('FREQ=DAILY;INTERVAL=10', thursday)).toBe('RULE');
  });
});
