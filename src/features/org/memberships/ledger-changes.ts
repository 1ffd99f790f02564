import type { NewRow, Place, Plan } from './membership-period';

/** What one written row means to a reader of the trail. */
export type LedgerChange = {
  action:
    | 'membership.opened'
    | 'membership.ended'
    | 'membership.corrected'
    | 'membership.withdrawn';
  /** The row that now counts, or the one that no longer does. */
  membershipId: string;
  before?: Place;
  after?: Place;
};

/** A row to write that already has its id. */
export type Numbered = NewRow & { id: string };

/** Reads a plan as a list of changes: what was replaced, taken back, or is new. */
export function ledgerChanges(
  superseded: Plan['superseded'],
  rows: readonly Numbered[],
): LedgerChange[] {
  const replaced = superseded.map((before): LedgerChange => {
    const after = rows.find(({ supersedesId }) => supersedesId === before.id);
    return after
      ? { action: replacement(before, after), membershipId: after.id, before, after }
      : { action: 'membership.withdrawn', membershipId: before.id, before };
  });
  const opened = rows
    .filter(({ supersedesId }) => supersedesId === null)
    .map(
      (after): LedgerChange => ({
        action: 'membership.opened',
        membershipId: after.id,
        after,
      }),
    );
  return [...replaced, ...opened];
}

function replacement(before: Place, after: Place) {
  const isTheSamePlace =
    after.unitId === before.unitId &&
    after.role === before.role &&
    after.note === before.note &&
    after.validFrom.getTime() === before.validFrom.getTime();
  return isTheSamePlace && after.validTo !== null ? 'membership.ended' : 'membership.corrected';
}
