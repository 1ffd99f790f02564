import { z } from 'zod';
import { dayInput, optionalReasonInput } from '../schema';

export const moveInput = z.object({
  /** The person's handle. */
  person: z.string('Say who.').trim().min(1, 'Say who.'),
  /** The squad's slug. */
  squad: z.string('Say which squad.').trim().min(1, 'Say which squad.'),
  on: dayInput,
  reason: optionalReasonInput,
  /** The home membership that the form showed ("none" without one): a later one means that somebody was faster. */
  seenHomeId: z.string().max(64).optional(),
});
export type MoveInput = z.output<typeof moveInput>;
