import type { Finding, Roster } from '../roster';
import { checkMemberships } from './check-memberships';
import { checkPeople } from './check-people';
import { checkUnits } from './check-units';
import type { Known } from './known';
import { refusedSchedule } from './refusals';

/**
 * Keeps what can be true all at once. A line is accepted whole or refused whole, and what depends on
 * a refused one is refused with it.
 */
export function checkRoster(roster: Roster, known: Known): Roster {
  const findings: Finding[] = [...roster.findings];
  const people = checkPeople(roster.people, known, findings);
  const units = checkUnits(roster.units, known, findings);
  const peopleKeys = new Set(people.map(({ key }) => key));
  const unitsByKey = new Map(units.map((unit) => [unit.key, unit]));
  const refused = (kept: { has: (key: string) => boolean }, all: readonly { key: string }[]) =>
    new Set(all.map(({ key }) => key).filter((key) => !kept.has(key)));
  const accepted = {
    people: peopleKeys,
    units: unitsByKey,
    refusedPeople: refused(peopleKeys, roster.people),
    refusedUnits: refused(unitsByKey, roster.units),
  };
  const memberships = checkMemberships(roster.memberships, accepted, known, findings);
  const schedules = roster.schedules.filter((schedule) => {
    const isKept = unitsByKey.has(schedule.unitKey);
    if (!isKept) findings.push(refusedSchedule(schedule));
    return isKept;
  });
  return { people, units, memberships, schedules, findings };
}
