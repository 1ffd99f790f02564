import { z } from 'zod';
import { parseDay } from '@/foundation/days';
import { AGAINST_MAX, NOTE_MAX, SUMMARY_MIN, WORD_MAX } from './limits';

const note = z
  .string()
  .trim()
  .max(NOTE_MAX, `Say it in at most ${NOTE_MAX} characters.`)
  .default('');

const url = z
  .string()
  .trim()
  .max(500, 'This link is too long.')
  .refine((text) => text === '' || /^https?:\/\/\S+$|^\/[^/\s]\S*$/i.test(text), {
    message: 'A link begins with https:// or, within the portal, with a slash.',
  })
  .optional()
  .transform((text) => text || null);

const against = z
  .string()
  .trim()
  .min(1, 'Say what you held it against: a version, data, a link, a colleague who uses it.')
  .max(AGAINST_MAX, `Say it in at most ${AGAINST_MAX} characters.`);

const ownDay = z
  .string()
  .optional()
  .transform((text, issues) => {
    if (!text) return null;
    const day = parseDay(text);
    if (!day) issues.addIssue('This is not a day of the calendar.');
    return day;
  });

const looked = {
  pageId: z.string(),
  /** The revision that was looked at. */
  revisionNumber: z.coerce.number().int().min(1),
  /** Set when the reviewer came from the queue and goes on with it. */
  from: z.literal('queue').optional().catch(undefined),
};

const checked = { ...looked, against, againstUrl: url, checkAgainOn: ownDay, note };

/** Still true: every question ticked, or a sentence that says what was done. A bare click is refused. */
export const confirmInput = z.object({
  ...checked,
  ticks: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
});
export type Confirm = z.output<typeof confirmInput>;

export const correctInput = z.object({
  ...checked,
  note: note.pipe(z.string().min(SUMMARY_MIN, 'Say in a sentence what you corrected.')),
});
export type Correct = z.output<typeof correctInput>;

export const doubtInput = z.object({
  ...looked,
  note: note.pipe(z.string().min(1, 'Say what is wrong, for whoever repairs it.')),
});
export type Doubt = z.output<typeof doubtInput>;

export const retireInput = z
  .object({
    ...looked,
    /** The address of the page that takes its place: /wiki/space/path. */
    replacement: z.string().trim().max(600).default(''),
    note,
  })
  .refine(({ replacement, note: why }) => replacement !== '' || why !== '', {
    path: ['replacement'],
    message: 'Name the page that takes its place, or say below why there is none.',
  });
export type Retire = z.output<typeof retireInput>;

export const reportInput = z.object({
  pageId: z.string(),
  word: z.string().trim().max(WORD_MAX, `Say it in at most ${WORD_MAX} characters.`).default(''),
  isSigned: z
    .literal('on')
    .optional()
    .transform((mark) => mark === 'on'),
});
export type Report = z.output<typeof reportInput>;

export const pageInput = z.object({ pageId: z.string() });
