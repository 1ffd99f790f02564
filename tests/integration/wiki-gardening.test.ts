import { describe, expect, it } from 'vitest';
import { archivePage } from '@/features/wiki/commands';
import { tellApart, tendPages } from '@/features/wiki/gardening/likeness/commands';
import { listAlready, listLikePairs } from '@/features/wiki/gardening/likeness/queries';
import {
  listBrokenLinks,
  listReadAndOverdue,
  listUnkept,
  listUnlinked,
} from '@/features/wiki/gardening/queries';
import { getUpkeep } from '@/features/wiki/gardening/upkeep/queries';
import { confirmPage } from '@/features/wiki/reviews/commands';
import { QUESTIONS } from '@/features/wiki/reviews/questions';
import { systemContext } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import {
  aMemberOf,
  aMembership,
  anAdministrator,
  aPerson,
  aSquad,
  contextOf,
  NOON,
} from '../support/org';
import { anEdit, aPage, aSpaceWithWriter } from '../support/wiki';

const system = systemContext(NOON);

/** Sentences that do not repeat, always the same for the same seed. */
const prose = (seed: string, words = 120) =>
  Array.from({ length: words }, (_, index) => `${seed}${(index * 7919) % 10_007}`).join(' ');

describe('the reports of a gardener', () => {
  it('name pages that nobody keeps, also those whose steward has left', async () => {
    const { guild, space, writer } = await aSpaceWithWriter();
    const [ada, gone] = [
      await aMemberOf(guild, 'Ada'),
      await aPerson('Gone', { leftOn: '2026-01-01' }),
    ];
    await aPage(writer, space, 'kept', '# Kept\n', { stewardHandles: [ada.handle] });
    await aPage(writer, space, 'bare', '# Bare\n');
    await aPage(writer, space, 'left', '# Left\n', { stewardHandles: [gone.handle] });
    const { items } = await listUnkept(writer, { space: space.slug });
    expect(items.map(({ title, stewards }) => [title, stewards])).toEqual([
      ['Bare', []],
      ['Left', ['Gone']],
    ]);
  });

  it('name links that lead nowhere and pages that no link leads to', async () => {
    const { space, writer } = await aSpaceWithWriter();
    await aPage(writer, space, 'one', '# One\n\nSee [two](two.md) and [three](three.md).\n');
    const two = await aPage(writer, space, 'two', '# Two\n\nSee [two](two.md).\n');
    const broken = await listBrokenLinks(writer, { space: space.slug });
    expect(broken.items).toMatchObject([{ title: 'One', target: 'three.md', outcome: null }]);
    const unlinked = await listUnlinked(writer, { space: space.slug });
    expect(unlinked.items.map(({ title }) => title)).toEqual(['One']);
    await archivePage(await anAdministrator(), two.id);
    expect((await listBrokenLinks(writer, { space: space.slug })).items).toHaveLength(2);
  });

  it('put what is read most and waits longest first, in parts', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const pages = [];
    for (const name of ['a', 'b', 'c']) pages.push(await aPage(writer, space, name));
    const later = { ...writer, now: addDays(NOON, 100) };
    await db.readingTotal.create({
      data: { pageId: pages[1]?.id ?? '', day: addDays(dayOf(NOON), 99), reads: 7 },
    });
    const { items } = await listReadAndOverdue(later, { space: space.slug });
    expect(items[0]).toMatchObject({ path: 'b', reads: 7, freshness: 'NEVER_VERIFIED' });
    expect(items).toHaveLength(3);
    expect((await listReadAndOverdue(writer, { space: space.slug })).items).toEqual([]);
  });
});

