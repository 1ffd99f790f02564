import { describe, expect, it } from 'vitest';
import { dissolveUnit, renameUnit, settleDueRenames } from '@/features/org/successions/commands';
import { mergeUnit, splitUnit } from '@/features/org/successions/reshaping/commands';
import { changeParent, describeUnit, openUnit } from '@/features/org/units/commands';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Conflict, Forbidden } from '@/foundation/errors';
import { atTheSameMoment } from '../support/concurrency';
import {
  aChapter,
  aGuild,
  aMemberOf,
  aMembership,
  anAdministrator,
  announced,
  aPerson,
  aSquad,
  aSubguild,
  aTribe,
  contextOf,
  day,
  recordedOf,
} from '../support/org';

const parentsOf = async (unit: { id: string }) => {
  const rows = await db.unitParent.findMany({
    where: { unitId: unit.id, supersededAt: null },
    include: { parent: true },
    orderBy: { validFrom: 'asc' },
  });
  return rows.map(({ parent, validFrom, validTo }) =>
    [
      parent.name,
      validFrom.toISOString().slice(0, 10),
      validTo?.toISOString().slice(0, 10) ?? 'open',
    ].join(' '),
  );
};

describe('opening a unit', () => {
  const squad = {
    kind: 'SQUAD' as const,
    name: 'Radio',
    purpose: '',
    validFrom: day('2026-03-02'),
  };

  it('a tribe’s lead opens squads in the tribe, with an address of their own', async () => {
    const tribe = await aTribe('Discovery');
    const asLead = await contextOf(await aMemberOf(tribe, 'Lena', { role: 'LEAD' }));
    const first = await openUnit(asLead, { ...squad, name: 'Evening radio', parent: tribe.slug });
    const second = await openUnit(asLead, { ...squad, name: 'Evening radio', parent: tribe.slug });
    expect([first, second]).toEqual([
      { ok: true, slug: 'evening-radio' },
      { ok: true, slug: 'evening-radio-2' },
    ]);
    const unit = await db.orgUnit.findUniqueOrThrow({ where: { slug: 'evening-radio' } });
    expect(await parentsOf(unit)).toEqual(['Discovery 2026-03-02 open']);
    expect(await announced(unit.id)).toContain('unit.changed');
  });

  it('is not for members, and tribes are for administrators', async () => {
    const tribe = await aTribe('Discovery');
    const member = await contextOf(await aMemberOf(tribe, 'Ada'));
    await expect(openUnit(member, { ...squad, parent: tribe.slug })).rejects.toThrow(Forbidden);
    const lead = await contextOf(await aMemberOf(tribe, 'Lena', { role: 'LEAD' }));
    const another = { ...squad, kind: 'TRIBE' as const, parent: null };
    await expect(openUnit(lead, another)).rejects.toThrow(Forbidden);
    expect(await openUnit(await anAdministrator(), another)).toMatchObject({ ok: true });
  });

  it('stands where its kind may stand', async () => {
    const ctx = await anAdministrator();
    const guild = await aGuild();
    expect(await openUnit(ctx, { ...squad, parent: guild.slug })).toEqual({
      ok: false,
      reason: 'wrong-parent',
    });
    expect(await openUnit(ctx, { ...squad, kind: 'SUBGUILD', parent: null })).toEqual({
      ok: false,
      reason: 'parent-missing',
    });
    const young = await aTribe('Young', { from: '2026-06-01' });
    expect(await openUnit(ctx, { ...squad, parent: young.slug })).toEqual({
      ok: false,
      reason: 'unit-not-there-then',
    });
  });
});

