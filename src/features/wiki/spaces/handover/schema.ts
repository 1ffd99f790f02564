import { z } from 'zod';

export const NOTE_MAX = 300;

export const handOnSpaceInput = z.object({
  spaceId: z.string(),
  toUnit: z.string().trim().min(1, 'Choose the unit that is to keep it.'),
  note: z.string().trim().max(NOTE_MAX, `Say it in at most ${NOTE_MAX} characters.`).default(''),
});
export type HandOnSpace = z.output<typeof handOnSpaceInput>;

export const answerSpaceInput = z.object({
  handoverId: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform(BigInt),
  answer: z.enum(['accept', 'decline', 'withdraw']),
});
export type AnswerSpace = z.output<typeof answerSpaceInput>;