describe('how well a space is kept', () => {
  it('is told by readings of pages in their time, and by pages that nobody keeps', async () => {
    const { guild, space, writer } = await aSpaceWithWriter();
    const ada = await aMemberOf(guild, 'Ada');
    const [fresh, never, record] = [
      await aPage(writer, space, 'fresh', '# Fresh\n', { stewardHandles: [ada.handle] }),
      await aPage(writer, space, 'never', '# Never\n'),
      await aPage(writer, space, 'record', '# Record\n', { kind: 'LESSONS_LEARNED' }),
    ];
    await confirmPage(await contextOf(ada), {
      pageId: fresh.id,
      revisionNumber: 1,
      against: 'what runs',
      againstUrl: null,
      checkAgainOn: null,
      note: '',
      ticks: [...QUESTIONS.HOW_TO],
    });
    const read = (page: { id: string }, reads: number, daysAgo = 1) =>
      db.readingTotal.create({
        data: { pageId: page.id, day: addDays(dayOf(NOON), -daysAgo), reads },
      });
    await read(fresh, 6);
    await read(fresh, 100, 91);
    await read(never, 2);
    await read(record, 50);
    expect(await getUpkeep(writer, space.slug)).toEqual({
      pages: 3,
      unkept: 2,
      reads: 8,
      freshReads: 6,
      spread: null,
    });
    const whenDue = { ...writer, now: addDays(NOON, 90) };
    await db.readingTotal.create({
      data: { pageId: fresh.id, day: addDays(dayOf(NOON), 89), reads: 3 },
    });
    expect(await getUpkeep(whenDue, space.slug)).toMatchObject({ reads: 3, freshReads: 0 });
  });

  it('is told by how few people and squads write, once there is enough to tell, without names', async () => {
    const { guild, space, writer } = await aSpaceWithWriter();
    const [radio, search] = [await aSquad('Radio'), await aSquad('Search')];
    const [ada, bram] = [await aMemberOf(guild, 'Ada'), await aMemberOf(guild, 'Bram')];
    await aMembership(ada, radio);
    await aMembership(bram, search);
    const page = await aPage(await contextOf(ada), space, 'one', '# One\n');
    for (let edit = 1; edit < 15; edit++) await anEdit(await contextOf(ada), page, `# ${edit}\n`);
    for (let edit = 0; edit < 5; edit++) await anEdit(await contextOf(bram), page, `# b${edit}\n`);
    const { spread } = await getUpkeep(writer, space.slug);
    expect(spread).toMatchObject({ changes: 20, people: 2, absence: 1 });
    expect(spread?.effectiveSquads).toBeCloseTo(1 / (0.75 ** 2 + 0.25 ** 2));
  });
});

describe('pages that say nearly the same', () => {
  it('are found in the background, and no more once told apart', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const one = await aPage(writer, space, 'one', `# One\n\n${prose('w')}\n`);
    const two = await aPage(writer, space, 'two', `# Two\n\n${prose('w')} and a little more\n`);
    await aPage(writer, space, 'three', `# Three\n\n${prose('v')}\n`);
    await tendPages(system, null);
    const { items } = await listLikePairs(writer, { space: space.slug });
    expect(items).toHaveLength(1);
    expect([items[0]?.page.id, items[0]?.other.id].toSorted()).toEqual([one.id, two.id].toSorted());
    expect(items[0]?.likeness).toBeGreaterThan(0.7);
    expect(await tendPages(system, null)).toBe(0);

    await expect(tellApart(await contextOf(await aPerson()), one.id, two.id)).rejects.toThrow(
      Forbidden,
    );
    await tellApart(writer, two.id, one.id);
    await tellApart(writer, one.id, two.id);
    expect((await listLikePairs(writer, { space: space.slug })).items).toEqual([]);
  });

  it('are a pair no longer when one of them was rewritten', async () => {
    const { space, writer } = await aSpaceWithWriter();
    await aPage(writer, space, 'one', `# One\n\n${prose('x')}\n`);
    const two = await aPage(writer, space, 'two', `# Two\n\n${prose('x')}\n`);
    await tendPages(system, null);
    expect((await listLikePairs(writer, { space: space.slug })).items).toHaveLength(1);
    await anEdit(writer, two, `# Two\n\n${prose('y')}\n`);
    expect(await tendPages(system, [two.id])).toBe(1);
    expect((await listLikePairs(writer, { space: space.slug })).items).toEqual([]);
  });

  it('are shown to whoever is about to write one more, by title or by words', async () => {
    const { space, writer } = await aSpaceWithWriter();
    await aPage(writer, space, 'skew', `# Training-serving skew\n\n${prose('s')}\n`);
    await tendPages(system, null);
    const byTitle = await listAlready(writer, { title: 'Training serving skew', markdown: '' });
    expect(byTitle.map(({ title }) => title)).toEqual(['Training-serving skew']);
    const byWords = await listAlready(writer, { title: 'Something else', markdown: prose('s') });
    expect(byWords).toMatchObject([{ href: `/wiki/${space.slug}/skew` }]);
    expect(await listAlready(writer, { title: 'Qqq', markdown: prose('z') })).toEqual([]);
  });
});
