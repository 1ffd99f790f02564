import { describe, expect, it } from 'vitest';
import { getPage } from '@/features/wiki/queries';
import { confirmPage, correctPage, doubtPage, retirePage } from '@/features/wiki/reviews/commands';
import { freshnessOf } from '@/features/wiki/reviews/freshness';
import { listReports, listReviews } from '@/features/wiki/reviews/queries';
import { QUESTIONS } from '@/features/wiki/reviews/questions';
import { reportPage, withdrawReport } from '@/features/wiki/reviews/reports/commands';
import type { Context } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { aMemberOf, aPerson, contextOf, NOON } from '../support/org';
import { anEdit, aPage, aSpaceWithWriter, heldBack } from '../support/wiki';

type Page = { id: string; spaceSlug: string; path: string };

const later = (ctx: Context, days: number): Context => ({ ...ctx, now: addDays(ctx.now, days) });

/** A page with its steward, who is not a lead. */
async function aKeptPage(traits: Parameters<typeof aPage>[4] = {}) {
  const { guild, space, writer } = await aSpaceWithWriter();
  const ada = await aMemberOf(guild, 'Ada');
  const page = await aPage(writer, space, 'drift', '# Drift\n\nText.\n', {
    stewardHandles: [ada.handle],
    ...traits,
  });
  return { guild, space, writer, page, ada, steward: await contextOf(ada) };
}

const check = (page: Page, traits: object = {}) => ({
  pageId: page.id,
  revisionNumber: 1,
  against: 'serving 4.2',
  againstUrl: null,
  checkAgainOn: null,
  note: '',
  ticks: [...QUESTIONS.HOW_TO],
  ...traits,
});

async function freshness(ctx: Context, page: Page) {
  const read = await getPage(ctx, page.spaceSlug, page.path);
  if (!read) throw new Error('The page cannot be read.');
  return freshnessOf(read.review.standing, dayOf(ctx.now));
}