describe('describing a unit', () => {
  it('its lead does, but which squad is the platform team is for administrators to say', async () => {
    const squad = await aSquad('Kiln');
    const lead = await contextOf(await aMemberOf(squad, 'Lena', { role: 'LEAD' }));
    const description = {
      unitId: squad.id,
      purpose: 'Training as a product',
      timeZone: 'Europe/Lisbon',
      isPlatformTeam: true,
    };
    await describeUnit(lead, description);
    expect(await db.orgUnit.findUnique({ where: { id: squad.id } })).toMatchObject({
      purpose: 'Training as a product',
      isPlatformTeam: false,
    });
    await describeUnit(await anAdministrator(), description);
    expect(await db.orgUnit.findUnique({ where: { id: squad.id } })).toMatchObject({
      isPlatformTeam: true,
    });
  });
});

describe('moving a unit to another parent', () => {
  it('holds from a day on; the days before keep the old one', async () => {
    const [north, south] = [await aTribe('North'), await aTribe('South')];
    const squad = await aSquad('Radio', { within: north });
    const change = {
      unitId: squad.id,
      parent: south.slug,
      on: day('2026-01-01'),
      reason: 'Closer to its users',
    };
    expect(await changeParent(await anAdministrator(), change)).toEqual({ ok: true });
    expect(await parentsOf(squad)).toEqual([
      'North 2020-01-01 2026-01-01',
      'South 2026-01-01 open',
    ]);
    expect(await db.auditEntry.findFirst({ where: { subjectId: squad.id } })).toMatchObject({
      action: 'unit.moved',
      before: { unit: 'North' },
      after: { unit: 'South', from: '2026-01-01' },
      reason: 'Closer to its users',
    });
  });

  it('needs somebody who leads both sides', async () => {
    const [north, south] = [await aTribe('North'), await aTribe('South')];
    const squad = await aSquad('Radio', { within: north });
    const lena = await aMemberOf(north, 'Lena', { role: 'LEAD' });
    const change = { unitId: squad.id, parent: south.slug, on: day('2026-01-01'), reason: null };
    await expect(changeParent(await contextOf(lena), change)).rejects.toThrow(Forbidden);
    await aMembership(lena, south, { role: 'LEAD' });
    expect(await changeParent(await contextOf(lena), change)).toEqual({ ok: true });
  });

  it('never puts it beneath itself', async () => {
    const guild = await aGuild();
    const outer = await aSubguild('Outer', { within: guild });
    const inner = await aSubguild('Inner', { within: outer });
    const change = { unitId: outer.id, parent: inner.slug, on: day('2026-01-01'), reason: null };
    expect(await changeParent(await anAdministrator(), change)).toEqual({
      ok: false,
      reason: 'under-itself',
    });
  });

  it('by two people at the same moment ends in one place', async () => {
    const [north, south, west] = [
      await aTribe('North'),
      await aTribe('South'),
      await aTribe('West'),
    ];
    const squad = await aSquad('Radio', { within: north });
    const ctx = await anAdministrator();
    const to = (tribe: { slug: string }) =>
      changeParent(ctx, {
        unitId: squad.id,
        parent: tribe.slug,
        on: day('2026-01-01'),
        reason: null,
      });
    const outcomes = await atTheSameMoment(
      'UnitParent',
      () => to(south),
      () => to(west),
    );
    const refusal = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refusal?.reason).toBeInstanceOf(Conflict);
    expect(await parentsOf(squad)).toHaveLength(2);
  });
});

