import { beforeEach, describe, expect, it } from 'vitest';
import { archivePage, createPage, openSpace, reinstatePage } from '@/features/wiki/commands';
import { listPagesForSearch } from '@/features/wiki/finding/queries';
import { loadPages } from '@/features/wiki/loading/commands';
import { backlinksOf, getPage } from '@/features/wiki/queries';
import { revisePage } from '@/features/wiki/revisions/commands';
import { listShelf, listSpaces } from '@/features/wiki/shelves/queries';
import type { Context } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { Forbidden, NotFound } from '@/foundation/errors';
import { ask } from '@/foundation/questions';
import { emptyDatabase } from '../support/database';
import {
  aGuild,
  aMemberOf,
  anAdministrator,
  aPerson,
  aSquad,
  aVisitor,
  contextOf,
  NOON,
} from '../support/org';
import { anEdit, aPage, aSpace, aSpaceWithWriter, currentRevision } from '../support/wiki';

beforeEach(() => emptyDatabase());

describe('who may write', () => {
  async function people() {
    const guild = await aGuild();
    const squad = await aSquad();
    const space = await aSpace(undefined, { of: guild });
    const steward = await aPerson('Stella');
    const writer = await contextOf(await aMemberOf(guild));
    const page = await aPage(writer, space, 'drift', undefined, {
      ownerUnitId: squad.id,
      stewardHandles: [steward.handle],
    });
    const actors: Record<string, Context> = {
      'a member of the guild that owns the space': writer,
      'a lead of that guild': await contextOf(
        await aMemberOf(guild, 'Lena', { role: 'LEAD', source: 'ADMINISTRATOR' }),
      ),
      'a member of the squad that owns the page': await contextOf(await aMemberOf(squad)),
      'a lead of that squad': await contextOf(
        await aMemberOf(squad, 'Lars', { role: 'LEAD', isPrimary: false }),
      ),
      'its steward': await contextOf(steward),
      'an administrator': await anAdministrator(),
      'anybody else': await aVisitor(),
      'a member of another squad': await contextOf(await aMemberOf(await aSquad())),
    };
    return { space, page, actors };
  }

  const edits = [
    'a member of the guild that owns the space',
    'a lead of that guild',
    'a member of the squad that owns the page',
    'a lead of that squad',
    'its steward',
    'an administrator',
  ];
  const archives = [
    'a lead of that guild',
    'a lead of that squad',
    'its steward',
    'an administrator',
  ];
  const adds = [
    'a member of the guild that owns the space',
    'a lead of that guild',
    'an administrator',
  ];

  it('what a page says of a reader’s rights is what the commands do', async () => {
    const { space, page, actors } = await people();
    for (const [name, ctx] of Object.entries(actors)) {
      const read = await getPage(ctx, space.slug, page.path);
      expect([name, read?.canEdit]).toEqual([name, edits.includes(name)]);
      expect([name, read?.canArchive]).toEqual([name, archives.includes(name)]);

      const { number, title } = await currentRevision(page);
      const keeping = {
        kind: 'HOW_TO',
        ownerUnitId: read?.ownerUnitId ?? null,
        stewardHandles: read?.stewards.map(({ handle }) => handle) ?? [],
      } as const;
      const text = { title, markdown: `By ${name}.\n`, changeSummary: '' };
      const edit = revisePage(ctx, { pageId: page.id, baseNumber: number, ...keeping, ...text });
      if (edits.includes(name)) expect(await edit).toMatchObject({ ok: true });
      else await expect(edit).rejects.toThrow(Forbidden);

      const archived = archivePage(ctx, page.id);
      if (archives.includes(name)) {
        await archived;
        await reinstatePage(ctx, page.id);
      } else {
        await expect(archived).rejects.toThrow(Forbidden);
      }

      const added = aPage(ctx, space, `by/${name}`);
      if (adds.includes(name)) await added;
      else await expect(added).rejects.toThrow(Forbidden);
    }
  });

  it('a lead opens a space for their own unit only', async () => {
    const guild = await aGuild();
    const lead = await contextOf(
      await aMemberOf(guild, 'Lena', { role: 'LEAD', source: 'ADMINISTRATOR' }),
    );
    const input = { slug: 'ranking', name: 'Ranking', description: '' };
    expect(await openSpace(lead, { ...input, ownerUnitId: guild.id })).toMatchObject({ ok: true });
    const taken = await openSpace(lead, { ...input, ownerUnitId: guild.id });
    expect(taken).toEqual({ ok: false, reason: 'taken' });
    const other = await aGuild();
    await expect(
      openSpace(lead, { ...input, slug: 'other', ownerUnitId: other.id }),
    ).rejects.toThrow(Forbidden);
    await expect(openSpace(lead, { ...input, ownerUnitId: 'none' })).rejects.toThrow(NotFound);
  });
});

