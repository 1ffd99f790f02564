import type { Roster, RosterMembership } from '../roster';
import { changeOutcomes } from '../schema';
import { checkRoster } from './check';
import type { Current } from './current';
import { knownTo } from './known';
import { type ChangeLine, nothingToWrite, type Plan } from './plan';
import { planMemberships } from './plan-memberships';
import { endParents, planParents } from './plan-parents';
import { planPeople } from './plan-people';
import { planSchedules } from './plan-schedules';
import { planUnits } from './plan-units';
import { absenceFrom, isOpen, type Planning, placesIn } from './planning';
import { remarkOnAbsentPeople, remarkOnUnits } from './remarks';
import { endAbsentUnits } from './unit-endings';

export type PlanInput = {
  roster: Roster;
  current: Current;
  source: string;
  asOf: string;
  dayBefore: string;
  newId: () => string;
};

/**
 * The difference between what the portal holds and what a file says, with everything that has to be
 * written to make it so. Planned again after it was written, it is empty.
 */
export function makePlan({ roster, current, source, asOf, dayBefore, newId }: PlanInput): Plan {
  const known = knownTo(source, current);
  const checked = checkRoster(roster, known);
  const planning: Planning = {
    source,
    asOf,
    dayBefore,
    newId,
    current,
    known,
    places: placesIn(current),
    names: new Map([...current.people, ...current.units].map(({ id, name }) => [id, name])),
    lines: checked.findings.map(findingLine),
    writes: nothingToWrite(),
    traces: [],
    absence: absenceFrom(checked.findings, known),
    leaving: new Map(),
    retiredUnitIds: new Set(),
  };
  const people = planPeople(planning, checked.people);
  const units = planUnits(planning, checked.units, checked.memberships);
  const present = new Set([...units.values()].map(({ id }) => id));
  for (const id of unitsReferredTo(planning, checked.memberships)) present.add(id);
  endAbsentUnits(planning, new Set([...present, ...planning.retiredUnitIds]));
  planParents(planning, checked.units, units);
  endParents(planning, unitsThatEnd(planning, present));
  planMemberships(planning, checked.memberships, { people, units });
  planSchedules(planning, checked.schedules, units);
  remarkOnUnits(planning);
  remarkOnAbsentPeople(planning, people, checked.memberships);
  return {
    lines: inReadingOrder(planning.lines),
    writes: planning.writes,
    traces: planning.traces,
  };
}

const findingLine = ({
  kind,
  subject,
  line,
  title,
  reason,
}: Roster['findings'][number]): ChangeLine => ({
  subject,
  outcome: kind,
  title,
  detail: reason,
  line,
});

function unitsReferredTo({ known }: Planning, memberships: readonly RosterMembership[]): string[] {
  return memberships.flatMap(({ unitKey }) => known.unit(unitKey)?.id ?? []);
}

/** Units that the file names as over were given their last parent already. */
function unitsThatEnd({ writes, asOf }: Planning, present: ReadonlySet<string>): string[] {
  return writes.changedUnits
    .filter((unit) => !isOpen(unit, asOf) && !present.has(unit.id))
    .map(({ id }) => id);
}

/** What needs a reader's eye first; within that, as the file has it. */
function inReadingOrder(lines: readonly ChangeLine[]): ChangeLine[] {
  const rank = new Map(changeOutcomes.map((outcome, index) => [outcome, index]));
  return lines.toSorted(
    (a, b) =>
      (rank.get(a.outcome) ?? 0) - (rank.get(b.outcome) ?? 0) ||
      (a.line ?? Number.POSITIVE_INFINITY) - (b.line ?? Number.POSITIVE_INFINITY) ||
      0,
  );
}
