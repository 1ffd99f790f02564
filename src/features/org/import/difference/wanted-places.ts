import type { MembershipRole, UnitKind } from '../../schema';
import type { RosterMembership } from '../roster';
import type { PlannedUnit } from './changed-unit';
import type { PlannedPerson } from './plan-people';
import { groupedBy, isOpen, type Planning, say } from './planning';

/** A place that somebody should have, with everybody and everything found. */
export type WantedPlace = {
  personId: string;
  personName: string;
  unitId: string;
  unitKind: UnitKind;
  unitName: string;
  role: MembershipRole;
  isPrimary: boolean;
  note: string | null;
  since: string | null;
  /** The day on which this person leaves the company, where the file tells it. */
  until: string | null;
  isOver: boolean;
  line: number | null;
};

export type Found = {
  people: ReadonlyMap<string, PlannedPerson>;
  units: ReadonlyMap<string, PlannedUnit>;
};

export function wantedPlaces(
  planning: Planning,
  memberships: readonly RosterMembership[],
  found: Found,
): WantedPlace[] {
  const said = memberships.flatMap((membership) => wantedPlace(planning, membership, found) ?? []);
  const once = withoutRepeats(planning, said);
  return [...once, ...impliedPlaces(planning, once)];
}

function obstacleTo(
  { asOf }: Planning,
  leftOn: string | null,
  unit: { validTo: string | null },
  since: string | undefined,
): string | null {
  if (!isOpen(unit, asOf)) return 'the unit has ended.';
  if (leftOn !== null && leftOn <= asOf) return 'this person has left.';
  return leftOn !== null && since && since >= leftOn ? 'it begins after this person leaves.' : null;
}

/** Two keys can turn out to be one person, or one unit. */
function withoutRepeats(planning: Planning, places: readonly WantedPlace[]): WantedPlace[] {
  const groups = groupedBy(places, ({ personId, unitId, role, isOver }) =>
    [personId, unitId, role, isOver].join(' '),
  );
  return [...groups.values()].flatMap(([first, ...repeats]) => {
    for (const { personName, unitName, line } of repeats) {
      say(planning, {
        subject: 'membership',
        outcome: 'notice',
        title: `${personName} in ${unitName}`,
        detail: `The same as line ${first?.line}.`,
        line,
      });
    }
    return first ?? [];
  });
}

function wantedPlace(
  planning: Planning,
  { personKey, unitKey, line, role, isPrimary, note, since, isOver }: RosterMembership,
  { people, units }: Found,
): WantedPlace | null {
  const person = people.get(personKey) ?? planning.known.person(personKey);
  const unit = units.get(unitKey) ?? planning.known.unit(unitKey);
  if (!person || !unit) return null;
  const obstacle = isOver ? null : obstacleTo(planning, person.leftOn, unit, since);
  if (obstacle) {
    say(planning, {
      subject: 'membership',
      outcome: 'notice',
      title: `${person.name} in ${unit.name}`,
      detail: `Left out: ${obstacle}`,
      line,
    });
    return null;
  }
  return {
    personId: person.id,
    personName: person.name,
    unitId: unit.id,
    unitKind: unit.kind,
    unitName: unit.name,
    role,
    isPrimary: isPrimary ?? false,
    note,
    since: since ?? null,
    until: person.leftOn,
    isOver,
    line,
  };
}

/** Whoever is in a sub-guild is in all that it is a part of; the file need not say so. */
function impliedPlaces(planning: Planning, said: readonly WantedPlace[]): WantedPlace[] {
  const above = parentsAfter(planning);
  const unitOf = unitsAfter(planning);
  const present = new Set(
    said.filter(({ isOver }) => !isOver).map(({ personId, unitId }) => `${personId} ${unitId}`),
  );
  const implied: WantedPlace[] = [];
  for (const place of said) {
    if (place.isOver || place.unitKind !== 'SUBGUILD') continue;
    let id = above.get(place.unitId);
    for (const seen = new Set<string>(); id !== undefined && !seen.has(id); id = above.get(id)) {
      seen.add(id);
      const unit = unitOf.get(id);
      if (!unit || present.has(`${place.personId} ${id}`)) continue;
      if (isMemberByHand(planning, place.personId, id)) continue;
      implied.push({
        ...place,
        unitId: id,
        unitKind: unit.kind,
        unitName: unit.name,
        role: 'MEMBER',
        isPrimary: false,
        note: `Implied by ${place.unitName}`,
        since: null,
      });
    }
  }
  return onePerUnit(implied);
}

/** Of several sub-guilds that imply the same, the first by name is named, in whatever order the file lists them. */
function onePerUnit(implied: readonly WantedPlace[]): WantedPlace[] {
  const groups = groupedBy(implied, ({ personId, unitId }) => `${personId} ${unitId}`);
  return [...groups.values()].flatMap(
    (group) => group.toSorted((a, b) => (a.note ?? '').localeCompare(b.note ?? ''))[0] ?? [],
  );
}

const isMemberByHand = ({ places, asOf, source }: Planning, personId: string, unitId: string) =>
  places
    .ofPerson(personId)
    .some((row) => row.unitId === unitId && isOpen(row, asOf) && row.externalSource !== source);

/** Which unit stands beneath which once the parents are written. */
export function parentsAfter({ current, writes, asOf }: Planning): Map<string, string> {
  const superseded = new Set(writes.supersededParentIds);
  const rows = [...current.parents.filter(({ id }) => !superseded.has(id)), ...writes.newParents];
  return new Map(
    rows.filter((row) => isOpen(row, asOf)).map(({ unitId, parentId }) => [unitId, parentId]),
  );
}

function unitsAfter({ current, writes }: Planning) {
  const units = [...current.units, ...writes.changedUnits, ...writes.newUnits];
  return new Map(units.map(({ id, kind, name }) => [id, { kind, name }]));
}
