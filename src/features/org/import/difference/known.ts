import type { RosterPerson } from '../roster';
import type { Current, CurrentPerson, CurrentUnit } from './current';

/** Finds in the portal what a file speaks of. */
export type Known = {
  /** Who a file describes: by its own key, else by e-mail address or a handle that it names. */
  described: (person: RosterPerson) => CurrentPerson | null;
  /** Whom a file only refers to: by its own key, else by handle or e-mail address. */
  person: (key: string) => CurrentPerson | null;
  byEmail: (email: string) => CurrentPerson | null;
  byHandle: (handle: string) => CurrentPerson | null;
  /** By the file's own key, else by the unit's word in addresses. */
  unit: (key: string) => CurrentUnit | null;
  /** Only what the same source brought. */
  ownUnit: (key: string) => CurrentUnit | null;
};

export function knownTo(source: string, { people, units }: Current): Known {
  const ownPeople = new Map<string, CurrentPerson>();
  const byHandle = new Map<string, CurrentPerson>();
  const byEmail = new Map<string, CurrentPerson>();
  for (const person of people) {
    if (person.externalSource === source && person.externalKey) {
      ownPeople.set(person.externalKey, person);
    }
    byHandle.set(person.handle, person);
    if (person.email) byEmail.set(person.email, person);
  }
  const ownUnits = new Map<string, CurrentUnit>();
  const bySlug = new Map<string, CurrentUnit>();
  for (const unit of units) {
    if (unit.externalSource === source && unit.externalKey) ownUnits.set(unit.externalKey, unit);
    bySlug.set(unit.slug, unit);
  }
  // Somebody whom this source already knows by another key is somebody else.
  const notOurs = (person: CurrentPerson | undefined) =>
    person && person.externalSource !== source ? person : null;
  return {
    described: ({ key, email, handle }) =>
      ownPeople.get(key) ??
      notOurs(email === undefined ? undefined : byEmail.get(email)) ??
      notOurs(handle === undefined ? undefined : byHandle.get(handle)),
    person: (key) =>
      ownPeople.get(key) ?? byEmail.get(key.toLowerCase()) ?? byHandle.get(key) ?? null,
    byEmail: (email) => byEmail.get(email) ?? null,
    byHandle: (handle) => byHandle.get(handle) ?? null,
    unit: (key) => ownUnits.get(key) ?? bySlug.get(key) ?? null,
    ownUnit: (key) => ownUnits.get(key) ?? null,
  };
}
