import type { Actor, Context } from '@/foundation/context';
import { dayOf, formatDay, parseDay } from '@/foundation/days';
import { db } from '@/foundation/db';
import type { OrgUnitModel, PersonModel } from '@/foundation/prisma-client/models';

type MembershipRole = 'MEMBER' | 'LEAD' | 'CHAPTER_LEAD' | 'STEWARD' | 'GUEST';
type MembershipSource = 'SELF' | 'LEAD' | 'ADMINISTRATOR' | 'IMPORT' | 'DEPARTURE';
type UnitKind = OrgUnitModel['kind'];

/** The day and the instant at which tests happen unless they say otherwise: a Monday. */
export const TODAY = '2026-03-02';
export const NOON = new Date(`${TODAY}T12:00:00Z`);

/** `day('2026-03-02')`: a day as the database holds it. */
export function day(text: string): Date {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`${text} is not a day`);
  return parsed;
}

let lastNumber = 0;
const next = () => ++lastNumber;

type PersonTraits = Partial<
  Omit<PersonModel, 'id' | 'attributes' | 'startedOn' | 'leftOn' | 'createdAt' | 'updatedAt'>
> & { startedOn?: string; leftOn?: string };

/** Somebody who works here: `aPerson('Ada')`, `aPerson('Bram', { timeZone: 'Asia/Tokyo' })`. */
export function aPerson(
  name = `Person ${next()}`,
  { startedOn, leftOn, ...traits }: PersonTraits = {},
) {
  return db.person.create({
    data: {
      name,
      handle: `${slugOf(name)}-${next()}`,
      startedOn: day(startedOn ?? '2020-01-01'),
      leftOn: leftOn ? day(leftOn) : null,
      ...traits,
    },
  });
}

/** Many people in one statement, for tests about lists. */
export function somePeople(count: number, name = 'Person') {
  const people = Array.from({ length: count }, (_, index) => ({
    name: `${name} ${String(index + 1).padStart(4, '0')}`,
    handle: `${slugOf(name)}-${next()}`,
    startedOn: day('2020-01-01'),
  }));
  return db.person.createManyAndReturn({ data: people });
}

type UnitTraits = {
  slug?: string;
  purpose?: string;
  from?: string;
  to?: string;
  timeZone?: string;
  isPlatformTeam?: boolean;
  /** The unit it belongs to for as long as it exists. */
  within?: Pick<OrgUnitModel, 'id' | 'kind'>;
};

/** A unit of any kind; `aSquad('Radio', { within: tribe })` and its siblings read better. */
export async function aUnit(kind: UnitKind, name?: string, traits: UnitTraits = {}) {
  const { from = '2020-01-01', to, within, ...columns } = traits;
  const title = name ?? `${kind.toLowerCase().replace('_', ' ')} ${next()}`;
  const unit = await db.orgUnit.create({
    data: {
      kind,
      name: title,
      slug: `${slugOf(title)}-${next()}`,
      validFrom: day(from),
      validTo: to ? day(to) : null,
      ...columns,
    },
  });
  if (within) await aParent(unit, within, { from, to });
  return unit;
}

export const aTribe = (name?: string, traits?: UnitTraits) => aUnit('TRIBE', name, traits);
export const aSquad = (name?: string, traits?: UnitTraits) => aUnit('SQUAD', name, traits);
export const aChapter = (name?: string, traits?: UnitTraits) => aUnit('CHAPTER', name, traits);
export const aGuild = (name?: string, traits?: UnitTraits) => aUnit('GUILD', name, traits);
export const aSubguild = (name?: string, traits?: UnitTraits) => aUnit('SUBGUILD', name, traits);
export const aWorkingGroupUnit = (name?: string, traits?: UnitTraits) =>
  aUnit('WORKING_GROUP', name, traits);

type Within = Pick<OrgUnitModel, 'id' | 'kind'>;

/** Says that a unit belongs to another for a time. */
export function aParent(
  unit: Within,
  parent: Within,
  { from = '2020-01-01', to }: { from?: string; to?: string } = {},
) {
  return db.unitParent.create({
    data: {
      unitId: unit.id,
      unitKind: unit.kind,
      parentId: parent.id,
      parentKind: parent.kind,
      validFrom: day(from),
      validTo: to ? day(to) : null,
      recordedAt: day(from),
    },
  });
}

