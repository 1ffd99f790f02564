import { freeSlug } from '../../slugs';
import type { RosterPerson } from '../roster';
import type { CurrentPerson, PersonColumns } from './current';
import { type Planning, same, say, tellChanges } from './planning';

export type PlannedPerson = { id: string; name: string; line: number; leftOn: string | null };

const COLUMNS: Record<string, string> = {
  name: 'name',
  handle: 'handle',
  email: 'e-mail address',
  timeZone: 'time zone',
  headline: 'headline',
  about: 'about',
  skills: 'skills',
  askMeAbout: 'topics to be asked about',
  startedOn: 'first day',
  leftOn: 'last day',
  externalSource: 'kept by',
  externalKey: 'key',
  attributes: 'what else the file says',
};

/** @returns everybody the file describes, by the file's key */
export function planPeople(
  planning: Planning,
  people: readonly RosterPerson[],
): Map<string, PlannedPerson> {
  const handles = new Set(planning.current.people.map(({ handle }) => handle));
  for (const { handle } of people) if (handle) handles.add(handle);
  return new Map(
    people.map((person) => {
      const known = planning.known.described(person) ?? planning.known.person(person.key);
      const planned = known
        ? changePerson(planning, person, known)
        : addPerson(planning, person, handles);
      if (person.leftOn) planning.leaving.set(planned.id, person.leftOn);
      return [person.key, { ...planned, line: person.line }];
    }),
  );
}

function addPerson(planning: Planning, person: RosterPerson, handles: Set<string>) {
  const handle = person.handle ?? freeSlug(person.key.split('@')[0] ?? person.key, handles);
  handles.add(handle);
  const columns: PersonColumns = {
    handle,
    name: person.name ?? person.key,
    email: person.email ?? null,
    timeZone: person.timeZone ?? 'UTC',
    headline: person.headline ?? '',
    about: person.about ?? '',
    skills: person.skills ?? [],
    askMeAbout: person.askMeAbout ?? [],
    startedOn: person.startedOn ?? null,
    leftOn: person.leftOn ?? null,
    externalSource: planning.source,
    externalKey: person.key,
    attributes: attributesWith({}, planning.source, person),
  };
  const id = planning.newId();
  planning.names.set(id, columns.name);
  planning.writes.newPeople.push({ id, ...columns });
  planning.traces.push({
    action: 'person.added',
    subjectKind: 'person',
    subjectId: id,
    before: null,
    after: { name: columns.name, handle, email: columns.email },
  });
  say(planning, {
    subject: 'person',
    outcome: 'added',
    title: `${columns.name} (${handle})`,
    detail: person.email ?? '',
    line: person.line,
  });
  return { id, name: columns.name, leftOn: columns.leftOn };
}

function changePerson(planning: Planning, person: RosterPerson, known: CurrentPerson) {
  const { source } = planning;
  const isForeign = known.externalSource !== null && known.externalSource !== source;
  const attributes = attributesWith(known.attributes, source, person);
  const wanted: CurrentPerson = isForeign
    ? { ...known, attributes }
    : { ...known, ...stated(person), externalSource: source, externalKey: person.key, attributes };
  const detail = tellChanges(known, wanted, COLUMNS);
  const title = `${wanted.name} (${wanted.handle})`;
  if (detail) {
    planning.writes.changedPeople.push(wanted);
    planning.traces.push({
      action: wanted.leftOn !== known.leftOn && wanted.leftOn ? 'person.left' : 'person.edited',
      subjectKind: 'person',
      subjectId: known.id,
      before: traced(known, wanted),
      after: traced(wanted, known),
    });
  }
  say(planning, {
    subject: 'person',
    outcome: detail ? 'changed' : 'untouched',
    title,
    detail: isForeign && !detail ? `Kept by ${known.externalSource}.` : detail,
    line: person.line,
  });
  return { id: known.id, name: wanted.name, leftOn: wanted.leftOn };
}

/** Only what the file says; what it leaves out stays. */
function stated({ key: _, line: __, attributes: ___, ...columns }: RosterPerson) {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** Each source keeps its own, so that two never overwrite each other. */
export function attributesWith(
  before: PersonColumns['attributes'],
  source: string,
  { attributes }: Pick<RosterPerson, 'attributes'>,
): PersonColumns['attributes'] {
  const others = Object.fromEntries(Object.entries(before).filter(([whose]) => whose !== source));
  return Object.keys(attributes).length > 0 ? { ...others, [source]: attributes } : others;
}

function traced(columns: PersonColumns, other: PersonColumns) {
  const told = { ...columns, attributes: undefined } as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(told).filter(
      ([column, value]) =>
        value !== undefined && !same(value, other[column as keyof PersonColumns]),
    ),
  ) as PersonColumns['attributes'];
}
