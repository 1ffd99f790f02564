import { beforeEach, describe, expect, it } from 'vitest';
import { archivePage } from '@/features/wiki/commands';
import { movePage } from '@/features/wiki/moving/commands';
import { findMovedTo, getPageToMove } from '@/features/wiki/moving/queries';
import { backlinksOf, getPage } from '@/features/wiki/queries';
import { renderAllAnew } from '@/features/wiki/rendering/commands';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { ask } from '@/foundation/questions';
import { emptyDatabase } from '../support/database';
import { aGuild, aMemberOf, aSquad, contextOf } from '../support/org';
import { anEdit, aPage, aSpace, currentRevision, heldBack } from '../support/wiki';

beforeEach(() => emptyDatabase());

async function aShelf() {
  const guild = await aGuild();
  const space = await aSpace('ml', { of: guild });
  const lead = await contextOf(
    await aMemberOf(guild, 'Lena', { role: 'LEAD', source: 'ADMINISTRATOR' }),
  );
  return { guild, space, lead };
}

const to = (toPath: string, toSpaceSlug = 'ml', withSubPages = false) => ({
  toSpaceSlug,
  toPath,
  withSubPages,
});

const led = (ctx: Context, path: string, spaceSlug = 'ml') => findMovedTo(ctx, { spaceSlug, path });