describe('a new page', () => {
  it('at an address that is taken is not stored', async () => {
    const { space, writer } = await aSpaceWithWriter();
    await aPage(writer, space, 'drift');
    const input = {
      spaceSlug: space.slug,
      path: 'drift',
      title: 'Drift',
      markdown: '',
      kind: 'HOW_TO',
      ownerUnitId: null,
      stewardHandles: [] as string[],
      changeSummary: '',
    } as const;
    expect(await createPage(writer, input)).toEqual({ ok: false, reason: 'taken' });
    expect(await createPage(writer, { ...input, path: '', title: 'Data drift!' })).toMatchObject({
      ok: true,
      path: 'data-drift',
    });
    await expect(createPage(writer, { ...input, spaceSlug: 'none' })).rejects.toThrow(NotFound);
  });

  it('is linked to from now on by pages that waited for it, and knows them', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const start = await aPage(
      writer,
      space,
      'start',
      '# Start\n\n[d](kinds/drift.md) [e](other.md)\n',
    );
    const folder = await aPage(writer, space, 'a/start', '# Deep\n\n[d](../kinds/)\n');
    const drift = await aPage(writer, space, 'kinds/drift');
    await aPage(writer, space, 'kinds/README');
    const links = await db.wikiLink.findMany({
      where: { fromPageId: { in: [start.id, folder.id] } },
      orderBy: { target: 'asc' },
      select: { target: true, isBroken: true },
    });
    expect(links).toEqual([
      { target: '../kinds/', isBroken: false },
      { target: 'kinds/drift.md', isBroken: false },
      { target: 'other.md', isBroken: true },
    ]);
    expect((await ask(backlinksOf(writer, drift.id))).items).toEqual([
      { href: `/wiki/${space.slug}/start`, title: 'Start', spaceName: space.slug },
    ]);
  });
});

describe('an archived page', () => {
  it('stays at its address, but is neither listed, found nor linked to, until it is back', async () => {
    const { guild, space, writer } = await aSpaceWithWriter();
    const lead = await contextOf(
      await aMemberOf(guild, 'Lena', { role: 'LEAD', source: 'ADMINISTRATOR' }),
    );
    const start = await aPage(writer, space, 'start', '# Start\n\n[d](drift.md)\n');
    const drift = await aPage(writer, space, 'drift');
    const isBroken = async () =>
      (await db.wikiLink.findFirstOrThrow({ where: { fromPageId: start.id } })).isBroken;
    expect(await isBroken()).toBe(false);

    await archivePage(lead, drift.id);
    await archivePage(lead, drift.id);
    expect((await getPage(writer, space.slug, 'drift'))?.archivedAt).toEqual(NOON);
    expect((await listShelf(writer, space.id, '')).items.map(({ path }) => path)).toEqual([
      'start',
    ]);
    expect(await listPagesForSearch(writer, [drift.id], null)).toEqual([]);
    expect(await isBroken()).toBe(true);
    expect((await getPage(writer, space.slug, 'start'))?.isStale).toBe(true);
    expect(await anEdit(writer, drift, 'x')).toEqual({ ok: false, reason: 'archived' });

    await reinstatePage(lead, drift.id);
    expect(await isBroken()).toBe(false);
    expect(await listPagesForSearch(writer, [drift.id], null)).toHaveLength(1);
    const facts = await db.outboxEvent.findMany({ where: { name: 'page.archived' } });
    expect(facts.map(({ payload }) => payload)).toEqual([{ pageId: drift.id }]);
  });
});

