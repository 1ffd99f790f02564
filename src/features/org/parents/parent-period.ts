import { holdsOn, type Period } from '@/foundation/days';

export type ParentRow = Period & { id: string; parentId: string };

type NewParentRow = Period & { parentId: string };

export type ParentPlan = { superseded: ParentRow[]; rows: NewParentRow[] };

/**
 * Puts a unit beneath another (or none) from a day on, until the next change that is already recorded.
 * What was recorded before that day stays true.
 */
export function parentPlan(
  recorded: readonly ParentRow[],
  parentId: string | null,
  on: Date,
): ParentPlan | 'nothing-changed' {
  const current = recorded.find((row) => holdsOn(row, on));
  if ((current?.parentId ?? null) === parentId) return 'nothing-changed';
  const later = recorded.filter(({ validFrom }) => validFrom > on);
  const validTo = current
    ? current.validTo
    : later.length > 0
      ? new Date(Math.min(...later.map((row) => row.validFrom.getTime())))
      : null;
  const until =
    current && current.validFrom < on
      ? [{ parentId: current.parentId, validFrom: current.validFrom, validTo: on }]
      : [];
  const from = parentId === null ? [] : [{ parentId, validFrom: on, validTo }];
  return { superseded: current ? [current] : [], rows: [...until, ...from] };
}

/** Ends a unit's place beneath others from a day on. */
export function parentEnding(recorded: readonly ParentRow[], on: Date): ParentPlan {
  const touched = recorded.filter(({ validTo }) => validTo === null || validTo > on);
  return {
    superseded: touched,
    rows: touched
      .filter(({ validFrom }) => validFrom < on)
      .map(({ parentId, validFrom }) => ({ parentId, validFrom, validTo: on })),
  };
}