describe('a page that is moved', () => {
  it('is read at its new address, and the old one leads there', async () => {
    const { space, lead } = await aShelf();
    const page = await aPage(lead, space, 'drift');
    expect(await movePage(lead, { pageId: page.id, ...to('data/drift') })).toEqual({
      ok: true,
      spaceSlug: 'ml',
      path: 'data/drift',
    });
    expect(await getPage(lead, 'ml', 'drift')).toBeNull();
    expect((await getPage(lead, 'ml', 'data/drift'))?.id).toBe(page.id);
    expect(await led(lead, 'drift')).toEqual({ spaceSlug: 'ml', path: 'data/drift' });
    const moved = { name: 'page.moved', payload: { equals: { pageId: page.id } } };
    expect(await db.outboxEvent.count({ where: moved })).toBe(1);
    const trail = await db.auditEntry.findFirst({ where: { action: 'page.moved' } });
    expect(trail).toMatchObject({ before: { path: 'drift' }, after: { path: 'data/drift' } });
  });

  it('several times is led to in one step from each address it had, and from none it came back to', async () => {
    const { space, lead } = await aShelf();
    const page = await aPage(lead, space, 'a');
    for (const path of ['b', 'c', 'a']) await movePage(lead, { pageId: page.id, ...to(path) });
    expect(await led(lead, 'b')).toEqual({ spaceSlug: 'ml', path: 'a' });
    expect(await led(lead, 'c')).toEqual({ spaceSlug: 'ml', path: 'a' });
    expect(await led(lead, 'a')).toBeNull();
    expect(await db.wikiAddress.count()).toBe(2);
  });

  it('takes the pages beneath it along, also to another space, also upwards', async () => {
    const { guild, space, lead } = await aShelf();
    await aSpace('data', { of: guild });
    const page = await aPage(lead, space, 'a/README', '# A\n');
    const deep = await aPage(lead, space, 'a/b/c');
    await aPage(lead, space, 'ab/other');
    expect((await getPageToMove(lead, { spaceSlug: 'ml', path: 'a/README' }))?.subPageCount).toBe(
      1,
    );
    await movePage(lead, { pageId: page.id, ...to('x/y/README', 'data', true) });
    expect((await getPage(lead, 'data', 'x/y/b/c'))?.id).toBe(deep.id);
    expect(await led(lead, 'a')).toEqual({ spaceSlug: 'data', path: 'x/y/README' });
    expect(await led(lead, 'a/b/c')).toEqual({ spaceSlug: 'data', path: 'x/y/b/c' });
    expect(await getPage(lead, 'ml', 'ab/other')).not.toBeNull();

    const nested = await aPage(lead, { slug: 'data' }, 'x/y/y/b/c');
    const onward = await movePage(lead, { pageId: page.id, ...to('x/README', 'data', true) });
    expect(onward).toMatchObject({ ok: true });
    expect((await getPage(lead, 'data', 'x/b/c'))?.id).toBe(deep.id);
    expect((await getPage(lead, 'data', 'x/y/b/c'))?.id).toBe(nested.id);
  });

  it('leaves no folder behind that leads nowhere, and none that still holds something leads away', async () => {
    const { space, lead } = await aShelf();
    const page = await aPage(lead, space, 'a');
    await aPage(lead, space, 'a/b/c');
    await movePage(lead, { pageId: page.id, ...to('x', 'ml', true) });
    expect(await led(lead, 'a/b')).toEqual({ spaceSlug: 'ml', path: 'x/b' });
    await aPage(lead, space, 'a/b/other');
    expect(await led(lead, 'a/b')).toBeNull();
  });

  it('never goes beneath itself', async () => {
    const { space, lead } = await aShelf();
    const page = await aPage(lead, space, 'a');
    await aPage(lead, space, 'a/b');
    const moved = await movePage(lead, { pageId: page.id, ...to('a/b/c', 'ml', true) });
    expect(moved).toEqual({ ok: false, reason: 'beneath-itself' });
  });

  it('keeps its links and those that lead to it, and no word changes', async () => {
    const { space, lead } = await aShelf();
    await aPage(lead, space, 'eval/srm', '# SRM\n');
    await aPage(lead, space, 'stats/srm', '# Another\n');
    const page = await aPage(lead, space, 'eval/cuped', '# CUPED\n\nSee [srm](srm.md).\n');
    const other = await aPage(lead, space, 'index', '# Index\n\nSee [it](eval/cuped.md).\n');
    const before = await currentRevision(page);
    await movePage(lead, { pageId: page.id, ...to('stats/cuped') });
    await db.wikiRevision.updateMany({ data: { rendererVersion: 0 } });
    await renderAllAnew(lead, 100);

    const after = await currentRevision(page);
    expect(after).toMatchObject({ id: before.id, markdown: before.markdown });
    expect(after.html).toContain('href="/wiki/ml/eval/srm"');
    const linking = await currentRevision(other);
    expect(linking.html).not.toContain('broken-link');
    await anEdit(lead, other, '# Index\n\nStill [it](eval/cuped.md).\n');
    expect((await ask(backlinksOf(lead, page.id))).items).toMatchObject([{ title: 'Index' }]);
  });

  it('keeps what a link meant that led nowhere yet: it is mended when that page is written', async () => {
    const { space, lead } = await aShelf();
    const page = await aPage(lead, space, 'eval/cuped', '# CUPED\n\nSee [srm](srm.md).\n');
    await movePage(lead, { pageId: page.id, ...to('stats/cuped') });
    const target = await aPage(lead, space, 'eval/srm', '# SRM\n');
    const links = await db.wikiLink.findMany({ where: { fromPageId: page.id } });
    expect(links).toMatchObject([{ toPageId: target.id, isBroken: false }]);
    await renderAllAnew(lead, 100);
    expect((await currentRevision(page)).html).toContain('href="/wiki/ml/eval/srm"');
  });

  it('gives its old address up to a page that is written there, and links follow the newcomer', async () => {
    const { space, lead } = await aShelf();
    const page = await aPage(lead, space, 'drift');
    const linking = await aPage(lead, space, 'index', '# Index\n\nSee [drift](drift.md).\n');
    await movePage(lead, { pageId: page.id, ...to('old-drift') });
    const newcomer = await aPage(lead, space, 'drift');
    expect(await led(lead, 'drift')).toBeNull();
    const links = await db.wikiLink.findMany({ where: { fromPageId: linking.id } });
    expect(links).toMatchObject([{ toPageId: newcomer.id, isBroken: false }]);
    const told = await db.auditEntry.findFirst({ where: { action: 'page.address-taken-over' } });
    expect(told?.subjectId).toBe(page.id);
  });

  it('is moved by those who answer for it, into spaces they may write in', async () => {
    const { guild, space, lead } = await aShelf();
    const squad = await aSquad();
    await aSpace('other');
    const member = await contextOf(await aMemberOf(guild));
    const page = await aPage(lead, space, 'a');
    await expect(movePage(member, { pageId: page.id, ...to('b') })).rejects.toThrow(Forbidden);
    await expect(movePage(lead, { pageId: page.id, ...to('a', 'other') })).rejects.toThrow(
      Forbidden,
    );
    const steward = await aMemberOf(squad, 'Stella');
    const mine = await aPage(lead, space, 'mine', '# Mine\n', {
      stewardHandles: [steward.handle],
    });
    await aPage(lead, space, 'mine/theirs');
    const moved = await movePage(await contextOf(steward), {
      pageId: mine.id,
      ...to('yours', 'ml', true),
    });
    expect(moved).toEqual({ ok: false, reason: 'not-all-yours' });
    expect(await getPage(lead, 'ml', 'mine/theirs')).not.toBeNull();
  });

  it('in the archive still leads on, and a taken address is refused', async () => {
    const { space, lead } = await aShelf();
    const page = await aPage(lead, space, 'a');
    await aPage(lead, space, 'b');
    expect(await movePage(lead, { pageId: page.id, ...to('b') })).toEqual({
      ok: false,
      reason: 'taken',
    });
    await archivePage(lead, page.id);
    await movePage(lead, { pageId: page.id, ...to('c') });
    expect(await led(lead, 'a')).toEqual({ spaceSlug: 'ml', path: 'c' });
  });
});

describe('two moves at the same moment', () => {
  it('of two pages to one address: one arrives, the other is told in one sentence', async () => {
    const { space, lead } = await aShelf();
    const a = await aPage(lead, space, 'a');
    const b = await aPage(lead, space, 'b');
    const moves = await Promise.all(
      [a, b].map(({ id }) => movePage(lead, { pageId: id, ...to('c') })),
    );
    expect(moves.filter(({ ok }) => ok)).toHaveLength(1);
    expect(moves.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: 'taken' }]);
    expect(await db.wikiPage.count({ where: { path: 'c' } })).toBe(1);
  });

  it('of one page: the second is told that it lies elsewhere now', async () => {
    const { space, lead } = await aShelf();
    const page = await aPage(lead, space, 'a');
    const move = (path: string) => () => movePage(lead, { pageId: page.id, ...to(path) });
    const moves = await heldBack(page, move('b'), move('c'));
    expect(moves.filter(({ ok }) => ok)).toHaveLength(1);
    expect(moves.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: 'moved-meanwhile' }]);
  });
});
