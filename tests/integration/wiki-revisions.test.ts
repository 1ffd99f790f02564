import { describe, expect, it } from 'vitest';
import { getOvertaking } from '@/features/wiki/editing/queries';
import { listChangesAround } from '@/features/wiki/history/around/queries';
import { getRevision, getRevisionPair, listRevisions } from '@/features/wiki/history/queries';
import { getPage } from '@/features/wiki/queries';
import { renderAllAnew, renderAnew } from '@/features/wiki/rendering/commands';
import { restoreRevision } from '@/features/wiki/revisions/commands';
import { db } from '@/foundation/db';
import { aMemberOf, contextOf, NOON } from '../support/org';
import { anEdit, aPage, aSpaceWithWriter, currentRevision, heldBack } from '../support/wiki';

describe('an edit', () => {
  it('is the next revision, read at once, and the one before stays', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'drift', '# Drift\n\nFirst.\n');
    const saved = await anEdit(writer, page, '# Drift\n\nSecond.\n', { changeSummary: 'Clearer' });
    expect(saved).toMatchObject({ ok: true, number: 2, spaceSlug: space.slug, path: 'drift' });
    const read = await getPage(writer, space.slug, 'drift');
    expect(read).toMatchObject({ number: 2, html: expect.stringContaining('Second.') });
    expect((await getRevision(writer, page.id, 1))?.html).toContain('First.');
    const { items } = await listRevisions(writer, page.id);
    expect(items).toMatchObject([
      { number: 2, changeSummary: 'Clearer', author: { name: 'Wren' } },
      { number: 1 },
    ]);
  });

  it('that changes nothing makes no revision', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'drift');
    const { markdown } = await currentRevision(page);
    expect(await anEdit(writer, page, markdown)).toMatchObject({ ok: true, number: 1 });
    expect(await db.wikiRevision.count({ where: { pageId: page.id } })).toBe(1);
  });

  it('of the kind or the stewards alone changes the page, not its text, and its history says who did', async () => {
    const { guild, space, writer } = await aSpaceWithWriter();
    const ada = await aMemberOf(guild, 'Ada');
    const page = await aPage(writer, space, 'drift');
    const { markdown } = await currentRevision(page);
    await anEdit(writer, page, markdown, { kind: 'PAPER_NOTES' });
    const stewardHandles = [ada.handle];
    await anEdit(writer, page, markdown, { kind: 'PAPER_NOTES', stewardHandles });
    expect((await getPage(writer, space.slug, 'drift'))?.kind).toBe('PAPER_NOTES');
    expect(await db.wikiRevision.count({ where: { pageId: page.id } })).toBe(1);
    expect(await listChangesAround(writer, page.id)).toMatchObject([
      { by: 'Wren', at: NOON, words: ['Steward from now on: Ada'] },
      { by: 'Wren', at: NOON, words: ['From How-to to Paper notes'] },
    ]);
  });

  it('of the title changes the first heading with it', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'drift', '# Drift\n\nText.\n');
    await anEdit(writer, page, '# Drift\n\nText.\n', { title: 'Data drift' });
    expect(await currentRevision(page)).toMatchObject({
      title: 'Data drift',
      markdown: '# Data drift\n\nText.\n',
    });
  });

  it('may entrust the page to several stewards, each of whom must be somebody', async () => {
    const { guild, space, writer } = await aSpaceWithWriter();
    const ada = await aMemberOf(guild, 'Ada');
    const page = await aPage(writer, space, 'drift');
    const { markdown } = await currentRevision(page);
    const nobody = await anEdit(writer, page, markdown, { stewardHandles: ['nobody'] });
    expect(nobody).toEqual({ ok: false, reason: 'unknown-steward' });
    const stewardsOf = async () =>
      (await getPage(writer, space.slug, 'drift'))?.stewards.map(({ name }) => name);
    await anEdit(writer, page, markdown, { stewardHandles: [ada.handle] });
    expect(await stewardsOf()).toEqual(['Ada']);
    const { since } = await db.wikiSteward.findFirstOrThrow({ where: { personId: ada.id } });

    const grace = await aMemberOf(guild, 'Grace');
    const later = { ...writer, now: new Date(writer.now.getTime() + 60_000) };
    await anEdit(later, page, markdown, { stewardHandles: [grace.handle, ada.handle] });
    expect(await stewardsOf()).toEqual(['Ada', 'Grace']);
    const kept = await db.wikiSteward.findFirstOrThrow({ where: { personId: ada.id } });
    expect(kept.since).toEqual(since);

    await anEdit(later, page, markdown, { stewardHandles: [grace.handle] });
    expect(await stewardsOf()).toEqual(['Grace']);
  });

  it('announces itself, with who did it', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'drift');
    await anEdit(writer, page, '# Drift\n\nSecond.\n');
    const facts = await db.outboxEvent.findMany({
      where: { name: 'page.revised', actorId: writer.actor.personId },
    });
    expect(facts.map(({ payload }) => payload)).toEqual([{ pageId: page.id }, { pageId: page.id }]);
  });
});

