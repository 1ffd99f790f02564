import type { MembershipRole } from '../../schema';
import type { Roster, RosterMembership } from '../roster';
import type { CsvEntry } from './csv-entry';

/** A place for each row that names a person and a unit; the same place twice is refused. */
export function gatherMemberships(entries: readonly CsvEntry[], roster: Roster): void {
  const kindOf = new Map(roster.units.map(({ key, kind }) => [key, kind]));
  const lineOf = new Map<string, number>();
  for (const entry of entries) {
    const { personKey, unit: unitKey, line } = entry;
    if (!personKey || !unitKey) continue;
    const role = roleIn(entry.role ?? 'MEMBER', kindOf.get(unitKey));
    const place = JSON.stringify([personKey, unitKey, role]);
    const before = lineOf.get(place);
    if (before !== undefined) {
      roster.findings.push({
        kind: 'refused',
        subject: 'membership',
        line,
        title: `${personKey}, ${unitKey}`,
        reason: `The same person, unit and role stand in line ${before}.`,
        mentions: { people: [personKey], units: [unitKey] },
      });
      continue;
    }
    lineOf.set(place, line);
    roster.memberships.push(membership(entry, personKey, unitKey, role));
  }
}

/** Who leads a chapter is its chapter lead, whichever word the file uses. */
const roleIn = (role: MembershipRole, kind: string | undefined): MembershipRole =>
  role === 'LEAD' && kind === 'CHAPTER' ? 'CHAPTER_LEAD' : role;

function membership(
  entry: CsvEntry,
  personKey: string,
  unitKey: string,
  role: MembershipRole,
): RosterMembership {
  return {
    personKey,
    unitKey,
    line: entry.line,
    role,
    ...(entry.primary !== undefined && { isPrimary: entry.primary }),
    note: entry.note ?? null,
    ...(entry.since && { since: entry.since }),
    isOver: false,
  };
}
