import type { AdoptionState } from './adoption';
import type { PersonRef, SquadRef } from './journey';

/** In what way somebody came to know a technique. */
export type Acquaintance = 'WROTE' | 'PRESENTED' | 'MEASURED' | 'TRIED' | 'MOVED';

export type KnownBy = {
  person: PersonRef;
  /** Where the person works today; null between squads. */
  squadToday: SquadRef | null;
  how: Acquaintance;
  /** The squad for which they did it. */
  squad: SquadRef;
  /** For MOVED: what that squad says of it now. */
  state: AdoptionState | null;
};

export type PersonToAsk = {
  person: PersonRef;
  squadToday: SquadRef | null;
  ways: { how: Acquaintance; squad: SquadRef; state: AdoptionState | null }[];
};

const order: Acquaintance[] = ['WROTE', 'PRESENTED', 'MOVED', 'MEASURED', 'TRIED'];

/** Whom to ask: first those who wrote it down or presented it, then the others by name. No ranking. */
export function gatherPeopleToAsk(known: readonly KnownBy[]): PersonToAsk[] {
  const people = new Map<string, PersonToAsk>();
  for (const { person, squadToday, ...way } of known) {
    const already = people.get(person.handle) ?? { person, squadToday, ways: [] };
    if (!already.ways.some(({ how, squad }) => how === way.how && squad.id === way.squad.id)) {
      already.ways.push(way);
    }
    people.set(person.handle, already);
  }
  return [...people.values()]
    .map(({ ways, ...rest }) => ({ ...rest, ways: ways.toSorted(byCloseness) }))
    .toSorted(
      (a, b) => closenessOf(a) - closenessOf(b) || a.person.name.localeCompare(b.person.name),
    );
}

const byCloseness = (a: { how: Acquaintance }, b: { how: Acquaintance }) =>
  order.indexOf(a.how) - order.indexOf(b.how);

/** Two groups only: those who told of it, and those who worked with it. */
const closenessOf = ({ ways }: PersonToAsk) =>
  ways.some(({ how }) => how === 'WROTE' || how === 'PRESENTED') ? 0 : 1;
