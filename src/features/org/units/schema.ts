import { z } from 'zod';
import {
  dayInput,
  idInput,
  markInput,
  optionalReasonInput,
  PURPOSE_MAX,
  timeZoneInput,
  UNIT_NAME_MAX,
} from '../schema';

/** The kinds that are opened by hand; working groups are chartered on their own pages. */
export const openableKinds = ['TRIBE', 'SQUAD', 'CHAPTER', 'GUILD', 'SUBGUILD'] as const;

export const unitNameInput = z
  .string('Give it a name.')
  .trim()
  .min(2, 'Give it a name of at least two letters.')
  .max(UNIT_NAME_MAX, `At most ${UNIT_NAME_MAX} characters.`);

const purposeInput = z
  .string()
  .trim()
  .max(PURPOSE_MAX, `At most ${PURPOSE_MAX} characters.`)
  .default('');

const optionalTimeZone = z
  .union([z.literal('').transform(() => null), timeZoneInput])
  .nullish()
  .transform((timeZone) => timeZone ?? null);

/** The slug of the unit above; empty for none. */
const parentInput = z
  .string()
  .trim()
  .nullish()
  .transform((slug) => slug || null);

export const openUnitInput = z.object({
  kind: z.enum(openableKinds, 'Say what kind of unit it is.'),
  name: unitNameInput,
  purpose: purposeInput,
  parent: parentInput,
  validFrom: dayInput,
});
export type OpenUnit = z.output<typeof openUnitInput>;

export const describeUnitInput = z.object({
  unitId: idInput,
  purpose: purposeInput,
  timeZone: optionalTimeZone,
  isPlatformTeam: markInput,
});
export type DescribeUnit = z.output<typeof describeUnitInput>;

export const changeParentInput = z.object({
  unitId: idInput,
  parent: parentInput,
  on: dayInput,
  reason: optionalReasonInput,
});
export type ChangeParent = z.output<typeof changeParentInput>;
