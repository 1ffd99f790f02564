import type { RosterUnit } from '../roster';
import type { CurrentUnit, UnitColumns } from './current';
import { attributesWith } from './plan-people';
import { type Planning, say, tellChanges } from './planning';
import { endOrExplain } from './unit-endings';

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

export const plannedUnit = (
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

export function changeUnit(planning: Planning, unit: RosterUnit, known: CurrentUnit): PlannedUnit {
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
