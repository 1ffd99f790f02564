import { beforeEach, describe, expect, it } from 'vitest';
import { archivePage, reinstatePage } from '@/features/wiki/commands';
import { movePage } from '@/features/wiki/moving/commands';
import { moveFolder } from '@/features/wiki/moving/folders/commands';
import { getFolderToMove } from '@/features/wiki/moving/folders/queries';
import { findMovedTo } from '@/features/wiki/moving/queries';
import { backlinksOf, getPage } from '@/features/wiki/queries';
import { changeSpace } from '@/features/wiki/spaces/commands';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { ask } from '@/foundation/questions';
import { emptyDatabase } from '../support/database';
import { aGuild, aMemberOf, contextOf } from '../support/org';
import { aPage, aSpace, heldBack } from '../support/wiki';

beforeEach(() => emptyDatabase());

const asLead = { role: 'LEAD', source: 'ADMINISTRATOR' } as const;

async function aShelf() {
  const guild = await aGuild();
  const space = await aSpace('ml', { of: guild });
  const lead = await contextOf(await aMemberOf(guild, 'Lena', asLead));
  const second = await contextOf(await aMemberOf(guild, 'Lars', asLead));
  return { guild, space, lead, second };
}

const move = (folder: string, toPath: string, toSpaceSlug = 'ml') => ({
  spaceSlug: 'ml',
  folder,
  toSpaceSlug,
  toPath,
});

const led = (ctx: Context, path: string) => findMovedTo(ctx, { spaceSlug: 'ml', path });
const paths = async () =>
  (await db.wikiPage.findMany({ orderBy: { path: 'asc' } })).map(({ path }) => path);

describe('a folder that is moved', () => {
  it('takes all its pages along, and every old address leads on, its own too', async () => {
    const { space, lead } = await aShelf();
    const log = await aPage(lead, space, 'eval/loss/log');
    await aPage(lead, space, 'eval/cuped');
    await aPage(lead, space, 'evaluation');
    const linking = await aPage(lead, space, 'index', '# Index\n\n[log](eval/loss/log.md)\n');
    expect(await moveFolder(lead, move('eval', 'data/checks'))).toMatchObject({
      ok: true,
      path: 'data/checks',
    });
    expect(await paths()).toEqual([
      'data/checks/cuped',
      'data/checks/loss/log',
      'evaluation',
      'index',
    ]);
    expect(await led(lead, 'eval/loss/log')).toMatchObject({ path: 'data/checks/loss/log' });
    expect(await led(lead, 'eval')).toMatchObject({ path: 'data/checks' });
    expect((await ask(backlinksOf(lead, log.id))).items).toMatchObject([{ title: linking.title }]);
    expect(await db.auditEntry.count({ where: { action: 'page.moved' } })).toBe(2);
  });

  it('takes its own page along and may come to lie where it lay in', async () => {
    const { space, lead } = await aShelf();
    for (const path of ['a/b', 'a/b/b/x', 'a/b/x']) await aPage(lead, space, path);
    await moveFolder(lead, move('a/b', 'a'));
    expect(await paths()).toEqual(['a', 'a/b/x', 'a/x']);
    expect(await moveFolder(lead, move('a', 'a/c'))).toMatchObject({ reason: 'beneath-itself' });
    expect(await moveFolder(lead, move('a', 'a'))).toMatchObject({ ok: true });
  });

  it('goes to another space when its mover may write there', async () => {
    const { space, lead, guild } = await aShelf();
    await aPage(lead, space, 'a/b');
    await aSpace('other', { of: guild });
    await aSpace('foreign');
    await expect(moveFolder(lead, move('a', 'a', 'foreign'))).rejects.toThrow(Forbidden);
    expect(await moveFolder(lead, move('a', 'z', 'other'))).toMatchObject({ ok: true });
    expect(await getPage(lead, 'other', 'z/b')).not.toBeNull();
    expect(await led(lead, 'a/b')).toEqual({ spaceSlug: 'other', path: 'z/b' });
    expect(await moveFolder(lead, move('a', 'b'))).toMatchObject({ reason: 'moved-meanwhile' });
  });

  it('stays where it is when other pages have its new addresses, which are named', async () => {
    const { space, lead } = await aShelf();
    for (const path of ['a/one', 'a/two', 'b/two']) await aPage(lead, space, path);
    const before = await paths();
    expect(await moveFolder(lead, move('a', 'b'))).toEqual({
      ok: false,
      reason: 'clashes',
      names: ['b/two'],
    });
    expect(await paths()).toEqual(before);
  });

  it('stays where it is when others move some of its pages, which are named; a foreign draft stays behind', async () => {
    const { space, lead, guild } = await aShelf();
    const writer = await contextOf(await aMemberOf(guild, 'Wren'));
    const own = { stewardHandles: [writer.actor.handle ?? ''] };
    await aPage(writer, space, 'a/own', '# Own\n', own);
    const foreign = await aPage(lead, space, 'a/foreign', '# Foreign\n');
    expect(await moveFolder(writer, move('a', 'b'))).toEqual({
      ok: false,
      reason: 'not-all-yours',
      names: ['Foreign'],
    });
    expect(await getFolderToMove(writer, { spaceSlug: 'ml', path: 'a' })).toMatchObject({
      pageCount: 2,
      movedByOthers: ['Foreign'],
    });
    await movePage(lead, {
      pageId: foreign.id,
      toSpaceSlug: 'ml',
      toPath: 'f',
      withSubPages: false,
    });
    await aPage(lead, space, 'a/begun', '# Begun\n', { isDraft: true });
    expect(await moveFolder(writer, move('a', 'b'))).toMatchObject({ ok: true });
    expect(await paths()).toEqual(['a/begun', 'b/own', 'f']);
  });
});

