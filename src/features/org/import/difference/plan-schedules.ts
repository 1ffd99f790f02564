import type { RosterSchedule } from '../roster';
import type { PlannedUnit } from './changed-unit';
import type { CurrentSchedule, ScheduleColumns } from './current';
import { type Planning, same, say, tellChanges, withholds } from './planning';

const COLUMNS: Record<string, string> = {
  unitId: 'unit',
  title: 'title',
  originalText: 'when',
  links: 'links',
  recurrenceRule: 'rule',
  timeZone: 'time zone',
  localTime: 'time',
  firstOn: 'first date',
  obstacle: 'what is open',
};

/** What a person settled stays settled for as long as the words it was about stay the same. */
export function planSchedules(
  planning: Planning,
  schedules: readonly RosterSchedule[],
  units: ReadonlyMap<string, PlannedUnit>,
): void {
  const known = new Map(planning.current.schedules.map((one) => [one.externalKey, one]));
  const present = new Set<string>();
  for (const schedule of schedules) {
    const unit = units.get(schedule.unitKey);
    if (!unit) continue;
    const externalKey = `${planning.source}: ${schedule.key}`;
    present.add(externalKey);
    const columns = columnsOf(schedule, unit.id, externalKey);
    const before = known.get(externalKey);
    if (before) changeSchedule(planning, schedule, columns, before);
    else addSchedule(planning, schedule, columns);
  }
  for (const one of planning.current.schedules) {
    const isOurs = one.externalKey.startsWith(`${planning.source}: `) && one.endedOn === null;
    if (isOurs && !present.has(one.externalKey)) endSchedule(planning, one);
  }
}

const columnsOf = (
  schedule: RosterSchedule,
  unitId: string,
  externalKey: string,
): ScheduleColumns => ({
  unitId,
  externalKey,
  title: schedule.title,
  originalText: schedule.originalText,
  links: schedule.links,
  recurrenceRule: schedule.recurrenceRule,
  timeZone: schedule.timeZone,
  localTime: schedule.localTime,
  firstOn: schedule.firstOn,
  obstacle: schedule.obstacle,
  endedOn: null,
});

function addSchedule(planning: Planning, schedule: RosterSchedule, columns: ScheduleColumns) {
  planning.writes.newSchedules.push({ id: planning.newId(), ...columns });
  say(planning, {
    subject: 'schedule',
    outcome: 'added',
    title: schedule.title,
    detail: `${schedule.originalText}. ${reading(columns)}`,
    line: schedule.line,
  });
}

function changeSchedule(
  planning: Planning,
  schedule: RosterSchedule,
  columns: ScheduleColumns,
  { id, isSettled, ...before }: CurrentSchedule,
) {
  const keepsSettlement = isSettled && before.originalText === columns.originalText;
  const wanted = keepsSettlement
    ? {
        ...before,
        unitId: columns.unitId,
        title: columns.title,
        links: columns.links,
        endedOn: null,
      }
    : columns;
  const isSame = same(before, wanted);
  if (!isSame) planning.writes.changedSchedules.push({ id, ...wanted, keepsSettlement });
  const lost = isSettled && !keepsSettlement ? '; what was settled was about other words' : '';
  const again = before.endedOn === null ? '' : 'in the file again; ';
  say(planning, {
    subject: 'schedule',
    outcome: isSame ? 'untouched' : 'changed',
    title: schedule.title,
    detail: isSame
      ? schedule.originalText
      : `${again}${tellChanges(before, wanted, COLUMNS)}${lost}`,
    line: schedule.line,
  });
}

function endSchedule(planning: Planning, { isSettled, ...one }: CurrentSchedule) {
  const isWithheld = withholds(planning.absence, { unitId: one.unitId });
  if (!isWithheld) {
    planning.writes.changedSchedules.push({
      ...one,
      endedOn: planning.asOf,
      keepsSettlement: isSettled,
    });
  }
  say(planning, {
    subject: 'schedule',
    outcome: isWithheld ? 'notice' : 'ended',
    title: one.title,
    detail: isWithheld
      ? 'Not in what could be read of the file; it stays until the file is whole.'
      : 'No longer in the file.',
    line: null,
  });
}

const reading = ({ obstacle, recurrenceRule }: ScheduleColumns): string =>
  obstacle ? `To be settled by a person: ${obstacle}` : `Understood as ${recurrenceRule}.`;
