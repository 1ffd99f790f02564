import { z } from 'zod';
import { dayInput, idInput, optionalReasonInput, reasonInput } from '../schema';

export const departureInput = z.object({
  personId: idInput,
  /** The first day on which the person is no longer here. */
  leftOn: dayInput,
  note: optionalReasonInput,
});
export type DepartureInput = z.output<typeof departureInput>;

export const undoDepartureInput = z.object({ personId: idInput, reason: reasonInput });
export type UndoDeparture = z.output<typeof undoDepartureInput>;
