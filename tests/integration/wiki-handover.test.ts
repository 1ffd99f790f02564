import { describe, expect, it } from 'vitest';
import { recordDeparture } from '@/features/org/departures/commands';
import { getPage } from '@/features/wiki/queries';
import { confirmPage, retirePage } from '@/features/wiki/reviews/commands';
import { freshnessOf } from '@/features/wiki/reviews/freshness';
import { answerOffers, handOver } from '@/features/wiki/reviews/handover/commands';
import {
  listLeavers,
  listPagesToHandOver,
  offersTo,
} from '@/features/wiki/reviews/handover/queries';
import { QUESTIONS } from '@/features/wiki/reviews/questions';
import { listWaiting } from '@/features/wiki/reviews/queue/queries';
import { doubtPagesRelyingOn } from '@/features/wiki/reviews/reasons/commands';
import {
  doubtPagesByDate,
  doubtPagesByFacts,
} from '@/features/wiki/reviews/reasons/facts/commands';
import { type Context, systemContext } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { ask } from '@/foundation/questions';
import {
  aMemberOf,
  aMembership,
  anAdministrator,
  aPerson,
  aSquad,
  contextOf,
  NOON,
} from '../support/org';
import { aPage, aSpaceWithWriter, heldBack } from '../support/wiki';

const later = (ctx: Context, days: number): Context => ({ ...ctx, now: addDays(ctx.now, days) });

async function aKeptShelf(titles = ['Drift', 'Skew']) {
  const { guild, space, writer } = await aSpaceWithWriter();
  const ada = await aMemberOf(guild, 'Ada');
  const lead = await aMemberOf(guild, 'Lena', { role: 'LEAD' });
  const pages = [];
  for (const title of titles) {
    const traits = { stewardHandles: [ada.handle] };
    pages.push(await aPage(writer, space, title.toLowerCase(), `# ${title}\n\nText.\n`, traits));
  }
  return {
    guild,
    space,
    writer,
    ada,
    pages,
    steward: await contextOf(ada),
    lead: await contextOf(lead),
  };
}

const given = (pageIds: string[], toHandle: string, fromHandle?: string) => ({
  pageIds,
  toHandle,
  fromHandle,
  note: '',
});

const stewardsOf = async (pageId: string) =>
  (await db.wikiSteward.findMany({ where: { pageId }, include: { person: true } })).map(
    ({ person }) => person.name,
  );

async function factsSince(id: bigint) {
  return db.outboxEvent.findMany({ where: { id: { gt: id } }, orderBy: { id: 'asc' } });
}

describe('somebody who leaves', () => {
  it('makes their pages due, tells the lead, and hands over; the new steward confirms', async () => {
    const { ada, pages, lead, guild } = await aKeptShelf();
    const bram = await aMemberOf(guild, 'Bram');
    const administrator = await anAdministrator();
    await recordDeparture(administrator, { personId: ada.id, leftOn: dayOf(NOON), note: null });
    await doubtPagesByFacts(systemContext(NOON), await factsSince(0n));
    await doubtPagesByFacts(systemContext(NOON), await factsSince(0n));

    const [page] = pages as [(typeof pages)[number], (typeof pages)[number]];
    expect(await db.reviewReason.count({ where: { pageId: page.id } })).toBe(1);
    expect(await db.outboxEvent.count({ where: { name: 'page.orphaned' } })).toBe(2);
    const read = await getPage(lead, page.spaceSlug, page.path);
    expect(read?.review).toMatchObject({
      isKept: false,
      reasons: [{ kind: 'STEWARD_LEFT', about: 'Ada' }],
    });
    expect(await listLeavers(lead)).toMatchObject([{ name: 'Ada', pages: 2, unkept: 2 }]);

    const ids = pages.map(({ id }) => id);
    expect(await handOver(lead, given(ids, bram.handle, ada.handle))).toMatchObject({
      ok: true,
      assigned: 2,
      offered: 0,
    });
    expect(await stewardsOf(page.id)).toEqual(['Bram']);
    expect(await listLeavers(lead)).toEqual([]);

    const keeper = await contextOf(bram);
    const waiting = await listWaiting(keeper, 'mine');
    expect(waiting.items.map(({ title }) => title).toSorted()).toEqual(['Drift', 'Skew']);
    await confirmPage(later(keeper, 1), {
      pageId: page.id,
      revisionNumber: 1,
      against: 'what runs today',
      againstUrl: null,
      checkAgainOn: null,
      note: '',
      ticks: [...QUESTIONS.HOW_TO],
    });
    const after = await getPage(later(keeper, 1), page.spaceSlug, page.path);
    expect(after && freshnessOf(after.review.standing, dayOf(later(keeper, 1).now))).toBe('FRESH');
  });

  it('is asked to hand over before the last day, and the lead knows as well', async () => {
    const { ada, steward, lead } = await aKeptShelf();
    const leftOn = addDays(dayOf(NOON), 10);
    await recordDeparture(await anAdministrator(), { personId: ada.id, leftOn, note: null });
    expect(await listLeavers(steward)).toMatchObject([{ name: 'Ada', leftOn, pages: 2 }]);
    expect(await listLeavers(lead)).toMatchObject([{ name: 'Ada', unkept: 2 }]);
    await doubtPagesByDate(systemContext(NOON));
    expect(await db.reviewReason.count({ where: { cause: { contains: ada.id } } })).toBe(0);
    await doubtPagesByDate(systemContext(addDays(NOON, 10)));
    const reasons = await db.reviewReason.findMany({
      where: { kind: 'STEWARD_LEFT', cause: { contains: ada.id } },
    });
    expect(reasons).toHaveLength(2);
    expect(reasons[0]?.at).toEqual(leftOn);
  });

  it('is told of to administrators where a unit has no lead', async () => {
    const { guild, space, writer } = await aSpaceWithWriter();
    const ada = await aMemberOf(guild, 'Agnes');
    await aPage(writer, space, 'alone', '# Alone\n', { stewardHandles: [ada.handle] });
    const administrator = await anAdministrator();
    await recordDeparture(administrator, { personId: ada.id, leftOn: dayOf(NOON), note: null });
    expect((await listLeavers(administrator)).map(({ name }) => name)).toContain('Agnes');
  });
});

