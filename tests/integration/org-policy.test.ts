import { beforeAll, describe, expect, it } from 'vitest';
import { asOf } from '@/features/org/as-of';
import { joinGuild } from '@/features/org/guilds/commands';
import { openMembership } from '@/features/org/memberships/commands';
import { moveToSquad } from '@/features/org/moves/commands';
import { editProfile } from '@/features/org/people/commands';
import {
  canEditProfile,
  canManageUnit,
  canReshapeUnit,
  canView,
  visibleTo,
} from '@/features/org/policy';
import { dissolveUnit, renameUnit } from '@/features/org/successions/commands';
import { getUnitPage } from '@/features/org/unit-page/queries';
import { getUnitRecord } from '@/features/org/units/queries';
import type { Actor, Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import {
  aChapter,
  aGuild,
  aMemberOf,
  anAdministrator,
  aPerson,
  aSquad,
  aSubguild,
  aTribe,
  aVisitor,
  contextOf,
  day,
  NOON,
} from '../support/org';

const unitNames = ['tribe', 'squad', 'chapter', 'guild', 'subguild', 'elsewhere'] as const;
type UnitName = (typeof unitNames)[number];
const actorNames = [
  'administrator',
  'tribe lead',
  'squad lead',
  'chapter lead',
  'guild lead',
  'squad member',
  'visitor',
] as const;
type ActorName = (typeof actorNames)[number];

let units: Record<UnitName, { id: string; slug: string; kind: 'SQUAD' }>;
let actors: Record<ActorName, Context>;

/** Who answers for which unit; everybody else may only look. */
const manages: Record<ActorName, readonly UnitName[]> = {
  administrator: unitNames,
  'tribe lead': ['tribe', 'squad', 'chapter'],
  'squad lead': ['squad'],
  'chapter lead': ['chapter'],
  'guild lead': ['guild', 'subguild'],
  'squad member': [],
  visitor: [],
};
const reshapes: Record<ActorName, readonly UnitName[]> = {
  ...manages,
  'tribe lead': ['squad', 'chapter'],
  'squad lead': [],
  'chapter lead': [],
  'guild lead': ['subguild'],
};

beforeAll(async () => {
  const tribe = await aTribe('Discovery');
  const squad = await aSquad('Radio', { within: tribe });
  const chapter = await aChapter('Data science', { within: tribe });
  const guild = await aGuild('Machine learning');
  const subguild = await aSubguild('Ranking', { within: guild });
  const elsewhere = await aSquad('Elsewhere', { within: await aTribe('Other') });
  units = { tribe, squad, chapter, guild, subguild, elsewhere } as typeof units;
  const lead = async (
    unit: Parameters<typeof aMemberOf>[0],
    role: 'LEAD' | 'CHAPTER_LEAD' | 'MEMBER',
  ) => contextOf(await aMemberOf(unit, undefined, { role }));
  actors = {
    administrator: await anAdministrator(),
    'tribe lead': await lead(tribe, 'LEAD'),
    'squad lead': await lead(squad, 'LEAD'),
    'chapter lead': await lead(chapter, 'CHAPTER_LEAD'),
    'guild lead': await lead(guild, 'LEAD'),
    'squad member': await lead(squad, 'MEMBER'),
    visitor: await aVisitor(),
  };
});

const matrix = actorNames.flatMap((actor) => unitNames.map((unit) => ({ actor, unit })));
const isForbidden = (attempt: Promise<unknown>) =>
  attempt.then(
    () => false,
    (error: unknown) => {
      if (error instanceof Forbidden) return true;
      throw error;
    },
  );

describe('who may do what', () => {
  it.each(matrix)(
    '$actor and $unit: the rule, the page and the command agree',
    async ({ actor, unit }) => {
      const ctx = actors[actor];
      const { id, slug } = units[unit];
      const record = await getUnitRecord(db, id, NOON);
      const mayManage = manages[actor].includes(unit);
      const mayReshape = reshapes[actor].includes(unit);

      expect(canManageUnit(ctx.actor, record)).toBe(mayManage);
      expect(canReshapeUnit(ctx.actor, record)).toBe(mayReshape);
      expect(await getUnitPage(ctx, slug, asOf(undefined, NOON))).toMatchObject({
        canManage: mayManage,
        canReshape: mayReshape,
      });
      const name = `Renamed by ${actor} ${Math.round(Math.random() * 1e9)}`;
      const renaming = renameUnit(ctx, { unitId: id, name, on: day('2026-02-01'), note: null });
      expect(await isForbidden(renaming)).toBe(!mayManage);
      // On a day before it began: refused for that reason by those who may, forbidden to the others.
      const ending = dissolveUnit(ctx, { unitId: id, on: day('2000-01-01'), note: 'Never' });
      expect(await isForbidden(ending)).toBe(!mayReshape);
    },
  );

  it.each(actorNames)('%s appoints leads only where in charge', async (actor) => {
    const ctx = actors[actor];
    for (const unit of ['squad', 'chapter', 'elsewhere'] as const) {
      const person = await aMemberOf(await aSquad());
      const appointment = openMembership(ctx, {
        unitId: units[unit].id,
        person: person.handle,
        role: unit === 'chapter' ? 'CHAPTER_LEAD' : 'LEAD',
        validFrom: day('2026-03-01'),
        validTo: null,
        note: null,
      });
      expect(await isForbidden(appointment)).toBe(!manages[actor].includes(unit));
    }
  });

  it.each(actorNames)(
    '%s takes people in only where in charge, and never as a guild’s lead',
    async (actor) => {
      for (const unit of ['squad', 'elsewhere'] as const) {
        const person = await aPerson();
        const squad = units[unit].slug;
        const move = { person: person.handle, squad, on: day('2026-03-01'), reason: null };
        expect(await isForbidden(moveToSquad(actors[actor], move))).toBe(
          !manages[actor].includes(unit),
        );
      }
    },
  );

  it('everybody joins a guild for themselves, and edits their own profile only', async () => {
    const other = await aPerson('Somebody else');
    for (const [name, ctx] of Object.entries(actors)) {
      expect(await joinGuild(ctx, units.guild.id)).toMatchObject({ ok: true });
      const mayEdit = name === 'administrator';
      expect(canEditProfile(ctx.actor, other.id)).toBe(mayEdit);
      const profile = {
        personId: other.id,
        name,
        headline: '',
        about: '',
        timeZone: 'UTC',
        skills: [],
        askMeAbout: [],
      };
      expect(await isForbidden(editProfile(ctx, profile))).toBe(!mayEdit);
      expect(canEditProfile(ctx.actor, ctx.actor.personId ?? '')).toBe(true);
    }
  });

  it('a lead’s word ends with the role: who led yesterday only looks today', async () => {
    const former = await aMemberOf(units.squad, 'Former', { role: 'LEAD', to: '2026-03-02' });
    const record = await getUnitRecord(db, units.squad.id, NOON);
    expect(canManageUnit((await contextOf(former)).actor, record)).toBe(false);
  });
});

describe('who may see what', () => {
  const nobody: Actor = {
    personId: null,
    handle: '',
    name: 'Nobody',
    timeZone: 'UTC',
    isAdministrator: false,
    isSystem: false,
    memberships: [],
  };

  it('canView and visibleTo agree for every reader and unit', async () => {
    const readers = [...Object.values(actors).map(({ actor }) => actor), nobody];
    for (const reader of readers) {
      const found = await db.orgUnit.count({
        where: {
          AND: [visibleTo(reader), { id: { in: Object.values(units).map(({ id }) => id) } }],
        },
      });
      expect(found).toBe(canView(reader) ? unitNames.length : 0);
    }
  });

  it('nobody who is not signed in is shown a unit', async () => {
    const ctx = { actor: nobody, now: NOON };
    expect(await getUnitPage(ctx, units.squad.slug, asOf(undefined, NOON))).toBeNull();
  });
});
