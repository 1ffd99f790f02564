import { z } from 'zod';
import { dayInput, idInput } from '@/features/org/schema';
import { neededWords, wordsInput } from '../schema';
import { type FigurePart, missingParts } from './figures';

export const evidenceKinds = [
  'OFFLINE',
  'AB_TEST',
  'COST',
  'LATENCY',
  'INCIDENT',
  'QUALITATIVE',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceStatuses = ['CURRENT', 'DISPUTED', 'RETRACTED'] as const;
export type EvidenceStatus = (typeof evidenceStatuses)[number];

const textOrNull = (max: number) => wordsInput(max).transform((text) => text || null);

const numberOrNull = z
  .string()
  .default('')
  .transform((text, check) => {
    // Thousands may be set apart with spaces or commas; the decimal sign is a point.
    const digits = text.replace(/[\s,_]/g, '').replace('−', '-');
    if (digits === '') return null;
    const number = Number(digits);
    if (Number.isFinite(number)) return number;
    check.addIssue({ code: 'custom', message: 'Give a number such as 0.42 or 12 000.' });
    return z.NEVER;
  });

const countOrNull = numberOrNull.refine(
  (n) => n === null || (Number.isInteger(n) && n > 0 && n <= 2_147_483_647),
  'Give a whole number above nought.',
);

/** An address on the web; anything else a browser might run is refused. */
const webAddress = textOrNull(500).refine(
  (text) => text === null || /^https?:\/\/[^\s]+$/i.test(text),
  'Give an address that begins with https://',
);

/** The fields of a piece of evidence, in a form of its own or within a step to production. */
export const evidenceFields = {
  evidenceKind: z.enum(evidenceKinds).default('QUALITATIVE'),
  evidenceSummary: wordsInput(),
  metric: textOrNull(120),
  baseline: numberOrNull,
  value: numberOrNull,
  intervalLow: numberOrNull,
  intervalHigh: numberOrNull,
  n: countOrNull,
  dataset: textOrNull(300),
  url: webAddress,
};
export type EvidenceFields = z.output<z.ZodObject<typeof evidenceFields>>;

const missingSentences: Record<FigurePart, string> = {
  metric: 'A number needs its metric: what was measured?',
  baseline: 'A number needs its baseline: what was it before, or beside it?',
  value: 'Give the value that was measured.',
  n: 'A number needs its n: on how many was it measured?',
};

/** Says beside each field what is missing for a number to count. */
export function checkFigures(
  fields: EvidenceFields,
  check: z.core.$RefinementCtx<EvidenceFields>,
): void {
  for (const part of missingParts(fields)) {
    check.addIssue({ code: 'custom', path: [part], message: missingSentences[part] });
  }
  const { intervalLow, intervalHigh } = fields;
  if (intervalLow !== null && intervalHigh !== null && intervalLow > intervalHigh) {
    check.addIssue({
      code: 'custom',
      path: ['intervalLow'],
      message: 'The interval’s lower end is above its upper end.',
    });
  }
}

export const addEvidenceInput = z
  .object({
    techniqueId: idInput,
    squadId: idInput,
    measuredOn: dayInput,
    replicatesId: textOrNull(64),
    ...evidenceFields,
    evidenceSummary: neededWords('Say in a sentence what you saw.'),
  })
  .superRefine(checkFigures);
export type AddEvidence = z.output<typeof addEvidenceInput>;

export const judgeEvidenceInput = z.object({
  evidenceId: idInput,
  status: z.enum(evidenceStatuses),
  reason: neededWords('Say why, for those who rely on it.', 400),
});
