import { z } from 'zod';
import { dayInput, idInput, markInput, optionalReasonInput, reasonInput } from '../schema';
import { unitNameInput } from '../units/schema';

const PARTS_MAX = 4;

export const renameInput = z.object({
  unitId: idInput,
  name: unitNameInput,
  on: dayInput,
  note: optionalReasonInput,
});
export type Rename = z.output<typeof renameInput>;

/** `personId>2`: this person goes to the second part; `personId>` goes nowhere. */
const assignment = z
  .string()
  .regex(/^[^>]+>\d?$/)
  .transform((text) => {
    const [personId = '', part] = text.split('>');
    return { personId, part: part ? Number(part) - 1 : null };
  });

export const splitInput = z.object({
  unitId: idInput,
  names: z
    .array(z.string().trim())
    .transform((names) => names.filter(Boolean))
    .pipe(z.array(unitNameInput).min(1, 'Name the new units.').max(PARTS_MAX)),
  /** The unit itself goes on, smaller. */
  continues: markInput,
  people: z.array(assignment).default([]),
  on: dayInput,
  note: optionalReasonInput,
});
export type Split = z.output<typeof splitInput>;

export const mergeInput = z.object({
  unitId: idInput,
  /** The slug of the unit that it becomes a part of. */
  into: z.string('Say which unit.').trim().min(1, 'Say which unit.'),
  on: dayInput,
  note: optionalReasonInput,
});
export type Merge = z.output<typeof mergeInput>;

export const dissolveInput = z.object({ unitId: idInput, on: dayInput, note: reasonInput });
export type Dissolve = z.output<typeof dissolveInput>;
