import { z } from 'zod';
import { parseDay } from '@/foundation/days';

export const TITLE_MAX = 140;
export const TEXT_MAX = 4_000;
export const REASON_MAX = 400;
export const ITEM_MINUTES_MAX = 240;

export const agendaItemKinds = [
  'TALK',
  'PROBLEM_WORKSHOP',
  'TOOL_DEMO',
  'PAPER_READING',
  'OTHER',
] as const;
export type AgendaItemKind = (typeof agendaItemKinds)[number];

export const agendaItemKindNames: Record<AgendaItemKind, string> = {
  TALK: 'Talk',
  PROBLEM_WORKSHOP: 'Problem workshop',
  TOOL_DEMO: 'Tool demo',
  PAPER_READING: 'Paper reading',
  OTHER: 'Other',
};

export const id = z.string().min(1).max(60);
export const title = z
  .string()
  .trim()
  .min(1, 'Give it a title.')
  .max(TITLE_MAX, `A title has at most ${TITLE_MAX} characters.`);
export const text = z
  .string()
  .trim()
  .max(TEXT_MAX, `This text has at most ${TEXT_MAX} characters.`)
  .default('');
export const location = z
  .string()
  .trim()
  .max(300, 'A place or link has at most 300 characters.')
  .default('');
export const reason = z
  .string()
  .trim()
  .min(1, 'Say why, so that people who planned to come understand.')
  .max(REASON_MAX, `A reason has at most ${REASON_MAX} characters.`);
export const day = z.string('Say on which day.').transform((written, check) => {
  const parsed = parseDay(written.trim());
  if (!parsed) check.addIssue({ code: 'custom', message: 'Give a day such as 2026-03-05.' });
  return parsed as Date;
});
export const optionalDay = z.union([z.literal('').transform(() => null), day]).default(null);
export const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time of day as 16:00.');
export const durationMinutes = z.coerce
  .number('Write the length in minutes.')
  .int('Write whole minutes.')
  .min(5, 'A meetup lasts at least 5 minutes.')
  .max(600, 'A meetup lasts at most 600 minutes.');