describe('a page that is offered', () => {
  it('stays where it is until the other person accepts', async () => {
    const { ada, steward, pages, guild } = await aKeptShelf();
    const bram = await contextOf(await aMemberOf(guild, 'Bram'));
    const ids = pages.map(({ id }) => id);
    const asked = await handOver(steward, given(ids, bram.actor.handle, ada.handle));
    expect(asked).toMatchObject({ ok: true, assigned: 0, offered: 2 });
    expect(await stewardsOf(ids[0] as string)).toEqual(['Ada']);
    expect((await ask(offersTo(bram))).map(({ page }) => page.title).toSorted()).toEqual([
      'Drift',
      'Skew',
    ]);
    expect((await listPagesToHandOver(steward, ada.id)).items[0]?.offeredTo).toEqual(['Bram']);

    await answerOffers(bram, { pageIds: [ids[0] as string], answer: 'accept' });
    await answerOffers(bram, { pageIds: [ids[1] as string], answer: 'decline' });
    expect(await stewardsOf(ids[0] as string)).toEqual(['Bram']);
    expect(await stewardsOf(ids[1] as string)).toEqual(['Ada']);
    expect(await ask(offersTo(bram))).toEqual([]);
  });

  it('is answered once, also by two clicks at the same moment', async () => {
    const { ada, steward, pages, guild } = await aKeptShelf(['Drift']);
    const bram = await contextOf(await aMemberOf(guild, 'Bram'));
    const [page] = pages;
    if (!page) throw new Error('There is no page.');
    await handOver(steward, given([page.id], bram.actor.handle, ada.handle));
    const answers = await heldBack<{ ok: boolean }>(
      page,
      () => answerOffers(bram, { pageIds: [page.id], answer: 'accept' }),
      () => answerOffers(bram, { pageIds: [page.id], answer: 'decline' }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('cannot be given away by somebody who neither keeps it nor leads', async () => {
    const { writer, pages } = await aKeptShelf(['Drift']);
    const outsider = await contextOf(await aPerson('Olga'));
    const ids = pages.map(({ id }) => id);
    await expect(handOver(outsider, given(ids, writer.actor.handle))).rejects.toThrow(Forbidden);
    await expect(handOver(writer, given(ids, writer.actor.handle))).rejects.toThrow(Forbidden);
  });

  it('is not given to somebody who leaves or has left', async () => {
    const { lead, pages, ada } = await aKeptShelf(['Drift']);
    const ids = pages.map(({ id }) => id);
    const leaver = await aPerson('Lars', { leftOn: '2026-04-01' });
    const gone = await aPerson('Gina', { leftOn: '2026-01-01' });
    expect(await handOver(lead, given(ids, leaver.handle, ada.handle))).toMatchObject({
      reason: 'leaves-too',
    });
    expect(await handOver(lead, given(ids, gone.handle, ada.handle))).toMatchObject({
      reason: 'unknown-person',
    });
  });

  it('that nobody keeps may be taken up by whoever may edit it', async () => {
    const { writer, space } = await aKeptShelf();
    const page = await aPage(writer, space, 'orphan');
    expect(await handOver(writer, given([page.id], writer.actor.handle))).toMatchObject({
      assigned: 1,
    });
    expect(await stewardsOf(page.id)).toEqual(['Wren']);
  });
});

describe('what makes a page due before its time', () => {
  it('a steward who moved to another squad, and not one who only changed a role', async () => {
    const { space, writer, guild } = await aSpaceWithWriter();
    const mia = await aMemberOf(guild, 'Mia');
    const nina = await aMemberOf(guild, 'Nina');
    const [radio, search] = [await aSquad('Radio'), await aSquad('Search')];
    await aMembership(mia, radio, { to: '2026-03-10' });
    await aMembership(mia, search, { from: '2026-03-10' });
    await aMembership(nina, radio, { to: '2026-03-10' });
    await aMembership(nina, radio, { from: '2026-03-10', role: 'LEAD', isPrimary: true });
    const moved = await aPage(writer, space, 'moved', '# Moved\n', {
      stewardHandles: [mia.handle],
    });
    const stayed = await aPage(writer, space, 'stayed', '# Stayed\n', {
      stewardHandles: [nina.handle],
    });
    await doubtPagesByDate(systemContext(NOON));
    expect(await db.reviewReason.count({ where: { pageId: moved.id } })).toBe(0);
    await doubtPagesByDate(systemContext(new Date('2026-03-12T12:00:00Z')));
    const reasons = await db.reviewReason.findMany({
      where: { pageId: { in: [moved.id, stayed.id] } },
    });
    expect(reasons).toMatchObject([{ pageId: moved.id, kind: 'STEWARD_MOVED', about: 'Mia' }]);
  });

  it('a link to a page that became obsolete, told once', async () => {
    const { space, writer, pages, lead } = await aKeptShelf(['Drift']);
    const linking = await aPage(writer, space, 'linking', '# Linking\n\nSee [drift](drift.md).\n');
    await retirePage(lead, {
      pageId: pages[0]?.id ?? '',
      revisionNumber: 1,
      note: 'No longer so.',
      replacement: '',
    });
    const facts = await factsSince(0n);
    await doubtPagesByFacts(systemContext(NOON), facts);
    await doubtPagesByFacts(systemContext(NOON), facts);
    const read = await getPage(writer, linking.spaceSlug, linking.path);
    expect(read?.review.reasons).toEqual([
      { kind: 'LINKED_PAGE_OBSOLETE', about: 'Drift', address: `/wiki/${space.slug}/drift` },
    ]);
  });

  it('a technique it links to, and no other whose name begins alike', async () => {
    const { space, writer } = await aKeptShelf();
    const one = await aPage(writer, space, 'one', '# One\n\nSee [CUPED](/techniques/cuped).\n');
    const other = await aPage(
      writer,
      space,
      'other',
      '# Other\n\nSee [CUPED 2](/techniques/cuped-2).\n',
    );
    const doubt = {
      kind: 'TECHNIQUE_OVER',
      cause: 'technique:1:over',
      title: 'CUPED',
      address: '/techniques/cuped',
    } as const;
    expect(await doubtPagesRelyingOn(systemContext(NOON), doubt)).toBe(1);
    expect(await doubtPagesRelyingOn(systemContext(NOON), doubt)).toBe(0);
    const due = await getPage(writer, one.spaceSlug, one.path);
    expect(due && freshnessOf(due.review.standing, dayOf(NOON))).toBe('DUE');
    expect(await db.reviewReason.count({ where: { pageId: other.id } })).toBe(0);
  });
});

describe('the queue', () => {
  it('comes in the order of reads × age, in parts, and holds only what waits', async () => {
    const { steward, pages, lead } = await aKeptShelf(['Drift', 'Skew', 'Backfills']);
    const [drift, skew, backfills] = pages.map(({ id }) => id) as [string, string, string];
    await db.readingTotal.createMany({
      data: [
        { pageId: skew, day: addDays(dayOf(NOON), 80), reads: 9 },
        { pageId: drift, day: addDays(dayOf(NOON), 80), reads: 2 },
        { pageId: backfills, day: addDays(dayOf(NOON), -80), reads: 900 },
      ],
    });
    expect((await listWaiting(steward, 'mine')).items).toEqual([]);
    const then = later(steward, 100);
    const first = await listWaiting(then, 'mine', undefined, 2);
    expect(first.items.map(({ title, reads }) => [title, reads])).toEqual([
      ['Skew', 9],
      ['Drift', 2],
    ]);
    const rest = await listWaiting(then, 'mine', first.nextCursor ?? undefined, 2);
    expect(rest.items.map(({ title }) => title)).toEqual(['Backfills']);
    expect(rest.nextCursor).toBeNull();
    expect((await listWaiting(later(lead, 100), 'led')).items).toHaveLength(3);
    expect((await listWaiting(later(lead, 100), 'mine')).items).toEqual([]);
  });
});
