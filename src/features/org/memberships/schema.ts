import { z } from 'zod';
import {
  dayInput,
  idInput,
  markInput,
  membershipRoles,
  optionalDayInput,
  optionalReasonInput,
  reasonInput,
} from '../schema';

export const openMembershipInput = z.object({
  unitId: idInput,
  /** The person's handle. */
  person: z.string('Say who.').trim().min(1, 'Say who.'),
  role: z.enum(membershipRoles),
  validFrom: dayInput,
  validTo: optionalDayInput,
  note: optionalReasonInput,
});
export type OpenMembership = z.output<typeof openMembershipInput>;

export const endMembershipInput = z.object({
  membershipId: idInput,
  on: dayInput,
  reason: optionalReasonInput,
});
export type EndMembership = z.output<typeof endMembershipInput>;

export const correctMembershipInput = z.object({
  membershipId: idInput,
  /** The slug of the unit it should have named. */
  unit: z.string().trim().min(1, 'Say which unit.'),
  role: z.enum(membershipRoles),
  isPrimary: markInput,
  validFrom: dayInput,
  validTo: optionalDayInput,
  reason: reasonInput,
});
export type CorrectMembership = z.output<typeof correctMembershipInput>;

export const withdrawMembershipInput = z.object({ membershipId: idInput, reason: reasonInput });
export type WithdrawMembership = z.output<typeof withdrawMembershipInput>;
