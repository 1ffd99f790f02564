import type { Finding, RosterPerson } from '../roster';
import type { Known } from './known';
import { refusedPerson } from './refusals';

/** Drops who is named twice or cannot be told apart from somebody else, and says so. */
export function checkPeople(
  people: readonly RosterPerson[],
  known: Known,
  findings: Finding[],
): RosterPerson[] {
  const lines = { key: new Map(), email: new Map(), handle: new Map(), id: new Map() };
  const seen = (where: Map<string, number>, what: string | undefined, line: number) => {
    const before = what === undefined ? undefined : where.get(what);
    if (what !== undefined && before === undefined) where.set(what, line);
    return before;
  };
  return people.filter((person) => {
    const match = known.described(person);
    const again =
      seen(lines.key, person.key, person.line) ??
      seen(lines.email, person.email, person.line) ??
      seen(lines.handle, person.handle, person.line) ??
      seen(lines.id, match?.id, person.line);
    const reason =
      again === undefined
        ? obstacle(person, known, match?.id ?? null)
        : `The same person stands in line ${again}.`;
    if (reason) findings.push(refusedPerson(person, reason));
    return reason === null;
  });
}

function obstacle(person: RosterPerson, known: Known, id: string | null): string | null {
  const { key, name, email, handle, startedOn, leftOn } = person;
  if (!name && !id && !known.person(key))
    return 'Nobody is known by this key, and the file gives no name.';
  if (startedOn && leftOn && leftOn < startedOn) return 'The last day lies before the first.';
  const owner = email ? known.byEmail(email) : null;
  if (owner && owner.id !== id) {
    return `The e-mail address belongs to ${owner.name} (${owner.handle}).`;
  }
  const namesake = handle ? known.byHandle(handle) : null;
  return namesake && namesake.id !== id ? `The handle belongs to ${namesake.name}.` : null;
}