describe('renaming a unit', () => {
  it('keeps the old name for the days before, and the address for links', async () => {
    const squad = await aSquad('Mix');
    const ctx = await anAdministrator();
    await renameUnit(ctx, { unitId: squad.id, name: 'Mixes', on: day('2025-06-01'), note: null });
    const names = await db.$queryRaw<{ before: string; after: string }[]>`
      SELECT unit_name_on(u.id, u.name, '2025-05-31') AS before, unit_name_on(u.id, u.name, '2025-06-01') AS after
      FROM "OrgUnit" u WHERE u.id = ${squad.id}`;
    expect(names).toEqual([{ before: 'Mix', after: 'Mixes' }]);
    expect(await db.orgUnit.findUnique({ where: { id: squad.id } })).toMatchObject({
      name: 'Mixes',
      slug: squad.slug,
    });
    expect(
      await renameUnit(ctx, { unitId: squad.id, name: 'Mixes', on: day('2026-01-01'), note: null }),
    ).toEqual({
      ok: false,
      reason: 'same-name',
    });
  });

  it('planned for later begins on its day, once', async () => {
    const squad = await aSquad('Mix');
    await renameUnit(await anAdministrator(), {
      unitId: squad.id,
      name: 'Mixes',
      on: day('2026-06-01'),
      note: null,
    });
    const nameNow = async () =>
      (await db.orgUnit.findUniqueOrThrow({ where: { id: squad.id } })).name;
    await settleDueRenames(systemContext(new Date('2026-05-31T23:00:00Z')));
    expect(await nameNow()).toBe('Mix');
    expect(await settleDueRenames(systemContext(new Date('2026-06-01T00:10:00Z')))).toBe(1);
    expect(await nameNow()).toBe('Mixes');
    expect(await settleDueRenames(systemContext(new Date('2026-06-01T00:20:00Z')))).toBe(0);
  });
});

describe('a squad that is split', () => {
  it('ends on the day, and everybody goes on where they were assigned, with their roles', async () => {
    const tribe = await aTribe('Discovery');
    const listening = await aSquad('Listening', { within: tribe });
    const ada = await aMemberOf(listening, 'Ada', { from: '2025-01-01' });
    await aMembership(ada, listening, { role: 'LEAD', from: '2025-02-01' });
    const bram = await aMemberOf(listening, 'Bram', { from: '2025-01-01' });
    const chidi = await aMemberOf(listening, 'Chidi', { from: '2025-01-01' });
    const outcome = await splitUnit(await anAdministrator(), {
      unitId: listening.id,
      names: ['Stations', 'Playlists'],
      continues: false,
      people: [
        { personId: ada.id, part: 0 },
        { personId: bram.id, part: 1 },
      ],
      on: day('2026-01-01'),
      note: 'Two jobs',
    });
    expect(outcome).toEqual({ ok: true, slugs: ['stations', 'playlists'] });
    const stations = await db.orgUnit.findUniqueOrThrow({ where: { slug: 'stations' } });
    const playlists = await db.orgUnit.findUniqueOrThrow({ where: { slug: 'playlists' } });
    const names = { listening, stations, playlists };
    expect(await recordedOf(ada, names)).toEqual([
      'listening MEMBER 2025-01-01 2026-01-01',
      'listening LEAD 2025-02-01 2026-01-01',
      'stations MEMBER 2026-01-01 open',
      'stations LEAD 2026-01-01 open',
    ]);
    expect(await recordedOf(bram, names)).toContain('playlists MEMBER 2026-01-01 open');
    expect(await recordedOf(chidi, names)).toEqual(['listening MEMBER 2025-01-01 2026-01-01']);
    expect(await parentsOf(stations)).toEqual(['Discovery 2026-01-01 open']);
    expect(await parentsOf(listening)).toEqual(['Discovery 2020-01-01 2026-01-01']);
    expect(await db.orgUnit.findUnique({ where: { id: listening.id } })).toMatchObject({
      validTo: day('2026-01-01'),
    });
    expect(
      await db.unitSuccession.count({ where: { predecessorId: listening.id, kind: 'SPLIT' } }),
    ).toBe(2);
  });

  it('may go on itself, smaller', async () => {
    const listening = await aSquad('Big listening');
    const ada = await aMemberOf(listening, 'Ada', { from: '2025-01-01' });
    const bram = await aMemberOf(listening, 'Bram', { from: '2025-01-01' });
    await splitUnit(await anAdministrator(), {
      unitId: listening.id,
      names: ['Spin-off'],
      continues: true,
      people: [
        { personId: ada.id, part: 0 },
        { personId: bram.id, part: null },
      ],
      on: day('2026-01-01'),
      note: null,
    });
    expect(await recordedOf(bram, { listening })).toEqual(['listening MEMBER 2025-01-01 open']);
    expect(await db.orgUnit.findUnique({ where: { id: listening.id } })).toMatchObject({
      validTo: null,
    });
  });
});

