import { z } from 'zod';
import { dayInput, idInput, timeZoneInput } from '../../schema';
import { WEEKDAYS } from './calendar-words';

/** How often a meeting recurs, as a person says it in one choice. */
export const PATTERNS = [
  { value: 'weeks-1', label: 'Every week' },
  { value: 'weeks-2', label: 'Every two weeks' },
  { value: 'weeks-3', label: 'Every three weeks' },
  { value: 'weeks-4', label: 'Every four weeks' },
  { value: 'month-1', label: 'Monthly, on the first such day' },
  { value: 'month-2', label: 'Monthly, on the second such day' },
  { value: 'month-3', label: 'Monthly, on the third such day' },
  { value: 'month-4', label: 'Monthly, on the fourth such day' },
  { value: 'month--1', label: 'Monthly, on the last such day' },
] as const;
export type PatternName = (typeof PATTERNS)[number]['value'];

export const scheduleInput = z.object({ scheduleId: idInput });

export const settleInput = scheduleInput.extend({
  pattern: z.enum(
    PATTERNS.map(({ value }) => value),
    'Say how often it meets.',
  ),
  weekday: z.enum(WEEKDAYS, 'Say on which day of the week.'),
  localTime: z
    .string()
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 09:00 or 16:30.'),
  timeZone: timeZoneInput,
  firstOn: dayInput,
});
export type SettleInput = z.output<typeof settleInput>;
