import { describe, expect, it } from 'vitest';
import { type AsOf, asOf } from '@/features/org/as-of';
import { getOrganisation, listBranches, listUnits } from '@/features/org/map/queries';
import { correctMembership } from '@/features/org/memberships/commands';
import { membershipHistory } from '@/features/org/memberships/membership-history';
import { moveToSquad } from '@/features/org/moves/commands';
import { listPlaceRecords } from '@/features/org/person-page/queries';
import { listPeopleForSearch, listUnitsForSearch } from '@/features/org/queries';
import { renameUnit } from '@/features/org/successions/commands';
import { listTrail } from '@/features/org/trail/queries';
import {
  getUnitPage,
  listCrossings,
  listSuccessions,
  listUnitMembers,
} from '@/features/org/unit-page/queries';
import { db } from '@/foundation/db';
import { emptyDatabase } from '../support/database';
import {
  aChapter,
  aGuild,
  aMemberOf,
  aMembership,
  anAdministrator,
  aParent,
  aPerson,
  aSquad,
  aSubguild,
  aTribe,
  aVisitor,
  day,
  NOON,
  somePeople,
} from '../support/org';

const on = (text?: string): AsOf => asOf(text, NOON);
const names = (page: { items: { name: string }[] }) => page.items.map(({ name }) => name);

describe('a page as of a day', () => {
  it('shows a squad’s people, tribe and name as they were on that day', async () => {
    const ctx = await anAdministrator();
    const [north, south] = [await aTribe('North'), await aTribe('South')];
    const radio = await aSquad('Radio', { within: north, to: undefined });
    await db.unitParent.updateMany({ where: { unitId: radio.id }, data: { supersededAt: NOON } });
    await aParent(radio, north, { from: '2024-01-01', to: '2025-06-01' });
    await aParent(radio, south, { from: '2025-06-01' });
    await renameUnit(ctx, {
      unitId: radio.id,
      name: 'Stations',
      on: day('2025-09-01'),
      note: null,
    });
    const ada = await aMemberOf(radio, 'Ada', { from: '2024-01-01' });
    await aMemberOf(radio, 'Bram', { from: '2025-08-01' });
    const mixes = await aSquad('Mixes');
    const move = { person: ada.handle, squad: mixes.slug, on: day('2026-01-01'), reason: null };
    await moveToSquad(ctx, move);

    const seen = async (text?: string) => {
      const page = await getUnitPage(ctx, radio.slug, on(text));
      const members = names(await listUnitMembers(ctx, radio.id, on(text)));
      return [page?.name, page?.above.map(({ name }) => name), members];
    };
    expect(await seen('2025-03-01')).toEqual(['Radio', ['North'], ['Ada']]);
    expect(await seen('2025-10-01')).toEqual(['Stations', ['South'], ['Ada', 'Bram']]);
    expect(await seen()).toEqual(['Stations', ['South'], ['Bram']]);
  });

  it('says when the unit did not exist yet, or no longer', async () => {
    const ctx = await aVisitor();
    const squad = await aSquad('Short-lived', { from: '2024-01-01', to: '2025-01-01' });
    const isThere = async (text: string) => (await getUnitPage(ctx, squad.slug, on(text)))?.isThere;
    expect(await isThere('2023-12-31')).toBe(false);
    expect(await isThere('2024-12-31')).toBe(true);
    expect(await isThere('2025-01-01')).toBe(false);
    expect(await getUnitPage(ctx, 'nothing-of-the-sort', on())).toBeNull();
  });

  it('tells a rename as history from its day on', async () => {
    const ctx = await anAdministrator();
    const squad = await aSquad('Mix');
    await renameUnit(ctx, {
      unitId: squad.id,
      name: 'Mixes',
      on: day('2025-06-01'),
      note: 'Plural',
    });
    expect(await listSuccessions(ctx, squad.id, on('2025-05-31'))).toEqual([]);
    expect(await listSuccessions(ctx, squad.id, on('2025-06-01'))).toMatchObject([
      { kind: 'RENAME', nameBefore: 'Mix', nameAfter: 'Mixes', note: 'Plural' },
    ]);
  });
});

