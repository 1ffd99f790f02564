import type { UnitKind } from '../schema';

export type Rename = { effectiveOn: Date; recordedAt: Date; nameBefore: string; nameAfter: string };

/** What a unit was called on a day, from its renames: the same rule as `unit_name_on` in the database. */
export function nameOn(name: string, renames: readonly Rename[], day: Date): string {
  const inOrder = renames.toSorted(byDay);
  const last = inOrder.findLast(({ effectiveOn }) => effectiveOn <= day);
  const next = inOrder.find(({ effectiveOn }) => effectiveOn > day);
  return last?.nameAfter ?? next?.nameBefore ?? name;
}

type UnitOnDay = { validFrom: Date; validTo: Date | null };

/** Why a unit cannot be renamed, split, merged or ended on that day; null when it can. */
export function obstacleOn(unit: UnitOnDay, on: Date): 'before-it-began' | 'after-it-ended' | null {
  if (on <= unit.validFrom) return 'before-it-began';
  return unit.validTo !== null && on > unit.validTo ? 'after-it-ended' : null;
}

/** People go with their squad or chapter; guild membership is each person's own choice, so it is not carried over. */
export const carriesItsPeople = (kind: UnitKind): boolean => kind === 'SQUAD' || kind === 'CHAPTER';

/** Several units of one kind become one of the same kind. */
export function mergeObstacle(
  kinds: readonly UnitKind[],
  predecessorIds: readonly string[],
  successorId: string,
): 'different-kinds' | 'into-itself' | null {
  if (new Set(kinds).size > 1) return 'different-kinds';
  return predecessorIds.includes(successorId) ? 'into-itself' : null;
}

/** One unit becomes several. */
export function splitObstacle(
  names: readonly string[],
  continues: boolean,
): 'names-not-distinct' | 'too-few-parts' | null {
  const distinct = new Set(names.map((name) => name.toLowerCase()));
  if (distinct.size < names.length) return 'names-not-distinct';
  return names.length + Number(continues) < 2 ? 'too-few-parts' : null;
}

function byDay(a: Rename, b: Rename): number {
  return (
    a.effectiveOn.getTime() - b.effectiveOn.getTime() ||
    a.recordedAt.getTime() - b.recordedAt.getTime()
  );
}
