import { z } from 'zod';
import { dayInput, idInput, optionalDayInput, PURPOSE_MAX, timeZoneInput } from '../schema';

export const importFormats = ['csv', 'backstage', 'kubernetes', 'rust-teams'] as const;
export type ImportFormat = (typeof importFormats)[number];

export const FORMAT_NAMES: Record<ImportFormat, string> = {
  csv: 'CSV: people with their units and roles',
  backstage: 'Backstage catalogue (YAML)',
  kubernetes: 'Kubernetes community (sigs.yaml)',
  'rust-teams': 'Rust teams (JSON)',
};

export const FILE_BYTES_MAX = 20 * 1024 * 1024;
export const KEY_MAX = 200;
export const NAME_MAX = 200;
export const LONG_TEXT_MAX = PURPOSE_MAX;

export const changeSubjects = ['person', 'unit', 'membership', 'schedule', 'file'] as const;
export type ChangeSubject = (typeof changeSubjects)[number];

/** In the order in which a reader wants to know of them. */
export const changeOutcomes = [
  'refused',
  'notice',
  'moved',
  'ended',
  'changed',
  'added',
  'untouched',
] as const;
export type ChangeOutcome = (typeof changeOutcomes)[number];

/** The system a file speaks for: what came from it is ended by it, and by no other. */
const sourceInput = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and single hyphens.')
  .max(40, 'At most 40 characters.');

export const importOptionsInput = z.object({
  format: z.enum(importFormats, 'Choose what kind of file this is.'),
  source: z.union([z.literal(''), sourceInput]).optional(),
  asOf: optionalDayInput,
});

export const uploadInput = importOptionsInput.extend({
  file: z
    .instanceof(File, { message: 'Choose a file.' })
    .refine(({ size }) => size <= FILE_BYTES_MAX, 'The file is larger than 20 MB.'),
});

export const runInput = z.object({ runId: idInput });

export const applyInput = runInput.extend({
  /** Said when lines were refused: the rest is wanted without them. */
  withoutRefused: z.string().optional().transform(Boolean),
});

/** What the planner found, in numbers; the lines themselves are rows of their own. */
export const planSummary = z.object({
  fingerprint: z.string(),
  counts: z.partialRecord(
    z.enum(changeSubjects),
    z.partialRecord(z.enum(changeOutcomes), z.number()),
  ),
});
export type PlanSummary = z.infer<typeof planSummary>;

export const changeFilterInput = z.object({
  outcome: z.enum(changeOutcomes).optional().catch(undefined),
  subject: z.enum(changeSubjects).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
});

export { dayInput, idInput, timeZoneInput };