describe('the map of the organisation', () => {
  it('has tribes with their squads and chapters, counts people once, and leads on page by page', async () => {
    await emptyDatabase();
    const ctx = await aVisitor();
    const tribe = await aTribe('Discovery');
    const [radio, mixes] = [
      await aSquad('Radio', { within: tribe }),
      await aSquad('Mixes', { within: tribe }),
    ];
    const chapter = await aChapter('Data science', { within: tribe });
    const ada = await aMemberOf(radio, 'Ada');
    await aMembership(ada, radio, { role: 'LEAD' });
    await aMembership(ada, mixes, { isPrimary: false });
    await aMembership(ada, chapter);
    await aMemberOf(mixes, 'Bram');
    await aTribe('Listeners');

    const query = { kinds: ['TRIBE'] as const, size: 1, childrenEach: 1 };
    const first = await listBranches(ctx, on(), query);
    expect(first.items).toMatchObject([
      { name: 'Discovery', people: 2, childCounts: { SQUAD: 2, CHAPTER: 1 } },
    ]);
    expect(first.items[0]?.children.map(({ name }) => name)).toEqual(['Data science', 'Mixes']);
    const second = await listBranches(ctx, on(), { ...query, after: first.nextCursor ?? '' });
    expect([names(second), second.nextCursor]).toEqual([['Listeners'], null]);

    expect(await getOrganisation(ctx, on())).toEqual({
      counts: { TRIBE: 2, SQUAD: 2, CHAPTER: 1 },
      people: 3,
      withoutSquad: 1,
    });
    expect(await listCrossings(ctx, tribe.id, on())).toEqual(
      expect.arrayContaining([{ squadId: radio.id, chapterId: chapter.id, people: 1 }]),
    );
  });

  it('lists every unit of a kind once, in the order of names, however long the list', async () => {
    await emptyDatabase();
    const ctx = await aVisitor();
    for (const name of ['Élan', 'echo', 'Delta', 'Alpha', 'bravo']) await aSquad(name);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listUnits(ctx, on(), { kinds: ['SQUAD'], size: 2, after });
      seen.push(...names(page));
      after = page.nextCursor ?? undefined;
    } while (after);
    expect(seen).toEqual(['Alpha', 'bravo', 'Delta', 'echo', 'Élan']);
  });
});

describe('a long list of members', () => {
  it('leads on to everybody, each once', async () => {
    const ctx = await aVisitor();
    const guild = await aGuild('Large');
    const people = await somePeople(120, 'Member');
    for (const person of people) await aMembership(person, guild);
    const first = await listUnitMembers(ctx, guild.id, on());
    const second = await listUnitMembers(ctx, guild.id, on(), { after: first.nextCursor ?? '' });
    const third = await listUnitMembers(ctx, guild.id, on(), { after: second.nextCursor ?? '' });
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(seen).size).toBe(120);
    expect(third.nextCursor).toBeNull();
  });

  it('begins at the start when the cursor is not one of ours', async () => {
    const squad = await aSquad();
    await aMemberOf(squad, 'Ada');
    const page = await listUnitMembers(await aVisitor(), squad.id, on(), { after: "'; drop" });
    expect(names(page)).toEqual(['Ada']);
  });
});

describe('a person’s history', () => {
  it('tells what was corrected, by whom and why, beside what counts now', async () => {
    const ctx = await anAdministrator();
    const radio = await aSquad('Radio');
    const ada = await aPerson('Ada');
    const wrong = await aMembership(ada, radio, { from: '2025-01-01' });
    await correctMembership(ctx, {
      membershipId: wrong.id,
      unit: radio.slug,
      role: 'MEMBER',
      isPrimary: true,
      validFrom: day('2025-03-01'),
      validTo: null,
      reason: 'Began in March',
    });
    const history = membershipHistory(await listPlaceRecords(ctx, ada.id, on()));
    expect(history).toMatchObject([
      {
        row: { unitName: 'Radio', validFrom: day('2025-03-01') },
        withdrawnAt: null,
        steps: [
          {
            kind: 'corrected',
            by: 'Morgan',
            at: NOON,
            reason: 'Began in March',
            was: { validFrom: day('2025-01-01') },
          },
        ],
      },
    ]);
  });
});

