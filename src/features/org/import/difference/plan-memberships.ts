import type { RosterMembership } from '../roster';
import type { CurrentMembership } from './current';
import { tellPlaces } from './membership-lines';
import { correctPlace, endPlace, openPlace } from './membership-writes';
import { beginning, comparePlaces, endOf } from './person-places';
import type { PersonPlaces } from './places-of-person';
import { groupedBy, isOpen, type Planning } from './planning';
import { type Found, wantedPlaces } from './wanted-places';

/** Opens, ends and changes places so that they say what the file says; what came from elsewhere stays. */
export function planMemberships(
  planning: Planning,
  memberships: readonly RosterMembership[],
  found: Found,
): void {
  const wanted = groupedBy(wantedPlaces(planning, memberships, found), ({ personId }) => personId);
  const { leaving } = planning;
  for (const personId of peopleConcerned(planning, wanted.keys(), leaving.keys())) {
    const recorded = planning.places.ofPerson(personId);
    const leftOn = leaving.get(personId) ?? null;
    const places = comparePlaces(planning, recorded, wanted.get(personId) ?? [], leftOn);
    write(planning, places, leftOn);
    tellPlaces(planning, places);
  }
}

function peopleConcerned(planning: Planning, ...ids: Iterable<string>[]): Set<string> {
  const { asOf, source, retiredUnitIds, current } = planning;
  const concerned = new Set(ids.flatMap((some) => [...some]));
  for (const row of current.memberships) {
    const isOurs = row.externalSource === source || retiredUnitIds.has(row.unitId);
    if (isOurs && isOpen(row, asOf)) concerned.add(row.personId);
  }
  return concerned;
}

function write(planning: Planning, places: PersonPlaces, leftOn: string | null): void {
  const { asOf } = planning;
  for (const row of places.ended) {
    const on = endOf(row, places.opened, asOf);
    // What somebody joined by their own hand ends with its unit, not by the word of a file.
    const hand = row.source === 'SELF' ? 'DEPARTURE' : 'IMPORT';
    endPlace(planning, row, on, reasonFor(planning, row, places), hand);
  }
  const changed = new Set(places.changed.map(({ row }) => row.id));
  for (const row of places.departed) {
    if (!changed.has(row.id)) {
      endPlace(planning, row, leftOn ?? asOf, 'Left the company', 'DEPARTURE');
    }
  }
  for (const place of places.opened) openPlace(planning, place, beginning(planning, places, place));
  for (const { row, wanted, from } of places.changed) {
    const { note, isPrimary, until } = wanted;
    if (isPrimary !== row.isPrimary && row.validFrom < asOf) {
      // Being at home in a squad is a fact of its own time: the years before stay as they were.
      endPlace(
        planning,
        row,
        asOf,
        isPrimary ? 'Became the home squad' : 'No longer the home squad',
      );
      openPlace(planning, wanted, [from, asOf].toSorted().at(-1) ?? asOf);
    } else {
      correctPlace(planning, row, {
        note,
        isPrimary,
        validFrom: from,
        validTo: until ?? row.validTo,
      });
    }
  }
}

function reasonFor({ source }: Planning, row: CurrentMembership, { opened }: PersonPlaces): string {
  const to = opened.find(({ unitKind, isOver }) => unitKind === row.unitKind && !isOver);
  const moves = row.unitKind === 'SQUAD' || row.unitKind === 'CHAPTER';
  return moves && to ? `Moved to ${to.unitName}` : `No longer in the file of ${source}`;
}
