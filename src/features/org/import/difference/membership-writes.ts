import type { MembershipSource } from '../../schema';
import type { Attributes } from '../roster';
import type { CurrentMembership, MembershipColumns } from './current';
import { nameOf, type Planning } from './planning';
import type { WantedPlace } from './wanted-places';

/** Opens a place, or records one that is over between unknown days. */
export function openPlace(planning: Planning, place: WantedPlace, from: string): void {
  const { asOf, dayBefore, source } = planning;
  const columns: MembershipColumns = {
    personId: place.personId,
    unitId: place.unitId,
    unitKind: place.unitKind,
    role: place.role,
    isPrimary: place.isPrimary && !place.isOver,
    validFrom: place.isOver ? dayBefore : from,
    validTo: place.isOver ? asOf : place.until,
    endReason: place.isOver ? `Dates unknown: over by ${asOf}` : null,
    note: place.note,
    source: 'IMPORT',
    externalSource: source,
  };
  planning.writes.newMemberships.push({ id: planning.newId(), ...columns, supersedesId: null });
  trace(planning, 'membership.opened', null, columns);
}

/** Ends a place on a day; one that began no earlier never held, and is withdrawn. */
export function endPlace(
  planning: Planning,
  row: CurrentMembership,
  on: string,
  endReason: string,
  source: MembershipSource = 'IMPORT',
): void {
  const { writes } = planning;
  writes.supersededMembershipIds.push(row.id);
  if (row.validFrom >= on) {
    trace(planning, 'membership.withdrawn', row, null);
    return;
  }
  const columns = { ...columnsOf(row), validTo: on, endReason, source };
  writes.newMemberships.push({ id: planning.newId(), ...columns, supersedesId: row.id });
  trace(planning, 'membership.ended', row, columns);
}

/** Says that a recorded place was told wrongly: what it was stays on record. */
export function correctPlace(
  planning: Planning,
  row: CurrentMembership,
  correction: Partial<Pick<MembershipColumns, 'note' | 'validFrom' | 'validTo' | 'isPrimary'>>,
): void {
  const columns = { ...columnsOf(row), ...correction };
  planning.writes.supersededMembershipIds.push(row.id);
  planning.writes.newMemberships.push({
    id: planning.newId(),
    ...columns,
    supersedesId: row.id,
  });
  trace(planning, 'membership.corrected', row, columns);
}

const columnsOf = ({ id: _, ...columns }: CurrentMembership): MembershipColumns => columns;

type Told = MembershipColumns | CurrentMembership;

function trace(planning: Planning, action: string, before: Told | null, after: Told | null): void {
  planning.traces.push({
    action,
    subjectKind: 'person',
    subjectId: (after ?? before)?.personId ?? '',
    before: before && factsOf(planning, before),
    after: after && factsOf(planning, after),
  });
}

function factsOf(planning: Planning, place: Told): Attributes {
  return {
    ...('id' in place && { membershipId: place.id }),
    unitId: place.unitId,
    unit: nameOf(planning, place.unitId),
    role: place.role,
    homeSquad: place.isPrimary,
    from: place.validFrom,
    to: place.validTo,
  };
}
