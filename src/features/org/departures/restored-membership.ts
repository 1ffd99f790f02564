import type { Held, NewRow } from '../memberships/membership-period';

/** A membership as it was before a leaving, recorded by mistake, had ended it. */
export function restoredRow(
  held: Held,
  before: { validTo: Date | null; endReason: string | null },
  reason: string,
): NewRow & { supersedesId: string } {
  const { id, ...place } = held;
  return {
    ...place,
    validTo: before.validTo,
    endReason: before.endReason,
    note: reason,
    supersedesId: id,
  };
}
