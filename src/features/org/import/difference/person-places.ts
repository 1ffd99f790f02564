import type { CurrentMembership } from './current';
import { matchPast } from './past-places';
import type { PersonPlaces } from './places-of-person';
import { isOpen, type Planning, withholds } from './planning';
import type { WantedPlace } from './wanted-places';

/**
 * Compares what is recorded of a person with what the file says.
 * @param leftOn the day on which the person leaves the company, where the file tells it
 */
export function comparePlaces(
  planning: Planning,
  recorded: readonly CurrentMembership[],
  wanted: readonly WantedPlace[],
  leftOn: string | null,
): PersonPlaces {
  const departed = recorded.filter(
    (row) => leftOn !== null && isOpen(row, leftOn) && isOpen(row, planning.asOf),
  );
  const rows = recorded.filter((row) => !departed.includes(row) || (leftOn ?? '') > planning.asOf);
  const places: PersonPlaces = {
    after: [],
    opened: [],
    ended: [],
    departed,
    changed: [],
    untouched: [],
    withheld: [],
    keptOut: [],
    refused: [],
  };
  const kept = matchCurrent(planning, rows, wanted, places);
  matchPast(planning, rows, wanted, kept, places);
  sortOutOthers(planning, rows, wanted, kept, places);
  respectHomesByHand(planning, rows, places);
  // Whoever is about to leave keeps every place until then; it ends once, on that day.
  places.departed = departed.filter((row) => !places.ended.includes(row));
  places.after = recorded.map((row) => ({
    ...row,
    validTo: endAfter(planning, row, places, leftOn),
  }));
  findChanges(planning, places);
  return places;
}

function matchCurrent(
  planning: Planning,
  rows: readonly CurrentMembership[],
  wanted: readonly WantedPlace[],
  places: PersonPlaces,
): Set<string> {
  const kept = new Set<string>();
  for (const place of wanted.filter(({ isOver }) => !isOver)) {
    const row = openRow(planning, rows, place);
    if (row) {
      kept.add(row.id);
      places.untouched.push({ row, wanted: place });
    } else if (leftByOwnHand(planning, rows, place)) places.keptOut.push(place);
    else places.opened.push(place);
  }
  return kept;
}

function openRow(
  { asOf, source }: Planning,
  rows: readonly CurrentMembership[],
  place: WantedPlace,
) {
  const open = rows.filter(
    (row) => row.unitId === place.unitId && row.role === place.role && isOpen(row, asOf),
  );
  return open.find((row) => row.externalSource === source) ?? open[0];
}

/** Guild membership is opened and closed by the person only: who left by their own hand stays out. */
function leftByOwnHand(
  { asOf }: Planning,
  rows: readonly CurrentMembership[],
  { unitId, unitKind, role }: WantedPlace,
): boolean {
  const isChoice = (unitKind === 'GUILD' || unitKind === 'SUBGUILD') && role !== 'LEAD';
  const last = rows
    .filter((row) => row.unitId === unitId && row.validTo !== null && !isOpen(row, asOf))
    .toSorted((a, b) => (a.validTo ?? '').localeCompare(b.validTo ?? ''))
    .at(-1);
  return isChoice && last?.source === 'SELF';
}

function sortOutOthers(
  { asOf, source, absence, retiredUnitIds }: Planning,
  rows: readonly CurrentMembership[],
  wanted: readonly WantedPlace[],
  kept: ReadonlySet<string>,
  places: PersonPlaces,
): void {
  const hasNewHome = wanted.some(({ isPrimary, isOver }) => isPrimary && !isOver);
  for (const row of rows) {
    if (!isOpen(row, asOf) || kept.has(row.id)) continue;
    if (retiredUnitIds.has(row.unitId)) places.ended.push(row);
    else if (row.externalSource !== source) continue;
    else if (withholds(absence, row) && !(row.isPrimary && hasNewHome)) places.withheld.push(row);
    else places.ended.push(row);
  }
}

/** A home squad that somebody recorded here is not moved by a file. */
function respectHomesByHand(
  { asOf, source }: Planning,
  rows: readonly CurrentMembership[],
  places: PersonPlaces,
): void {
  const home = rows.find(
    (row) => row.isPrimary && isOpen(row, asOf) && row.externalSource !== source,
  );
  if (!home) return;
  const opened: WantedPlace[] = [];
  for (const wanted of places.opened) {
    if (!wanted.isPrimary || wanted.isOver) opened.push(wanted);
    else if (wanted.unitId === home.unitId) opened.push({ ...wanted, isPrimary: false });
    else places.refused.push({ wanted, home });
  }
  places.opened = opened;
  places.untouched = places.untouched.map(({ row, wanted }) =>
    row.id === home.id ? { row, wanted } : { row, wanted: { ...wanted, isPrimary: false } },
  );
}

function endAfter(
  { asOf }: Planning,
  row: CurrentMembership,
  places: PersonPlaces,
  leftOn: string | null,
): string | null {
  if (places.ended.includes(row)) return endOf(row, places.opened, asOf);
  return places.departed.includes(row) ? leftOn : row.validTo;
}

/** A move ends the former home on the day on which the new one began, where the file tells it. */
export function endOf(
  row: CurrentMembership,
  opened: readonly WantedPlace[],
  asOf: string,
): string {
  const since = opened.find(({ isPrimary, isOver }) => isPrimary && !isOver)?.since;
  return row.isPrimary && since && since > row.validFrom && since < asOf ? since : asOf;
}

function findChanges(planning: Planning, places: PersonPlaces): void {
  const untouched: PersonPlaces['untouched'] = [];
  for (const { row, wanted } of places.untouched) {
    const isOurs = row.externalSource === planning.source && !wanted.isOver;
    const from = wanted.since === null ? row.validFrom : beginning(planning, places, wanted, row);
    const isSame =
      row.note === wanted.note &&
      row.isPrimary === wanted.isPrimary &&
      row.validFrom === from &&
      (wanted.until === null || row.validTo === null || row.validTo === wanted.until);
    // What would begin only after the leaving is withdrawn with it.
    const isLeft = wanted.until !== null && wanted.until <= from;
    if (isOurs && !isSame && !isLeft) places.changed.push({ row, wanted, from });
    else untouched.push({ row, wanted });
  }
  places.untouched = untouched;
}

/**
 * The day from which a place holds: the one that the file gives, but not before what is recorded of
 * the same role there, or of another home, has ended.
 */
export function beginning(
  { asOf }: Planning,
  { after }: PersonPlaces,
  wanted: WantedPlace,
  own?: CurrentMembership,
): string {
  const ends = after
    .filter(({ id, validTo }) => id !== own?.id && validTo !== null && validTo <= asOf)
    .filter(
      (row) =>
        (row.unitId === wanted.unitId && row.role === wanted.role) ||
        (row.isPrimary && wanted.isPrimary),
    )
    // A place that is ended on the day it began never held, and is in nobody's way.
    .filter(({ validFrom, validTo }) => validFrom < (validTo ?? ''))
    .map(({ validTo }) => validTo ?? '');
  return [wanted.since ?? asOf, ...ends].toSorted().at(-1) ?? asOf;
}
