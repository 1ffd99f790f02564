import {
  endingPlan,
  type Held,
  isPlan,
  joined,
  type NewRow,
  nothingToWrite,
  overlaps,
  type Plan,
} from '../memberships/membership-period';
import type { UnitKind } from '../schema';

export type Successor = { id: string; kind: UnitKind };

/**
 * Carries one person's places from a unit over to its successor from a day on: the same roles, for as
 * long as they were to last. Somebody who has such a place there already keeps it instead.
 * @param places the person's places in the unit
 * @param placesThere the person's places in the successor
 */
export function carryingPlan(
  places: readonly Held[],
  placesThere: readonly Held[],
  successor: Successor,
  on: Date,
  endReason: string,
): Plan {
  return joined(
    places
      .filter(({ validTo }) => validTo === null || validTo > on)
      .map((place) => carried(place, placesThere, successor, on, endReason)),
  );
}

function carried(
  place: Held,
  placesThere: readonly Held[],
  successor: Successor,
  on: Date,
  endReason: string,
): Plan {
  const ending = endingPlan(place, on, endReason);
  if (!isPlan(ending)) return nothingToWrite;
  const { id: _id, ...rest } = place;
  const isReplacedWholly = ending.rows.length === 0;
  const row: NewRow = {
    ...rest,
    unitId: successor.id,
    unitKind: successor.kind,
    validFrom: place.validFrom > on ? place.validFrom : on,
    supersedesId: isReplacedWholly ? place.id : null,
  };
  const there = placesThere.filter((other) => other.role === place.role && overlaps(other, row));
  if (there.length > 0 && !place.isPrimary) return ending;
  // A second place beside the home becomes the home itself.
  const replaced = there.map((other) => endingPlan(other, row.validFrom, 'Became the home squad'));
  return joined([ending, ...replaced.filter(isPlan), { superseded: [], rows: [row] }]);
}