describe('two people who edit one page', () => {
  it('at the same moment: one is saved, the other is told, and nothing is lost', async () => {
    const { guild, space, writer } = await aSpaceWithWriter();
    const other = await contextOf(await aMemberOf(guild, 'Ola'));
    const page = await aPage(writer, space, 'drift', '# Drift\n\nText.\n');

    const results = await heldBack(
      page,
      () => anEdit(writer, page, '# Drift\n\nWren’s.\n', { baseNumber: 1 }),
      () => anEdit(other, page, '# Drift\n\nOla’s.\n', { baseNumber: 1 }),
    );
    expect(results).toContainEqual(expect.objectContaining({ ok: true, number: 2 }));
    expect(results).toContainEqual({ ok: false, reason: 'changed-underneath' });
    expect(await db.wikiRevision.count({ where: { pageId: page.id } })).toBe(2);
  });

  it('one after the other: the second sees both texts and what they began from', async () => {
    const { guild, space, writer } = await aSpaceWithWriter();
    const other = await contextOf(await aMemberOf(guild, 'Ola'));
    const page = await aPage(writer, space, 'drift', '# Drift\n\nText.\n');
    await anEdit(writer, page, '# Drift\n\nWren’s.\n', { changeSummary: 'Shorter' });
    const refused = await anEdit(other, page, '# Drift\n\nOla’s.\n', { baseNumber: 1 });
    expect(refused).toEqual({ ok: false, reason: 'changed-underneath' });
    expect((await currentRevision(page)).markdown).toContain('Wren’s.');
    expect(await getOvertaking(other, page.id, 1)).toMatchObject({
      current: { number: 2, author: { name: 'Wren' }, changeSummary: 'Shorter' },
      base: { title: 'Drift', markdown: '# Drift\n\nText.\n' },
    });
    const merged = await anEdit(other, page, '# Drift\n\nBoth.\n', { baseNumber: 2 });
    expect(merged).toMatchObject({ ok: true, number: 3 });
  });
});

describe('history', () => {
  it('an earlier revision comes back as a new one', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'drift', '# Drift\n\nFirst.\n');
    await anEdit(writer, page, '# Data drift\n\nSecond.\n');
    const restored = await restoreRevision(writer, { pageId: page.id, number: 1, baseNumber: 2 });
    expect(restored).toMatchObject({ ok: true, number: 3 });
    expect(await currentRevision(page)).toMatchObject({
      title: 'Drift',
      markdown: '# Drift\n\nFirst.\n',
      changeSummary: 'Restored revision 1',
    });
    expect(await db.wikiRevision.count({ where: { pageId: page.id } })).toBe(3);
  });

  it('does not come back over a revision that was saved meanwhile', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'drift');
    await anEdit(writer, page, '# drift\n\nSecond.\n');
    await anEdit(writer, page, '# drift\n\nThird.\n');
    const restored = await restoreRevision(writer, { pageId: page.id, number: 1, baseNumber: 2 });
    expect(restored).toEqual({ ok: false, reason: 'changed-underneath' });
  });

  it('is listed in parts, latest first', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'drift');
    for (let number = 2; number <= 53; number++) await anEdit(writer, page, `Text ${number}.\n`);
    const first = await listRevisions(writer, page.id);
    expect(first.items.map(({ number }) => number).slice(0, 2)).toEqual([53, 52]);
    const second = await listRevisions(writer, page.id, first.nextCursor ?? undefined);
    expect(second.items.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(second.nextCursor).toBeNull();
  });

  it('compares any two revisions', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'drift', 'First.\n');
    await anEdit(writer, page, 'Second.\n');
    expect(await getRevisionPair(writer, page.id, 1, 2)).toMatchObject({
      before: { markdown: 'First.\n' },
      after: { markdown: 'Second.\n' },
    });
    expect(await getRevisionPair(writer, page.id, 1, 9)).toBeNull();
  });
});

describe('stored HTML', () => {
  it('is rendered anew when the renderer has changed, the words staying as they were', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'drift', '# Drift\n\nText.\n');
    const revision = await currentRevision(page);
    await db.wikiRevision.update({
      where: { id: revision.id },
      data: { html: 'outdated', rendererVersion: 0 },
    });
    expect((await getPage(writer, space.slug, 'drift'))?.isStale).toBe(true);
    await renderAnew(writer, page.id);
    expect(await getPage(writer, space.slug, 'drift')).toMatchObject({
      isStale: false,
      html: expect.stringContaining('Text.'),
      number: 1,
    });
  });

  it('of an earlier revision is never sent as an older renderer left it', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(writer, space, 'drift', 'First.\n');
    await anEdit(writer, page, 'Second.\n');
    await db.wikiRevision.updateMany({
      where: { pageId: page.id, number: 1 },
      data: { html: '<script>', rendererVersion: 0 },
    });
    expect((await getRevision(writer, page.id, 1))?.html).toBe('<p>First.</p>');
  });

  it('of many pages is rendered anew in the background', async () => {
    const { space, writer } = await aSpaceWithWriter();
    await aPage(writer, space, 'a');
    await aPage(writer, space, 'b');
    await db.wikiRevision.updateMany({ data: { rendererVersion: 0 } });
    const { count } = await renderAllAnew(writer, 1000);
    expect(count).toBeGreaterThanOrEqual(2);
    expect((await renderAllAnew(writer, 1000)).count).toBe(0);
  });
});
