import type { RosterUnit } from '../roster';
import type { PlannedUnit } from './changed-unit';
import type { CurrentParent, ParentColumns } from './current';
import { isOpen, nameOf, type Planning, say } from './planning';

type Above = Pick<PlannedUnit, 'id' | 'kind' | 'name' | 'validFrom'>;

/** Puts each unit beneath the parent that the file names, from the day on which it was true. */
export function planParents(
  planning: Planning,
  units: readonly RosterUnit[],
  planned: ReadonlyMap<string, PlannedUnit>,
): void {
  const aboveOf = (key: string): Above | null => planned.get(key) ?? planning.known.unit(key);
  for (const unit of units) {
    const own = planned.get(unit.key);
    if (!own || own.isClosedByHand) continue;
    const above = unit.parentKey ? aboveOf(unit.parentKey) : null;
    if (own.isNew) {
      if (above) open(planning, own, above, beginningOf(own, above), own.validTo);
    } else if (own.validTo !== null) {
      placeOver(planning, unit, own, above);
    } else if (unit.parentKey !== undefined) {
      placeLive(planning, unit, own, above);
    }
  }
}

/** Whatever ends takes its place beneath another with it. */
export function endParents(planning: Planning, unitIds: Iterable<string>): void {
  for (const unitId of unitIds) {
    for (const row of planning.places.parentsOf(unitId)) {
      if (isOpen(row, planning.asOf)) close(planning, row, row.validFrom < planning.asOf);
    }
  }
}

function placeLive(planning: Planning, unit: RosterUnit, own: PlannedUnit, above: Above | null) {
  const { asOf, source, places } = planning;
  const row = places.parentsOf(own.id).find((recorded) => isOpen(recorded, asOf));
  if (row?.parentId === above?.id) return;
  // What somebody decided here stands where the file only says that it knows of none.
  if (!above && row?.externalSource !== source) return;
  if (row) close(planning, row, row.validFrom < asOf);
  if (above) open(planning, own, above, asOf, null);
  tell(planning, unit, own.id, row, above);
}

/** A unit that is over keeps the place it had; the file may still correct which. */
function placeOver(planning: Planning, unit: RosterUnit, own: PlannedUnit, above: Above | null) {
  const { asOf, dayBefore, places } = planning;
  const last = places
    .parentsOf(own.id)
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
    .at(-1);
  if (unit.parentKey === undefined || last?.parentId === above?.id) {
    if (last && isOpen(last, asOf)) close(planning, last, true);
    return;
  }
  if (last) planning.writes.supersededParentIds.push(last.id);
  const from = last && last.validFrom < asOf ? last.validFrom : dayBefore;
  const to = last?.validTo && last.validTo <= asOf ? last.validTo : asOf;
  if (above) open(planning, own, above, from, to);
  tell(planning, unit, own.id, last, above);
}

/** @param keepsPast whether it held for a while, or was recorded on this very day and never did */
function close(planning: Planning, row: CurrentParent, keepsPast: boolean) {
  const { asOf, dayBefore, writes } = planning;
  const { id, ...columns } = row;
  writes.supersededParentIds.push(id);
  if (!keepsPast) return;
  const validFrom = columns.validFrom < asOf ? columns.validFrom : dayBefore;
  writes.newParents.push({ ...columns, id: planning.newId(), validFrom, validTo: asOf });
}

function open(
  planning: Planning,
  own: PlannedUnit,
  above: Above,
  validFrom: string,
  validTo: string | null,
) {
  const row: ParentColumns = {
    unitId: own.id,
    unitKind: own.kind,
    parentId: above.id,
    parentKind: above.kind,
    validFrom,
    validTo,
    externalSource: planning.source,
  };
  planning.writes.newParents.push({ id: planning.newId(), ...row });
}

/** A unit that is over has one day, whatever is known of its parent then. */
const beginningOf = (own: PlannedUnit, above: Above) =>
  own.validTo !== null || own.validFrom > above.validFrom ? own.validFrom : above.validFrom;

function tell(
  planning: Planning,
  unit: RosterUnit,
  unitId: string,
  before: CurrentParent | undefined,
  above: Above | null,
) {
  const from = before ? nameOf(planning, before.parentId) : null;
  planning.traces.push({
    action: 'unit.moved',
    subjectKind: 'unit',
    subjectId: unitId,
    before: before ? { unitId: before.parentId, unit: from } : null,
    after: { ...(above && { unitId: above.id, unit: above.name }), name: unit.name },
  });
  say(planning, {
    subject: 'unit',
    outcome: 'moved',
    title: unit.name,
    detail: `From ${from ? `beneath ${from}` : 'standing by itself'} to ${above ? `beneath ${above.name}` : 'standing by itself'}.`,
    line: unit.line,
  });
}
