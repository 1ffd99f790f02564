import { z } from 'zod';
import { dayInput, idInput, markInput } from '@/features/org/schema';
import { neededWords, SUMMARY_MAX, TITLE_MAX, wordsInput } from '../schema';

export const attemptOutcomes = ['WORKED', 'FAILED', 'INCONCLUSIVE'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

const ATTEMPT_MAX = 8_000;

const attemptFields = {
  title: neededWords('Give it a title that names what you tried.', TITLE_MAX),
  hypothesis: neededWords('Say what you expected and why.', ATTEMPT_MAX),
  setUp: wordsInput(ATTEMPT_MAX),
  outcome: z.enum(attemptOutcomes, 'Say how it came out.'),
  why: neededWords('Say why you think it came out so.', ATTEMPT_MAX),
  mayWorkWhen: wordsInput(SUMMARY_MAX * 5),
  endedOn: dayInput,
  isAnonymous: markInput,
};

export const recordAttemptInput = z.object({
  squadId: idInput,
  techniqueId: z
    .string()
    .max(64)
    .default('')
    .transform((id) => id || null),
  ...attemptFields,
});
export type RecordAttempt = z.output<typeof recordAttemptInput>;

export const editAttemptInput = z.object({ attemptId: idInput, ...attemptFields });
export type EditAttempt = z.output<typeof editAttemptInput>;

export const attemptFilterInput = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  outcome: z.enum(attemptOutcomes).optional().catch(undefined),
  /** The slug of a squad. */
  squad: z.string().trim().max(100).optional().catch(undefined),
  after: z.string().max(500).optional().catch(undefined),
});
export type AttemptFilter = z.output<typeof attemptFilterInput>;