type MembershipTraits = {
  role?: MembershipRole;
  from?: string;
  to?: string;
  /** A squad is the person's home unless a test says otherwise. */
  isPrimary?: boolean;
  source?: MembershipSource;
  recordedById?: string;
  note?: string;
  endReason?: string;
};

/** A person's place in a unit: `aMembership(ada, radio, { role: 'LEAD' })`. */
export function aMembership(
  person: Pick<PersonModel, 'id'>,
  unit: Within,
  { role = 'MEMBER', from = '2024-01-01', to, ...traits }: MembershipTraits = {},
) {
  const isGuild = unit.kind === 'GUILD' || unit.kind === 'SUBGUILD';
  const byOwnHand = isGuild && role === 'MEMBER' && traits.source === undefined;
  return db.membership.create({
    data: {
      personId: person.id,
      unitId: unit.id,
      unitKind: unit.kind,
      role,
      isPrimary: unit.kind === 'SQUAD' && role === 'MEMBER',
      validFrom: day(from),
      validTo: to ? day(to) : null,
      source: byOwnHand ? 'SELF' : 'ADMINISTRATOR',
      recordedById: byOwnHand ? person.id : null,
      recordedAt: day(from),
      ...traits,
    },
  });
}

/** Somebody with a place: the person, already a member. */
export async function aMemberOf(
  unit: Within,
  name?: string,
  traits: MembershipTraits = {},
): Promise<PersonModel> {
  const person = await aPerson(name);
  await aMembership(person, unit, traits);
  return person;
}

type ContextTraits = { now?: Date; isAdministrator?: boolean };

/** What a command is handed when this person acts: with the places that they hold at that time. */
export async function contextOf(
  person: Pick<PersonModel, 'id' | 'handle' | 'name' | 'timeZone'>,
  { now = NOON, isAdministrator = false }: ContextTraits = {},
): Promise<Context> {
  const today = dayOf(now);
  const memberships = await db.$queryRaw<Actor['memberships']>`
    SELECT "unitId", kind::text AS kind, role::text AS role, "isPrimary" FROM "UnitPlace"
     WHERE "personId" = ${person.id} AND "validFrom" <= ${today}::date
       AND ("validTo" IS NULL OR "validTo" > ${today}::date)`;
  const actor: Actor = {
    personId: person.id,
    handle: person.handle,
    name: person.name,
    timeZone: person.timeZone,
    isAdministrator,
    isSystem: false,
    memberships,
  };
  return { actor, now };
}

/** An administrator who belongs to no unit, ready to act. */
export async function anAdministrator({ now = NOON }: { now?: Date } = {}): Promise<Context> {
  return contextOf(await aPerson('Morgan'), { now, isAdministrator: true });
}

/** Signed in, belonging nowhere. */
export async function aVisitor({ now = NOON }: { now?: Date } = {}): Promise<Context> {
  return contextOf(await aPerson('Noor'), { now });
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

type RecordedPlace = {
  unitId: string;
  role: MembershipRole;
  validFrom: Date;
  validTo: Date | null;
};

/** What is recorded of somebody and still counts, in order, as short texts: `radio MEMBER 2025-01-01 open`. */
export async function recordedOf(
  person: Pick<PersonModel, 'id'>,
  names: { [unit: string]: Pick<OrgUnitModel, 'id'> },
): Promise<string[]> {
  const rows: RecordedPlace[] = await db.membership.findMany({
    where: { personId: person.id, supersededAt: null },
    orderBy: [{ validFrom: 'asc' }, { role: 'asc' }],
  });
  const nameOf = (id: string) =>
    Object.entries(names).find(([, unit]) => unit.id === id)?.[0] ?? 'another';
  return rows.map(({ unitId, role, validFrom, validTo }) =>
    [nameOf(unitId), role, formatDay(validFrom), validTo ? formatDay(validTo) : 'open'].join(' '),
  );
}

/** The names of the facts announced about a person or unit, oldest first. */
export async function announced(id: string): Promise<string[]> {
  const facts = await db.outboxEvent.findMany({ orderBy: { id: 'asc' } });
  return facts
    .filter(({ payload }) => Object.values(payload as object).includes(id))
    .map(({ name }) => name);
}