describe('reading', () => {
  it('a page tells where it lies, who answers for it, and what comes before and after', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const squad = await aSquad('Radio');
    const steward = await aPerson('Stella');
    await aPage(writer, space, 'evaluation/README', '# Evaluating models\n');
    await aPage(writer, space, 'evaluation/online/ab', '# A/B tests\n');
    await aPage(writer, space, 'evaluation/online/cuped', '# CUPED\n\n## Why\n\nText.\n', {
      ownerUnitId: squad.id,
      stewardHandles: [steward.handle],
      kind: 'BEST_PRACTICE',
    });
    await aPage(writer, space, 'zeta', '# Zeta\n');
    const page = await getPage(await aVisitor(), space.slug, 'evaluation/online/cuped');
    expect(page).toMatchObject({
      title: 'CUPED',
      kind: 'BEST_PRACTICE',
      owner: { name: 'Radio', kind: 'SQUAD' },
      stewards: [{ name: 'Stella' }],
      author: { name: 'Wren' },
      editedAt: NOON,
      tableOfContents: [{ depth: 2, id: 'why', text: 'Why' }],
      folders: [
        { path: 'evaluation', title: 'Evaluating models' },
        { path: 'evaluation/online', title: null },
      ],
      previous: { path: 'evaluation/online/ab', title: 'A/B tests' },
      next: { path: 'zeta', title: 'Zeta' },
      canEdit: false,
    });
    expect(page).not.toHaveProperty('markdown');
    expect(await getPage(writer, space.slug, 'none')).toBeNull();
    expect(await getPage(writer, 'none', 'zeta')).toBeNull();
  });

  it('spaces are listed with who owns them and how much they hold', async () => {
    const { space, writer } = await aSpaceWithWriter('aardvark');
    await aPage(writer, space, 'a');
    const { items, canOpenSpace } = await listSpaces(writer);
    expect(items[0]).toMatchObject({ slug: 'aardvark', pageCount: 1, ownerKind: 'GUILD' });
    expect(canOpenSpace).toBe(false);
  });

  it('many pages that link to one are listed in parts', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const hub = await aPage(writer, space, 'hub');
    await loadPages(
      await anAdministrator(),
      Array.from({ length: 25 }, (_, index) => ({
        spaceSlug: space.slug,
        path: `from/${index}`,
        kind: 'HOW_TO' as const,
        revisions: [
          { markdown: '# Page\n\n[hub](/wiki/unknown/x)\n', authorId: null, createdAt: NOON },
        ],
      })),
    );
    for (const page of await db.wikiPage.findMany({
      where: { spaceId: space.id, path: { startsWith: 'from/' } },
    })) {
      await anEdit(writer, page, '# Page\n\n[hub](../hub.md) [again](../hub.md#x)\n');
    }
    const first = await ask(backlinksOf(writer, hub.id));
    expect(first.items).toHaveLength(20);
    const second = await ask(backlinksOf(writer, hub.id, first.nextCursor ?? undefined));
    expect(second.items).toHaveLength(5);
    expect(second.nextCursor).toBeNull();
  });
});

