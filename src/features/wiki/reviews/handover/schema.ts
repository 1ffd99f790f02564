import { z } from 'zod';

export const PAGES_AT_ONCE = 100;

const pageIds = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .pipe(
    z
      .array(z.string())
      .min(1, 'Choose at least one page.')
      .max(PAGES_AT_ONCE, `Hand over at most ${PAGES_AT_ONCE} pages at once.`),
  );

export const handOverInput = z.object({
  pageIds,
  /** Whose pages they are; left out for pages that nobody keeps. */
  fromHandle: z.string().optional(),
  toHandle: z
    .string()
    .trim()
    .min(1, 'Choose the person who is to keep them.')
    .transform((handle) => handle.replace(/^@/, '').toLowerCase()),
  note: z.string().trim().max(300, 'Say it in at most 300 characters.').default(''),
});
export type HandOver = z.output<typeof handOverInput>;

export const answerInput = z.object({ pageIds, answer: z.enum(['accept', 'decline']) });
export type Answer = z.output<typeof answerInput>;