describe('a page', () => {
  it('that nobody checked is never verified, however often it is edited', async () => {
    const { page, steward, writer } = await aKeptPage();
    await anEdit(writer, page, '# Drift\n\nMore.\n');
    expect(await freshness(steward, page)).toBe('NEVER_VERIFIED');
  });

  it('its steward has checked tells who, when, against what and until when', async () => {
    const { page, steward, writer } = await aKeptPage();
    expect(await confirmPage(steward, check(page))).toMatchObject({ ok: true });
    const read = await getPage(writer, page.spaceSlug, page.path);
    expect(read?.review).toMatchObject({
      standing: { checkedAt: NOON, nextDueOn: addDays(dayOf(NOON), 90) },
      check: { by: { name: 'Ada' }, against: 'serving 4.2', revision: 1 },
      isKept: true,
    });
    expect(await freshness(writer, page)).toBe('FRESH');
    expect(await freshness(later(writer, 90), page)).toBe('DUE');
    expect(await freshness(later(writer, 121), page)).toBe('OVERDUE');
  });

  it('may have a day of its own', async () => {
    const { page, steward } = await aKeptPage();
    const checkAgainOn = addDays(dayOf(NOON), 10);
    await confirmPage(steward, check(page, { checkAgainOn }));
    expect(await freshness(later(steward, 9), page)).toBe('FRESH');
    expect(await freshness(later(steward, 10), page)).toBe('DUE');
  });

  it('is not kept true by a bare click', async () => {
    const { page, steward } = await aKeptPage();
    const bare = await confirmPage(steward, check(page, { ticks: [] }));
    expect(bare).toEqual({ ok: false, reason: 'bare-click' });
    const half = await confirmPage(steward, check(page, { ticks: QUESTIONS.HOW_TO.slice(1) }));
    expect(half).toEqual({ ok: false, reason: 'bare-click' });
    const told = check(page, { ticks: [], note: 'Went through all steps on the test cluster.' });
    expect(await confirmPage(steward, told)).toMatchObject({ ok: true });
  });

  it('that was edited while it was looked at is not called true unread', async () => {
    const { page, steward, writer } = await aKeptPage();
    await anEdit(writer, page, '# Drift\n\nMore.\n', { stewardHandles: [steward.actor.handle] });
    expect(await confirmPage(steward, check(page))).toEqual({
      ok: false,
      reason: 'changed-underneath',
    });
  });

  it('is either edited or checked first when both happen at the same moment', async () => {
    const { page, steward, writer } = await aKeptPage();
    const [edited, confirmed] = await heldBack<{ ok: boolean }>(
      page,
      () => anEdit(writer, page, '# Drift\n\nMore.\n', { stewardHandles: [steward.actor.handle] }),
      () => confirmPage(steward, check(page)),
    );
    expect(edited?.ok).toBe(true);
    const reviews = await db.knowledgeReview.findMany({ where: { pageId: page.id } });
    // Had the edit come first, the check was of a text that is no longer there.
    expect(reviews).toHaveLength(confirmed?.ok ? 1 : 0);
  });

  it('checked by two at the same moment keeps both reviews, and stands as the later one says', async () => {
    const { page, steward, writer, ada } = await aKeptPage();
    await anEdit(writer, page, '# Drift\n\nText.\n', {
      stewardHandles: [ada.handle, writer.actor.handle],
    });
    await heldBack<unknown>(
      page,
      () => confirmPage(steward, check(page)),
      () => doubtPage(writer, { pageId: page.id, revisionNumber: 1, note: 'Step 3 fails.' }),
    );
    const reviews = await db.knowledgeReview.findMany({
      where: { pageId: page.id },
      orderBy: { id: 'asc' },
    });
    expect(reviews).toHaveLength(2);
    const standing = await db.pageStanding.findUnique({ where: { pageId: page.id } });
    expect(standing?.lastReviewId).toBe(reviews.at(-1)?.id);
  });

  it('that needs work stays due until somebody has checked it', async () => {
    const { page, steward } = await aKeptPage();
    await confirmPage(steward, check(page));
    await doubtPage(later(steward, 1), {
      pageId: page.id,
      revisionNumber: 1,
      note: 'Step 3 fails.',
    });
    expect(await freshness(later(steward, 1), page)).toBe('DUE');
    const read = await getPage(later(steward, 1), page.spaceSlug, page.path);
    expect(read?.review.verdict).toMatchObject({ outcome: 'OUTDATED', note: 'Step 3 fails.' });
    const unedited = await correctPage(
      later(steward, 2),
      check(page, { note: 'Step 3 corrected.' }),
    );
    expect(unedited).toEqual({ ok: false, reason: 'nothing-corrected' });
    await anEdit(steward, page, '# Drift\n\nStep 3.\n', { stewardHandles: [steward.actor.handle] });
    const corrected = check(page, { revisionNumber: 2, note: 'Step 3 corrected.' });
    expect(await correctPage(later(steward, 2), corrected)).toMatchObject({ ok: true });
    expect(await freshness(later(steward, 2), page)).toBe('FRESH');
  });

  it('that is obsolete says which page holds instead', async () => {
    const { page, steward, writer, space } = await aKeptPage();
    const next = await aPage(writer, space, 'drift-2', '# Watching drift\n\nText.\n');
    const retire = { pageId: page.id, revisionNumber: 1, note: '' };
    expect(await retirePage(steward, { ...retire, replacement: 'nowhere' })).toEqual({
      ok: false,
      reason: 'unknown-page',
    });
    expect(
      await retirePage(steward, { ...retire, replacement: `/wiki/${space.slug}/drift` }),
    ).toEqual({
      ok: false,
      reason: 'replaces-itself',
    });
    const outcome = await retirePage(steward, {
      ...retire,
      replacement: `/wiki/${space.slug}/${next.path}`,
    });
    expect(outcome).toMatchObject({ ok: true });
    const read = await getPage(writer, page.spaceSlug, page.path);
    expect(read?.review.replacement).toMatchObject({ title: 'Watching drift', path: 'drift-2' });
    expect(await freshness(later(steward, 400), page)).toBe('OBSOLETE');
    await confirmPage(later(steward, 1), check(page));
    expect(await freshness(later(steward, 1), page)).toBe('FRESH');
    expect((await listReviews(writer, page.id)).map(({ outcome: each }) => each)).toEqual([
      'CONFIRMED',
      'RETIRED',
    ]);
  });

  it('is reviewed by those who answer for it, and by nobody else', async () => {
    const { page, writer } = await aKeptPage();
    await expect(confirmPage(writer, check(page))).rejects.toThrow(Forbidden);
    expect((await getPage(writer, page.spaceSlug, page.path))?.canReview).toBe(false);
  });

  it('keeps what a reviewer said: rows are never rewritten', async () => {
    const { page, steward } = await aKeptPage();
    await confirmPage(steward, check(page));
    await expect(db.knowledgeReview.updateMany({ data: { note: 'x' } })).rejects.toThrow(
      /append_only/,
    );
    await expect(db.knowledgeReview.deleteMany()).rejects.toThrow(/append_only/);
  });

  it.each([
    [
      'a check against nothing',
      { outcome: 'CONFIRMED', ticks: ['a'], against: ' ' },
      /review_says_against_what/,
    ],
    [
      'a check with neither ticks nor a word',
      { outcome: 'CONFIRMED', against: 'x' },
      /review_is_more_than_a_click/,
    ],
    [
      'work that is needed for no reason',
      { outcome: 'OUTDATED', ticks: ['a'] },
      /review_doubt_is_told/,
    ],
    [
      'a check that is over before it is made',
      { outcome: 'CONFIRMED', against: 'x', note: 'x', nextDueOn: new Date('2020-01-01') },
      /review_due_after_check/,
    ],
  ] as const)('the database itself refuses %s', async (_, review, constraint) => {
    const { page, ada } = await aKeptPage();
    const row = { pageId: page.id, reviewerId: ada.id, at: NOON, revisionNumber: 1 };
    await expect(
      db.knowledgeReview.create({
        data: { ...row, ...review, ticks: 'ticks' in review ? [...review.ticks] : [] },
      }),
    ).rejects.toThrow(constraint);
  });
});

