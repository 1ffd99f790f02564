import type { Finding } from '../roster';
import type { Current, CurrentMembership, CurrentParent } from './current';
import type { Known } from './known';
import type { ChangeLine, Trace, Writes } from './plan';

/** What every part of the planner works with, and where it puts what it decides. */
export type Planning = {
  source: string;
  /** The day on which the file was true: what is new begins then, what is gone ended then. */
  asOf: string;
  /** The day before: a period between unknown days is written as this one day. */
  dayBefore: string;
  newId: () => string;
  current: Current;
  known: Known;
  places: Places;
  /** Names by id, of what is known and of what this import adds. */
  names: Map<string, string>;
  lines: ChangeLine[];
  writes: Writes;
  traces: Trace[];
  absence: Absence;
  /** Who leaves the company on which day, as far as this file says it. */
  leaving: Map<string, string>;
  /** Units that end with everything in them, because a unit of another kind takes their place. */
  retiredUnitIds: Set<string>;
};

/** What is recorded, by whom and where it is recorded of. */
export type Places = {
  ofPerson: (personId: string) => readonly CurrentMembership[];
  inUnit: (unitId: string) => readonly CurrentMembership[];
  parentsOf: (unitId: string) => readonly CurrentParent[];
};

export function placesIn({ memberships, parents }: Current): Places {
  const byPerson = groupedBy(memberships, ({ personId }) => personId);
  const byUnit = groupedBy(memberships, ({ unitId }) => unitId);
  const parentsByUnit = groupedBy(parents, ({ unitId }) => unitId);
  return {
    ofPerson: (personId) => byPerson.get(personId) ?? [],
    inUnit: (unitId) => byUnit.get(unitId) ?? [],
    parentsOf: (unitId) => parentsByUnit.get(unitId) ?? [],
  };
}

export function groupedBy<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export const nameOf = ({ names }: Planning, id: string): string => names.get(id) ?? id;

/** Whether being absent from the file means being over. */
export type Absence = {
  /** A line could not be read at all: nobody can tell whom it spoke of, so nothing ends. */
  isUnproven: boolean;
  /** Whom refused lines speak of, by id. */
  people: Set<string>;
  units: Set<string>;
};

export const withholds = (absence: Absence, { personId, unitId }: Partial<CurrentMembership>) =>
  absence.isUnproven ||
  (personId !== undefined && absence.people.has(personId)) ||
  (unitId !== undefined && absence.units.has(unitId));

export function absenceFrom(findings: readonly Finding[], known: Known): Absence {
  const refused = findings.filter(({ kind }) => kind === 'refused');
  const ids = (found: ({ id: string } | null)[]) =>
    new Set(found.flatMap((one) => (one ? [one.id] : [])));
  return {
    isUnproven: refused.some(({ mentions }) => mentions === undefined),
    people: ids(refused.flatMap(({ mentions }) => mentions?.people.map(known.person) ?? [])),
    units: ids(refused.flatMap(({ mentions }) => mentions?.units.map(known.unit) ?? [])),
  };
}

export const isOpen = ({ validTo }: { validTo: string | null }, asOf: string): boolean =>
  validTo === null || validTo > asOf;

export function say(planning: Planning, line: ChangeLine): void {
  planning.lines.push(line);
}

/** `name: Ada → Ada L.` for each column that changes; texts too long to compare by eye are only named. */
export function tellChanges(before: object, after: object, names: Record<string, string>): string {
  const old = before as Record<string, unknown>;
  const now = after as Record<string, unknown>;
  return Object.entries(names)
    .filter(([column]) => !same(old[column], now[column]))
    .map(([column, name]) => {
      const [from, to] = [told(old[column]), told(now[column])];
      return from === null || to === null ? name : `${name}: ${from} → ${to}`;
    })
    .join('; ');
}

const TOLD_MAX = 80;

function told(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) return value.join(', ') || 'none';
  if (typeof value === 'object') return null;
  return String(value).length > TOLD_MAX ? null : String(value);
}

/** Equal as data, in whatever order the database returned the keys of an object. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}
