import type { CurrentMembership } from './current';
import type { PersonPlaces } from './places-of-person';
import { isOpen, type Planning } from './planning';
import type { WantedPlace } from './wanted-places';

export function matchPast(
  planning: Planning,
  rows: readonly CurrentMembership[],
  wanted: readonly WantedPlace[],
  kept: ReadonlySet<string>,
  places: PersonPlaces,
): void {
  for (const place of wanted.filter(({ isOver }) => isOver)) {
    const inUnit = rows.filter(({ unitId }) => unitId === place.unitId);
    // Known to be over, or recorded as holding in the very time that would be written.
    const told = inUnit.find(
      (row) =>
        !isOpen(row, planning.asOf) ||
        (kept.has(row.id) && row.role === place.role && row.validFrom <= planning.dayBefore),
    );
    const open = inUnit.filter(({ id }) => !kept.has(id));
    if (told) places.untouched.push({ row: told, wanted: place });
    else if (!becomesPast(planning, place, open, places)) places.opened.push(place);
  }
}

/** Whether what is recorded, or recorded now, will tell of the same past without a row of its own. */
function becomesPast(
  { asOf, dayBefore, source }: Planning,
  place: WantedPlace,
  open: readonly CurrentMembership[],
  { departed, opened }: PersonPlaces,
): boolean {
  const leftOn = place.until ?? asOf;
  return (
    open.some((row) => row.externalSource === source && row.validFrom < asOf) ||
    departed.some(
      (row) => row.unitId === place.unitId && leftOn <= asOf && row.validFrom < leftOn,
    ) ||
    opened.some(
      ({ unitId, role, since, isOver }) =>
        !isOver && unitId === place.unitId && role === place.role && since && since <= dayBefore,
    )
  );
}
