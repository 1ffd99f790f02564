import { freeSlug } from '../../slugs';
import type { RosterMembership, RosterUnit } from '../roster';
import { changeUnit, type PlannedUnit, plannedUnit } from './changed-unit';
import type { CurrentUnit, UnitColumns } from './current';
import { attributesWith } from './plan-people';
import { type Planning, say } from './planning';
import { kindName } from './words';

/** @returns every unit that the file describes, by the file's key */
export function planUnits(
  planning: Planning,
  units: readonly RosterUnit[],
  memberships: readonly RosterMembership[],
): Map<string, PlannedUnit> {
  const slugs = new Set(planning.current.units.map(({ slug }) => slug));
  const earliest = earliestBeginnings(memberships);
  return new Map(
    units.map((unit) => {
      const known = planning.known.ownUnit(unit.key) ?? adoptable(planning, unit);
      if (known && known.kind === unit.kind) return [unit.key, changeUnit(planning, unit, known)];
      const from = earliest.get(unit.key);
      const added = addUnit(planning, unit, slugs, known, from);
      if (known) retire(planning, unit, known, added.id);
      return [unit.key, added];
    }),
  );
}

/** A unit made by hand that says the same of itself: its word in addresses, its kind and its name. */
function adoptable({ known }: Planning, unit: RosterUnit): CurrentUnit | null {
  const found = known.unit(unit.key);
  const isSame =
    found?.externalSource === null &&
    found.kind === unit.kind &&
    found.name.toLowerCase() === unit.name.toLowerCase();
  return isSame ? found : null;
}

/** A unit is at least as old as the first membership in it. */
function earliestBeginnings(memberships: readonly RosterMembership[]): Map<string, string> {
  const earliest = new Map<string, string>();
  for (const { unitKey, since } of memberships) {
    const before = earliest.get(unitKey);
    if (since && (before === undefined || since < before)) earliest.set(unitKey, since);
  }
  return earliest;
}

function addUnit(
  planning: Planning,
  unit: RosterUnit,
  slugs: Set<string>,
  predecessor: CurrentUnit | null,
  earliest: string | undefined,
): PlannedUnit {
  const { source, asOf, dayBefore } = planning;
  const slug = freeSlug(unit.key, slugs);
  slugs.add(slug);
  const isOlder = earliest !== undefined && earliest < asOf && predecessor === null;
  const columns: UnitColumns = {
    kind: unit.kind,
    slug,
    name: unit.name,
    purpose: unit.purpose ?? '',
    timeZone: unit.timeZone ?? null,
    validFrom: unit.isOver ? dayBefore : isOlder ? earliest : asOf,
    validTo: unit.isOver ? asOf : null,
    externalSource: source,
    externalKey: unit.key,
    attributes: attributesWith({}, source, unit),
  };
  const id = planning.newId();
  planning.names.set(id, unit.name);
  planning.writes.newUnits.push({ id, ...columns });
  planning.traces.push({
    action: 'unit.opened',
    subjectKind: 'unit',
    subjectId: id,
    before: null,
    after: { kind: unit.kind, name: unit.name, from: columns.validFrom, to: columns.validTo },
  });
  const above = unit.parentKey ? `, beneath ${unit.parentKey}` : '';
  const over = unit.isOver ? '; already over, since an unknown day' : '';
  const before = predecessor ? `, in place of the ${kindName(predecessor.kind)}` : '';
  say(planning, {
    subject: 'unit',
    outcome: 'added',
    title: unit.name,
    detail: `${kindName(unit.kind)}${above}${before}${over}`,
    line: unit.line,
  });
  const { validFrom, validTo } = columns;
  return plannedUnit({ id, kind: unit.kind, name: unit.name, validFrom, validTo }, unit.key, true);
}

/** A unit never changes its kind, since its past would change with it: it ends, and a new one goes on. */
function retire(planning: Planning, unit: RosterUnit, known: CurrentUnit, successorId: string) {
  const { asOf, dayBefore } = planning;
  const validFrom = known.validFrom < asOf ? known.validFrom : dayBefore;
  planning.retiredUnitIds.add(known.id);
  planning.writes.changedUnits.push({
    ...known,
    validFrom,
    validTo: known.validTo ?? asOf,
    externalKey: `${unit.key} (${kindName(known.kind)} until ${asOf})`,
  });
  planning.writes.successions.push({
    id: planning.newId(),
    kind: 'MERGE',
    predecessorId: known.id,
    successorId,
    nameBefore: null,
    nameAfter: null,
    note: `From ${kindName(known.kind)} to ${kindName(unit.kind)}`,
  });
  planning.traces.push({
    action: 'unit.dissolved',
    subjectKind: 'unit',
    subjectId: known.id,
    before: { name: known.name, to: known.validTo },
    after: { name: known.name, to: known.validTo ?? asOf },
  });
  say(planning, {
    subject: 'unit',
    outcome: 'ended',
    title: known.name,
    detail: `It goes on as a ${kindName(unit.kind)}, with a page of its own.`,
    line: unit.line,
  });
}