describe('a squad that becomes part of another', () => {
  it('hands its people over', async () => {
    const [small, large] = [await aSquad('Small'), await aSquad('Large')];
    const ada = await aMemberOf(small, 'Ada', { from: '2025-01-01' });
    const outcome = await mergeUnit(await anAdministrator(), {
      unitId: small.id,
      into: large.slug,
      on: day('2026-01-01'),
      note: null,
    });
    expect(outcome).toEqual({ ok: true, slug: large.slug });
    expect(await recordedOf(ada, { small, large })).toEqual([
      'small MEMBER 2025-01-01 2026-01-01',
      'large MEMBER 2026-01-01 open',
    ]);
  });

  it('is of the same kind', async () => {
    const outcome = await mergeUnit(await anAdministrator(), {
      unitId: (await aSquad()).id,
      into: (await aChapter()).slug,
      on: day('2026-01-01'),
      note: null,
    });
    expect(outcome).toEqual({ ok: false, reason: 'different-kinds' });
  });
});

describe('tribes and guilds', () => {
  it('a tribe that becomes part of another hands over its squads', async () => {
    const [north, south] = [await aTribe('North'), await aTribe('South')];
    const squad = await aSquad('Radio', { within: north });
    await mergeUnit(await anAdministrator(), {
      unitId: north.id,
      into: south.slug,
      on: day('2026-01-01'),
      note: null,
    });
    expect(await parentsOf(squad)).toEqual([
      'North 2020-01-01 2026-01-01',
      'South 2026-01-01 open',
    ]);
  });

  it('nobody is carried from one guild into another: joining is one’s own choice', async () => {
    const [small, large] = [await aGuild('Small guild'), await aGuild('Large guild')];
    const ada = await aMemberOf(small, 'Ada', { from: '2025-01-01' });
    await mergeUnit(await anAdministrator(), {
      unitId: small.id,
      into: large.slug,
      on: day('2026-01-01'),
      note: null,
    });
    expect(await recordedOf(ada, { small, large })).toEqual(['small MEMBER 2025-01-01 2026-01-01']);
  });
});

describe('ending a unit', () => {
  it('waits until nothing stands in it', async () => {
    const tribe = await aTribe('Discovery');
    const squad = await aSquad('Radio', { within: tribe });
    const ctx = await anAdministrator();
    const end = (unit: { id: string }) =>
      dissolveUnit(ctx, { unitId: unit.id, on: day('2026-06-01'), note: 'Done' });
    expect(await end(tribe)).toEqual({ ok: false, reason: 'has-units' });
    expect(await end(squad)).toEqual({ ok: true });
    expect(await end(tribe)).toEqual({ ok: true });
    expect(await end(tribe)).toEqual({ ok: false, reason: 'after-it-ended' });
  });

  it('ends every membership in it, the freely chosen ones too', async () => {
    const guild = await aGuild('Machine learning');
    const ada = await aMemberOf(guild, 'Ada', { from: '2025-01-01' });
    const bram = await aPerson('Bram');
    await aMembership(bram, guild, { role: 'LEAD', from: '2025-01-01' });
    await dissolveUnit(await anAdministrator(), {
      unitId: guild.id,
      on: day('2026-06-01'),
      note: 'Done',
    });
    expect(await recordedOf(ada, { guild })).toEqual(['guild MEMBER 2025-01-01 2026-06-01']);
    expect(await recordedOf(bram, { guild })).toEqual(['guild LEAD 2025-01-01 2026-06-01']);
  });

  it('is decided above it: a squad’s lead does not end the squad', async () => {
    const squad = await aSquad('Radio', { within: await aTribe() });
    const lead = await contextOf(await aMemberOf(squad, 'Lena', { role: 'LEAD' }));
    await expect(
      dissolveUnit(lead, { unitId: squad.id, on: day('2026-06-01'), note: 'Done' }),
    ).rejects.toThrow(Forbidden);
  });
});