describe('two changes at the same moment', () => {
  it('of one folder end with all its pages in one place', async () => {
    const { space, lead, second } = await aShelf();
    const page = await aPage(lead, space, 'a/one');
    await aPage(lead, space, 'a/two');
    const moves = await heldBack(
      page,
      () => moveFolder(lead, move('a', 'b')),
      () => moveFolder(second, move('a', 'c')),
    );
    expect(moves.filter(({ ok }) => ok)).toHaveLength(1);
    expect(moves).toContainEqual({ ok: false, reason: 'moved-meanwhile' });
    expect([
      ['b/one', 'b/two'],
      ['c/one', 'c/two'],
    ]).toContainEqual(await paths());
  });

  it('that archive a page and move it leave no link to a page that is off the shelves', async () => {
    const { space, lead, second } = await aShelf();
    const page = await aPage(lead, space, 'a/one');
    await aPage(
      lead,
      space,
      'index',
      '# Index\n\n[one](a/one.md) [there](b/one.md) [then](c/one.md)\n',
    );
    await heldBack<unknown>(
      page,
      () => archivePage(lead, page.id),
      () => moveFolder(second, move('a', 'b')),
    );
    expect(await paths()).toEqual(['b/one', 'index']);
    expect(await db.wikiLink.count({ where: { toPageId: page.id, isBroken: false } })).toBe(0);
    await heldBack<unknown>(
      page,
      () => moveFolder(second, move('b', 'c')),
      () => reinstatePage(lead, page.id),
    );
    const link = await db.wikiLink.findFirst({ where: { target: 'c/one.md' } });
    expect(link).toMatchObject({ toPageId: page.id, isBroken: false });
  });

  it('of a space keep what each changed, and refuse what both did', async () => {
    const { space, lead, second } = await aShelf();
    const was = { name: 'ml', slug: 'ml', description: '' };
    const change = (changed: Partial<typeof was>) => ({
      spaceId: space.id,
      ...was,
      ...changed,
      wasName: was.name,
      wasSlug: was.slug,
      wasDescription: was.description,
    });
    const [named, moved] = await Promise.all([
      changeSpace(lead, change({ name: 'Learning' })),
      changeSpace(second, change({ slug: 'learning', description: 'What we know.' })),
    ]);
    expect([named, moved]).toMatchObject([{ ok: true }, { ok: true }]);
    const kept = { name: 'Learning', slug: 'learning', description: 'What we know.' };
    expect(await db.wikiSpace.findUnique({ where: { id: space.id } })).toMatchObject(kept);
    expect(await changeSpace(second, change({ name: 'Models' }))).toEqual({
      ok: false,
      reason: 'space-changed-underneath',
    });
    expect(await db.wikiSpace.findUnique({ where: { id: space.id } })).toMatchObject(kept);
    const trail = await db.auditEntry.findMany({ where: { action: 'space.changed' } });
    expect(trail).toHaveLength(2);
  });
});