describe('the trail of changes', () => {
  it('of a unit tells of itself and of whoever came and went', async () => {
    const ctx = await anAdministrator();
    const [radio, mixes] = [await aSquad('Radio'), await aSquad('Mixes')];
    const ada = await aMemberOf(radio, 'Ada');
    const move = { person: ada.handle, squad: mixes.slug, on: day('2026-03-01'), reason: null };
    await moveToSquad(ctx, move);
    await renameUnit(ctx, {
      unitId: radio.id,
      name: 'Stations',
      on: day('2026-03-01'),
      note: null,
    });
    const actions = async (slug: string) =>
      (await listTrail(ctx, { unit: slug }))?.items.map(({ action }) => action);
    expect(await actions(radio.slug)).toEqual(['unit.renamed', 'membership.ended']);
    expect(await actions(mixes.slug)).toEqual(['membership.opened']);
    const own = await listTrail(ctx, { person: ada.handle, by: ctx.actor.handle });
    expect(own?.items[0]?.subject).toEqual({ name: 'Ada', address: `/people/${ada.handle}` });
  });

  it('as a whole is for those who lead; of one person it is open', async () => {
    const visitor = await aVisitor();
    expect(await listTrail(visitor, {})).toBeNull();
    expect(await listTrail(visitor, { person: visitor.actor.handle })).toEqual({
      items: [],
      nextCursor: null,
    });
  });

  it('leads on page by page without leaving out or repeating an entry of the same instant', async () => {
    const ctx = await anAdministrator();
    const squad = await aSquad('Busy');
    await db.auditEntry.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        at: NOON,
        actorName: 'Morgan',
        action: 'unit.described',
        subjectKind: 'unit',
        subjectId: squad.id,
        after: { purpose: String(index) },
      })),
    });
    const first = await listTrail(ctx, { unit: squad.slug });
    const second = await listTrail(ctx, { unit: squad.slug }, first?.nextCursor ?? '');
    const ids = [...(first?.items ?? []), ...(second?.items ?? [])].map(({ id }) => id);
    expect(new Set(ids).size).toBe(60);
    expect(second?.nextCursor).toBeNull();
    const madeUp = Buffer.from('["yesterday","x"]').toString('base64url');
    expect((await listTrail(ctx, { unit: squad.slug }, madeUp))?.items).toHaveLength(50);
  });
});

describe('what the search index is told', () => {
  it('names people with their squad and units with the names they had', async () => {
    const ctx = await anAdministrator();
    const tribe = await aTribe('Discovery');
    const squad = await aSquad('Mix', { within: tribe });
    await renameUnit(ctx, { unitId: squad.id, name: 'Mixes', on: day('2025-06-01'), note: null });
    const ada = await aMemberOf(squad, 'Ada');
    await db.person.update({
      where: { id: ada.id },
      data: { headline: 'Data scientist', skills: ['drift'] },
    });
    expect(await listPeopleForSearch(ctx, [ada.id], null)).toMatchObject([
      {
        title: 'Ada',
        subtitle: 'Data scientist · Mixes',
        address: `/people/${ada.handle}`,
        unitId: squad.id,
      },
    ]);
    const [unit] = await listUnitsForSearch(ctx, [squad.id], null);
    expect(unit).toMatchObject({ title: 'Mixes', subtitle: 'Squad · Discovery' });
    expect(unit?.body).toContain('Formerly Mix');
  });

  it('leaves chartered working groups to speak for themselves, and nested sub-guilds in', async () => {
    const ctx = await anAdministrator();
    const guild = await aGuild();
    const outer = await aSubguild('Outer', { within: guild });
    const inner = await aSubguild('Inner', { within: outer });
    const found = await listUnitsForSearch(ctx, [outer.id, inner.id], null);
    expect(found.map(({ title }) => title).toSorted()).toEqual(['Inner', 'Outer']);
  });
});