describe('“It did not work for me”', () => {
  const said = (page: Page, word = '', isSigned = false) => ({ pageId: page.id, word, isSigned });

  async function twoReaders() {
    const [one, two] = [await aPerson('Rosa'), await aPerson('Sven')];
    return [await contextOf(one), await contextOf(two)] as const;
  }

  it('of two readers makes a page due; of one, said twice, it does not', async () => {
    const { page, steward } = await aKeptPage();
    await confirmPage(steward, check(page));
    const [rosa, sven] = await twoReaders();
    await reportPage(later(rosa, 1), said(page, 'Step 3 fails'));
    await reportPage(later(rosa, 2), said(page, 'Step 3 still fails'));
    expect(await freshness(later(steward, 3), page)).toBe('FRESH');
    await reportPage(later(sven, 3), said(page));
    expect(await freshness(later(steward, 3), page)).toBe('DUE');
    await withdrawReport(later(rosa, 4), page.id);
    expect(await freshness(later(steward, 4), page)).toBe('FRESH');
  });

  it('is answered by the next check', async () => {
    const { page, steward } = await aKeptPage();
    const [rosa, sven] = await twoReaders();
    await reportPage(rosa, said(page));
    await reportPage(sven, said(page));
    await confirmPage(later(steward, 1), check(page));
    expect(await freshness(later(steward, 1), page)).toBe('FRESH');
    const read = await getPage(later(rosa, 1), page.spaceSlug, page.path);
    expect(read?.review).toMatchObject({ reports: 0, ownReport: false });
    await reportPage(later(rosa, 2), said(page));
    expect((await getPage(later(rosa, 2), page.spaceSlug, page.path))?.review.ownReport).toBe(true);
  });

  it('is read by those who answer for the page, without a name unless it was signed', async () => {
    const { page, steward, writer } = await aKeptPage();
    const [rosa, sven] = await twoReaders();
    await reportPage(rosa, said(page, 'Step 3 fails'));
    await reportPage(later(sven, 1), said(page, 'Ask me', true));
    expect(await listReports(steward, page.id)).toMatchObject([
      { word: 'Ask me', name: 'Sven' },
      { word: 'Step 3 fails', name: null, handle: null },
    ]);
    expect(await listReports(writer, page.id)).toEqual([]);
    const facts = await db.outboxEvent.findMany({ where: { name: 'page.reported' } });
    expect(facts.map(({ actorId }) => actorId)).toEqual(facts.map(() => null));
  });
});
