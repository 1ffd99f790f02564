/** The ways of repeating that a form offers; the first date says which weekday. */
export const seriesPatterns = [
  'WEEKLY',
  'TWO_WEEKS',
  'FOUR_WEEKS',
  'MONTHLY_SAME_WEEK',
  'MONTHLY_LAST',
  'RULE',
] as const;

export type SeriesPattern = (typeof seriesPatterns)[number];

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** The RFC 5545 rule of a pattern that starts on this day; of RULE, the rule as it was written. */
export function ruleOf(pattern: SeriesPattern, firstOn: Date, written: string): string {
  const weekday = WEEKDAYS[firstOn.getUTCDay()];
  switch (pattern) {
    case 'WEEKLY':
      return `FREQ=WEEKLY;BYDAY=${weekday}`;
    case 'TWO_WEEKS':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`;
    case 'FOUR_WEEKS':
      return `FREQ=WEEKLY;INTERVAL=4;BYDAY=${weekday}`;
    case 'MONTHLY_SAME_WEEK':
      return `FREQ=MONTHLY;BYDAY=${Math.ceil(firstOn.getUTCDate() / 7)}${weekday}`;
    case 'MONTHLY_LAST':
      return `FREQ=MONTHLY;BYDAY=-1${weekday}`;
    case 'RULE':
      return written
        .trim()
        .toUpperCase()
        .replace(/^RRULE:/, '');
  }
}

/** The pattern a form shows for a rule that starts on this day. */
export function patternOf(rule: string, firstOn: Date): SeriesPattern {
  return (
    seriesPatterns.find((pattern) => pattern !== 'RULE' && ruleOf(pattern, firstOn, '') === rule) ??
    'RULE'
  );
}