describe('a space', () => {
  const page = (space: { slug: string }, path: string, title?: string) => ({
    spaceSlug: space.slug,
    path,
    title,
    kind: 'HOW_TO' as const,
    revisions: [{ markdown: 'Text.\n', authorId: null, createdAt: NOON }],
  });

  it('of few pages is shown as one tree', async () => {
    const { space, writer } = await aSpaceWithWriter();
    await loadPages(await anAdministrator(), [
      page(space, 'a/README', 'All of A'),
      page(space, 'a/b/c', 'C'),
      page(space, 'z', 'Zeta'),
    ]);
    const whole = await listShelf(writer, space.id, '');
    expect(whole.items).toMatchObject([
      { path: 'z', isPage: true },
      {
        path: 'a/README',
        title: 'All of A',
        branches: [{ path: 'a/b', isPage: false, branches: [{ path: 'a/b/c' }] }],
      },
    ]);
    const part = await listShelf(writer, space.id, 'a/b');
    expect(part.items).toMatchObject([{ path: 'a/b/c', title: 'C' }]);
  });

  it('of thousands of pages is shown level by level, and none is missed', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const pages = [
      ...Array.from({ length: 230 }, (_, index) => page(space, `p${index}`)),
      ...Array.from({ length: 2_000 }, (_, index) => page(space, `f${index % 20}/p${index}`)),
      page(space, 'f7/README', 'The seventh'),
      page(space, 'f7', 'A page, not a folder'),
    ];
    await loadPages(await anAdministrator(), pages);

    const seen: { path: string; title: string; isPage: boolean; pageCount?: number }[] = [];
    let cursor: string | undefined;
    do {
      const level = await listShelf(writer, space.id, '', cursor);
      expect(level.items.length).toBeLessThanOrEqual(100);
      seen.push(...level.items);
      cursor = level.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(230 + 20 + 1);
    expect(new Set(seen.map(({ path, isPage }) => `${path} ${isPage}`)).size).toBe(251);
    expect(seen.filter(({ path }) => path === 'f7')).toMatchObject([
      { isPage: true, title: 'A page, not a folder' },
      { isPage: false, title: 'The seventh', pageCount: 101 },
    ]);
    expect((await listShelf(writer, space.id, 'f3')).items).toHaveLength(100);
  }, 300_000);
});

describe('loading pages with their history', () => {
  it('keeps authors, dates and revisions, and links pages across spaces', async () => {
    const first = await aSpace();
    const second = await aSpace();
    const ada = await aPerson('Ada');
    const then = new Date('2025-01-01T10:00:00Z');
    const [id] = await loadPages(await anAdministrator(), [
      {
        spaceSlug: first.slug,
        path: 'cold-start',
        kind: 'LESSONS_LEARNED',
        stewardIds: [ada.id],
        revisions: [
          { markdown: '# Cold start\n\nFirst.\n', authorId: ada.id, createdAt: then },
          {
            markdown: `# Cold start\n\n[d](/wiki/${second.slug}/drift)\n`,
            authorId: ada.id,
            createdAt: NOON,
            changeSummary: 'Linked',
          },
        ],
      },
      {
        spaceSlug: second.slug,
        path: 'drift',
        kind: 'HOW_TO',
        revisions: [{ markdown: '# Drift\n', authorId: null, createdAt: then }],
      },
    ]);
    const page = await db.wikiPage.findUniqueOrThrow({
      where: { id },
      select: {
        title: true,
        createdAt: true,
        editedAt: true,
        currentRevision: { select: { number: true } },
        links: { select: { isBroken: true, toPage: { select: { title: true } } } },
      },
    });
    expect(page).toEqual({
      title: 'Cold start',
      createdAt: then,
      editedAt: NOON,
      currentRevision: { number: 2 },
      links: [{ isBroken: false, toPage: { title: 'Drift' } }],
    });
  });
});

describe('what search is told', () => {
  it('is the title, the words and the address, batch by batch', async () => {
    const { guild, space, writer } = await aSpaceWithWriter();
    const page = await aPage(
      writer,
      space,
      'a b/drift',
      '# Drift\n\nKeep *the* slope < 1 &amp; free.\n\n| a | b |\n|---|---|\n| c | d |\n',
    );
    const [subject] = await listPagesForSearch(writer, [page.id], null);
    expect(subject).toMatchObject({
      subjectId: page.id,
      title: 'Drift',
      subtitle: `How-to · ${space.slug}`,
      body: 'Keep the slope < 1 & free. a b c d',
      address: `/wiki/${space.slug}/a%20b/drift`,
      unitId: guild.id,
      changedAt: NOON,
      sections: expect.any(Array),
      verifiedAt: null,
      reviewDueOn: addDays(dayOf(NOON), 90),
      isObsolete: false,
    });
    const other = await aPage(writer, space, 'other');
    const ids = [page.id, other.id].toSorted();
    const all = await listPagesForSearch(writer, null, null);
    expect(all.map(({ subjectId }) => subjectId)).toEqual(ids);
    const rest = await listPagesForSearch(writer, null, ids[0] ?? null);
    expect(rest.map(({ subjectId }) => subjectId)).toEqual(ids.slice(1));
  });
});
