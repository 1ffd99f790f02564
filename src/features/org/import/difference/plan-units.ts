import { freeSlug } from '../../slugs';
import type { RosterMembership, RosterUnit } from '../roster';
import type { CurrentUnit, UnitColumns } from './current';
import { attributesWith } from './plan-people';
import { type Planning, say, tellChanges } from './planning';
import { endOrExplain } from './unit-endings';
import { kindName } from './words';

export type PlannedUnit = {
  id: string;
  key: string;
  kind: UnitColumns['kind'];
  name: string;
  validFrom: string;
  validTo: string | null;
  isNew: boolean;
  /** It was ended here by hand: the file fills it with nobody. */
  isClosedByHand: boolean;
};

const COLUMNS: Record<string, string> = {
  name: 'name',
  purpose: 'purpose',
  timeZone: 'time zone',
  externalSource: 'kept by',
  externalKey: 'key',
  attributes: 'what else the file says',
};

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

const plannedUnit = (
  {
    id,
    kind,
    name,
    validFrom,
    validTo,
  }: Pick<CurrentUnit, 'id' | 'kind' | 'name' | 'validFrom' | 'validTo'>,
  key: string,
  isNew = false,
): PlannedUnit => ({ id, key, kind, name, validFrom, validTo, isNew, isClosedByHand: false });

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

function changeUnit(planning: Planning, unit: RosterUnit, known: CurrentUnit): PlannedUnit {
  const { source, asOf } = planning;
  const wanted: CurrentUnit = {
    ...known,
    name: unit.name,
    purpose: unit.purpose ?? known.purpose,
    timeZone: unit.timeZone ?? known.timeZone,
    externalSource: source,
    externalKey: unit.key,
    attributes: attributesWith(known.attributes, source, unit),
  };
  const isClosed = known.validTo !== null && known.validTo <= asOf;
  const isClosedByHand = isClosed && !unit.isOver && known.wasEndedByHand;
  if (isClosed && !unit.isOver && !isClosedByHand) wanted.validTo = null;
  const ending = unit.isOver && !isClosed ? endOrExplain(planning, known, unit.line) : null;
  if (ending) Object.assign(wanted, ending);
  const reopened = wanted.validTo === null && isClosed ? 'open again' : '';
  const detail = [tellChanges(known, wanted, COLUMNS), reopened].filter(Boolean).join('; ');
  if (detail || ending) planning.writes.changedUnits.push(wanted);
  if (wanted.name !== known.name) rename(planning, known, wanted.name);
  if (detail) traceDescription(planning, known, wanted);
  if (detail || !ending) {
    say(planning, {
      subject: 'unit',
      outcome: detail ? 'changed' : 'untouched',
      title: unit.name,
      detail,
      line: unit.line,
    });
  }
  if (isClosedByHand) sayClosed(planning, unit);
  return { ...plannedUnit(wanted, unit.key), isClosedByHand };
}

function rename(planning: Planning, known: CurrentUnit, name: string) {
  planning.writes.successions.push({
    id: planning.newId(),
    kind: 'RENAME',
    predecessorId: known.id,
    successorId: known.id,
    nameBefore: known.name,
    nameAfter: name,
    note: null,
  });
}

function traceDescription(planning: Planning, before: CurrentUnit, after: CurrentUnit) {
  const facts = ({ name, purpose, timeZone, validTo }: CurrentUnit) => ({
    name,
    purpose,
    timeZone,
    to: validTo,
  });
  planning.traces.push({
    action: before.name === after.name ? 'unit.described' : 'unit.renamed',
    subjectKind: 'unit',
    subjectId: before.id,
    before: facts(before),
    after: facts(after),
  });
}

function sayClosed(planning: Planning, unit: RosterUnit) {
  say(planning, {
    subject: 'unit',
    outcome: 'notice',
    title: unit.name,
    detail: 'It was ended here by hand and stays ended, although the file still names it.',
    line: unit.line,
  });
}
