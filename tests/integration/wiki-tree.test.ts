import { describe, expect, it } from 'vitest';
import { archivePage } from '@/features/wiki/commands';
import { getPage } from '@/features/wiki/queries';
import { getSpace } from '@/features/wiki/shelves/queries';
import type { Surroundings } from '@/features/wiki/surroundings/arrange';
import { getFolder, surroundingsOf } from '@/features/wiki/surroundings/queries';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { ask } from '@/foundation/questions';
import { aMemberOf, aPerson, contextOf } from '../support/org';
import { aPage, aSpaceWithWriter } from '../support/wiki';

const outline = (surroundings: Surroundings) =>
  surroundings.map((entry) => {
    const indent = '  '.repeat(entry.depth);
    if ('folder' in entry) return `${indent}all ${entry.count} in ${entry.folder || 'the space'}`;
    const marks = [entry.isFolder && '/', entry.isDraft && ' (draft)', entry.isCurrent && ' ←'];
    return indent + entry.title + marks.filter(Boolean).join('');
  });

async function around(reader: Context, spaceSlug: string, path: string) {
  const page = await getPage(reader, spaceSlug, path);
  return page && outline(await ask(surroundingsOf(reader, page)));
}

async function aSpaceOf(...paths: string[]) {
  const { space, writer, guild } = await aSpaceWithWriter();
  for (const path of paths) await aPage(writer, space, path, `# ${path.split('/').at(-1)}\n`);
  return { space, writer, guild };
}

describe('the tree beside a page', () => {
  it('shows the folders it lies in, its neighbours and what lies beneath it', async () => {
    const { space, writer } = await aSpaceOf(
      'welcome',
      'metrics/README',
      'metrics/drift',
      'metrics/drift/kinds',
      'metrics/drift/old/2024',
      'metrics/drift-alarms',
      'metrics/loss/log',
      'serving/cache',
    );
    expect(await around(writer, space.slug, 'metrics/drift')).toEqual([
      'README',
      '  drift ←',
      '    kinds',
      '    Old/',
      '  drift-alarms',
      '  Loss/',
    ]);
    expect(await around(writer, space.slug, 'metrics/README')).toEqual([
      'README ←',
      '  drift',
      '  drift-alarms',
      '  Loss/',
      'Serving/',
      'welcome',
    ]);
    expect(await around(writer, space.slug, 'metrics/drift/old/2024')).toEqual([
      'README',
      '  drift',
      '    Old',
      '      2024 ←',
    ]);
  });

  it('is there for a folder that has no page, too', async () => {
    const { space, writer } = await aSpaceOf('a/b/one', 'a/c', 'z');
    const facts = await getSpace(writer, space.slug);
    const folder = facts && (await getFolder(writer, facts, 'a/b'));
    expect(outline(folder?.surroundings ?? [])).toEqual(['A', '  B ←', '    one', '  c']);
  });

  it('shows forty neighbours around the page and says how many pages lie there', async () => {
    const { space, writer } = await aSpaceWithWriter();
    await manyPages(writer, space, 'big', 120);
    const middle = (await around(writer, space.slug, 'big/page-160')) ?? [];
    expect(middle).toHaveLength(1 + 40 + 1);
    expect(middle.slice(0, 3)).toEqual(['Big', '  Page 140', '  Page 141']);
    expect(middle.slice(-2)).toEqual(['  Page 179', '  all 120 in big']);
    expect(middle).toContain('  Page 160 ←');
    const first = (await around(writer, space.slug, 'big/page-101')) ?? [];
    expect([first[1], first[40], first[41]]).toEqual([
      '  Page 101 ←',
      '  Page 140',
      '  all 120 in big',
    ]);
    const last = (await around(writer, space.slug, 'big/page-220')) ?? [];
    expect([last[1], last[40]]).toEqual(['  Page 181', '  Page 220 ←']);
  });

  it('shows twenty of what lies beneath a page, and a folder of many pages once', async () => {
    const { space, writer } = await aSpaceOf('big');
    await manyPages(writer, space, 'big', 30);
    const lines = (await around(writer, space.slug, 'big')) ?? [];
    expect(lines).toHaveLength(1 + 20 + 1);
    expect(lines.at(-1)).toBe('  all 30 in big');
    await aPage(writer, space, 'other');
    expect(await around(writer, space.slug, 'other')).toEqual(['big', 'other ←']);
  });

  it('holds drafts for those who may see them, and no archived page', async () => {
    const { space, writer, guild } = await aSpaceOf('a/one', 'a/two');
    const reader = await contextOf(await aPerson('Rita'));
    const colleague = await contextOf(await aMemberOf(guild, 'Cole'));
    const draft = await aPage(writer, space, 'a/begun', '# Begun\n', { isDraft: true });
    const two = await db.wikiPage.findFirstOrThrow({ where: { path: 'a/two', spaceId: space.id } });
    await db.wikiSteward.create({
      data: { pageId: two.id, personId: writer.actor.personId ?? '', since: writer.now },
    });
    await archivePage(writer, two.id);
    expect(await around(writer, space.slug, 'a/one')).toEqual(['A', '  Begun (draft)', '  one ←']);
    for (const other of [reader, colleague]) {
      expect(await around(other, space.slug, 'a/one')).toEqual(['A', '  one ←']);
    }
    expect(await around(writer, space.slug, draft.path)).toEqual([
      'A',
      '  Begun (draft) ←',
      '  one',
    ]);
    expect(await around(reader, space.slug, 'a/two')).toEqual(['A', '  one', '  two ←']);
  });
});

/** Pages 101 and on in a folder, stored at once. */
async function manyPages(
  writer: Context,
  space: { id: string; slug: string },
  folder: string,
  count: number,
) {
  const template = await aPage(writer, space, 'template/one');
  await db.$executeRaw`
    INSERT INTO "WikiPage" (id, "spaceId", path, title, kind, "createdAt", "publishedAt", "editedAt")
    SELECT ${space.id} || n, "spaceId", ${folder} || '/page-' || n, 'Page ' || n, kind, "createdAt", "publishedAt", "editedAt"
      FROM "WikiPage", generate_series(101, 100 + ${count}::int) n WHERE id = ${template.id}`;
  await db.$executeRaw`
    INSERT INTO "WikiRevision" (id, "pageId", number, title, markdown, html, "tableOfContents", "rendererVersion", "createdAt")
    SELECT p.id, p.id, 1, p.title, '', '', '[]', 0, p."createdAt" FROM "WikiPage" p WHERE p.path LIKE ${`${folder}/page-%`} AND p."spaceId" = ${space.id}`;
  await db.$executeRaw`
    UPDATE "WikiPage" SET "currentRevisionId" = id WHERE path LIKE ${`${folder}/page-%`} AND "spaceId" = ${space.id}`;
  await db.wikiPage.update({ where: { id: template.id }, data: { archivedAt: writer.now } });
}
