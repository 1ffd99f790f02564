import { z } from 'zod';
import { dayInput, idInput } from '@/features/org/schema';
import { checkFigures, evidenceFields } from '../evidence/schema';
import { wordsInput } from '../schema';
import { type AdoptionState, adoptionStates, needsReason, reasonCodes } from './adoption';

export const precisions = ['DAY', 'WEEK', 'FORTNIGHT'] as const;

/** Sources that are no squad's adoption; anything else in the field names one. */
export const otherSources = ['ORIGIN', 'COMPONENT', 'INDEPENDENT', 'UNKNOWN'] as const;

const optional = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .enum([...values, ''])
    .default('')
    .transform((value) => (value === '' ? null : (value as Values[number])));

const words: Partial<Record<AdoptionState, string>> = {
  DECLINED: 'Say why in your own words: it helps the squad that offered it.',
  DISCONTINUED: 'Say in your own words why you stopped.',
  SUPERSEDED: 'Say what took its place.',
  SUSTAINED: 'Say what you looked at to be sure that it still holds.',
};

export const moveAdoptionInput = z
  .object({
    techniqueId: idInput,
    squadId: idInput,
    /** How many steps the form was drawn on; a later one means that somebody else was faster. */
    after: z.coerce.number().int().min(0),
    to: z.enum(adoptionStates, 'Choose what you want to say.'),
    occurredOn: dayInput,
    precision: z.enum(precisions).default('DAY'),
    /** One of the other sources, or the id of another squad's adoption; empty leaves it as it was. */
    source: z
      .string()
      .max(64)
      .default('')
      .transform((source) => source || null),
    changed: optional(['AS_WRITTEN', 'ADAPTED']),
    adaptation: wordsInput(),
    reasonCode: optional(reasonCodes),
    note: wordsInput(),
    /** Evidence the squad already gave; otherwise the fields below make a new one. */
    evidenceId: z
      .string()
      .max(64)
      .default('')
      .transform((id) => id || null),
    ...evidenceFields,
  })
  .superRefine((input, check) => {
    const lack = (field: keyof typeof input, message: string) =>
      check.addIssue({ code: 'custom', path: [field], message });
    if (input.changed === 'ADAPTED' && input.adaptation === '') {
      lack('adaptation', 'Say what you changed and why: others will meet the same.');
    }
    if (needsReason(input.to) && !input.reasonCode) {
      lack('reasonCode', 'Choose the reason that comes nearest.');
    }
    const sentence = words[input.to];
    if (sentence && input.note === '') lack('note', sentence);
    if (input.to === 'IN_PRODUCTION' && !input.evidenceId) {
      if (input.evidenceSummary === '') {
        lack('evidenceSummary', 'Say what you saw in production: a sentence is enough.');
      }
      checkFigures(input, check);
    }
  });
export type MoveAdoption = z.output<typeof moveAdoptionInput>;

export const presentTechniqueInput = z.object({
  techniqueId: idInput,
  meetupId: z.string('Choose the date.').min(1, 'Choose the date.').max(64),
  presenter: z
    .string()
    .trim()
    .max(100)
    .default('')
    .transform((handle) => handle.replace(/^.*\/people\//, '') || null),
});

export const withdrawPresentationInput = z.object({ techniqueId: idInput, meetupId: idInput });
