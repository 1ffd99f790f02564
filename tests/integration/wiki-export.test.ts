import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import { archivePage } from '@/features/wiki/commands';
import { exportPageHtml } from '@/features/wiki/exporting/html/queries';
import { getPageExport } from '@/features/wiki/exporting/queries';
import { exportSpace } from '@/features/wiki/exporting/zip/queries';
import { importFolder } from '@/features/wiki/importing/commands';
import { readMarkdownPages, readSourceFolder } from '@/features/wiki/importing/folder';
import { openZip } from '@/features/wiki/importing/reading/zip';
import { renderAllAnew } from '@/features/wiki/rendering/commands';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { emptyDatabase } from '../support/database';
import { aMemberOf, anAdministrator, aPerson, aSquad, aVisitor, contextOf } from '../support/org';
import { sharedData } from '../support/shared-data';
import { anEdit, aPage, aSpace, aSpaceWithWriter } from '../support/wiki';
import { anAddedFile, contentOf, PIXEL } from '../support/wiki-files';
import { onDisk } from '../support/zip';

const NOON = new Date('2026-03-02T12:00:00Z');

beforeEach(() => emptyDatabase());

async function exported(spaceSlug: string): Promise<string> {
  const zip = await exportSpace(await anAdministrator(), spaceSlug);
  if (!zip) throw new Error('There is no such space.');
  return onDisk(await buffer(zip));
}

async function importZip(spaceSlug: string, file: string) {
  const archive = await openZip(file);
  const folder = await readMarkdownPages(archive);
  const options = { spaceSlug, folder, kind: 'HOW_TO', apply: true } as const;
  const imported = await importFolder(await anAdministrator(), options);
  await archive.close();
  if (!imported.ok) throw new Error(imported.reason);
  return imported.report;
}

/** Everything of a space that an export is to keep, free of what only this database knows. */
async function contentsOf(spaceSlug: string) {
  // A page whose links were mended since is rendered when it is next read; here all are.
  await renderAllAnew(systemContext(NOON), 1_000);
  const pages = await db.wikiPage.findMany({
    where: { space: { slug: spaceSlug }, archivedAt: null },
    orderBy: { path: 'asc' },
    select: {
      path: true,
      title: true,
      summary: true,
      kind: true,
      ownerUnit: { select: { slug: true } },
      stewards: { select: { person: { select: { handle: true } } } },
      currentRevision: {
        select: {
          markdown: true,
          html: true,
          attachments: { select: { attachmentId: true }, orderBy: { attachmentId: 'asc' } },
        },
      },
      links: {
        select: {
          target: true,
          fragment: true,
          isBroken: true,
          toPage: { select: { path: true } },
        },
        orderBy: { target: 'asc' },
      },
    },
  });
  const files = await db.attachment.findMany({
    where: { space: { slug: spaceSlug } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, type: true, size: true, sha256: true },
  });
  return { pages, files };
}

/** The same people and units, in a database that is otherwise empty. */
async function aWorld() {
  const squad = await aSquad('Radio', { slug: 'radio' });
  const ada = await aPerson('Ada', { handle: 'ada' });
  const { space, writer } = await aSpaceWithWriter('handbook');
  return { squad, ada, space, writer };
}

describe('a space that is exported and imported into an empty database', () => {
  it('is the same: titles, addresses, kinds, keepers, texts, links and files', async () => {
    const { squad, ada, space, writer } = await aWorld();
    const keepers = { ownerUnitId: squad.id, stewardHandles: [ada.handle] };
    const start = await aPage(
      writer,
      space,
      'README',
      '# Start\n\n[drift](evaluation/drift.md#why) [none](none.md) [rooted](/wiki/handbook/evaluation/drift)\n',
      { kind: 'BEST_PRACTICE', ...keepers },
    );
    const drift = await aPage(
      writer,
      space,
      'evaluation/drift',
      '---\ntags: [a, b]\ntitle: Watching for drift\n---\n\n## Why\n\nText.\n',
      { kind: 'LESSONS_LEARNED', title: 'Watching for drift' },
    );
    const picture = await anAddedFile(writer, drift, 'weekly drift (2).png', PIXEL);
    const data = await anAddedFile(writer, start, 'scores.csv', 'day,score\n1,0.9\n');
    await anEdit(
      writer,
      drift,
      `---\ntags: [a, b]\ntitle: Watching for drift\n---\n\n## Why\n\n[![small](${picture.href} "A title")](${picture.href})\n\n\`${picture.href}\` as code, <img src="${picture.href}" alt="raw">, [scores][s].\n\n[s]: ${data.href}\n\n[gone](/files/0f8fad5b-d9cb-469f-a165-70867728950e/gone.png)\n`,
      { kind: 'LESSONS_LEARNED' },
    );
    await aPage(writer, space, 'evaluation/über uns & mehr', 'No heading, no front matter.\n', {
      title: 'Über “uns”: mehr',
    });
    await aPage(writer, space, 'front', '---\nguildhall: page\n---\n\nIts own words.\n');
    await aPage(writer, space, 'rule', '---\n\nBetween two rules\n\n---\n\nText.\n');
    const gone = await aPage(writer, space, 'archived');
    await archivePage(await anAdministrator(), gone.id);
    const before = await contentsOf('handbook');
    const zip = await exported('handbook');

    await emptyDatabase();
    const world = await aWorld();
    const report = await importZip('handbook', zip);
    expect(report).toMatchObject({ refused: [], unknown: [], unchangedCount: 0 });
    expect(report.added).toHaveLength(5);
    expect(await contentsOf('handbook')).toEqual(before);
    expect(before.files.map(({ name }) => name).toSorted()).toEqual([
      'scores.csv',
      'weekly drift -2-.png',
    ]);
    expect(await contentOf(world.writer, data)).toBe('day,score\n1,0.9\n');

    const again = await importZip('handbook', zip);
    expect(again).toMatchObject({ added: [], changed: [], unchangedCount: 5, files: [] });
    expect(await exported('handbook').then(importZip.bind(null, 'handbook'))).toMatchObject({
      changed: [],
      unchangedCount: 5,
    });
  });

  it('tells of keepers whom nobody here knows, and comes without them', async () => {
    const { squad, ada, space, writer } = await aWorld();
    const keepers = { ownerUnitId: squad.id, stewardHandles: [ada.handle] };
    await aPage(writer, space, 'a', '# A\n', keepers);
    const zip = await exported('handbook');
    await emptyDatabase();
    await aSpace('handbook');
    const report = await importZip('handbook', zip);
    expect(report.unknown).toEqual([squad.slug, `@${ada.handle}`]);
    expect((await contentsOf('handbook')).pages).toMatchObject([{ ownerUnit: null, stewards: [] }]);
  });

  it('may come into another space beside the first; files keep to their own space', async () => {
    const { space, writer } = await aWorld();
    const page = await aPage(writer, space, 'a');
    const file = await anAddedFile(writer, page, 'a.txt', 'shared');
    await anEdit(writer, page, `# A\n\n${file.markdown}\n`);
    const zip = await exported('handbook');
    await aSpace('copy');
    await importZip('copy', zip);
    const { files, pages } = await contentsOf('copy');
    expect(files).toMatchObject([{ name: 'a.txt', sha256: expect.any(String) }]);
    expect(files[0]?.id).not.toBe(file.id);
    expect(pages[0]?.currentRevision?.attachments).toEqual([{ attachmentId: files[0]?.id }]);
  });

  it('a draft is not in it, and is taken along by nobody who may not see it', async () => {
    const { space, writer } = await aWorld();
    const page = await aPage(writer, space, 'secret');
    const file = await anAddedFile(writer, page, 'secret.txt', 'not yet');
    await anEdit(writer, page, `# Secret\n\n${file.markdown}\n`);
    await db.wikiPage.update({ where: { id: page.id }, data: { publishedAt: null } });
    const address = { spaceSlug: 'handbook', path: 'secret' };
    expect(await getPageExport(await aVisitor(), address)).toBeNull();
    expect(await exportPageHtml(await aVisitor(), address)).toBeNull();
    expect(await getPageExport(await anAdministrator(), address)).not.toBeNull();
    const archive = await openZip(await exported('handbook'));
    expect(archive.files.map((found) => found.file)).toEqual(['guildhall.json']);
    await archive.close();
  });

  it('says in every form whether the page is still true, and an import does not believe it', async () => {
    const { space, writer } = await aSpaceWithWriter('told');
    const page = await aPage(writer, space, 'drift', '# Drift\n\nText.\n');
    const standing = { checkedAt: new Date('2026-02-01'), nextDueOn: new Date('2026-05-02') };
    await db.pageStanding.create({ data: { pageId: page.id, ...standing } });
    const line = 'Verified on 1 February 2026. To be checked again by 2 May 2026.';
    const address = { spaceSlug: 'told', path: 'drift' };
    expect((await getPageExport(writer, address))?.markdown).toContain(`standing: ${line}\n`);
    expect(await exportPageHtml(writer, address)).toContain(`<div>${line}</div>`);
    const overdue = { ...writer, now: new Date('2026-07-01') };
    expect(await exportPageHtml(overdue, address)).toContain(
      'Overdue for a check since 2 May 2026.',
    );
    const zip = await exported('told');
    expect((await importZip('told', zip)).unchangedCount).toBe(1);
    await aSpace('copy');
    await importZip('copy', zip);
    const copy = await getPageExport(writer, { spaceSlug: 'copy', path: 'drift' });
    expect(copy?.markdown).toContain('standing: Never verified.');
    await db.pageStanding.update({
      where: { pageId: page.id },
      data: { isObsolete: true, replacedById: copy?.id },
    });
    expect(await exportPageHtml(writer, address)).toContain('Obsolete: replaced by “Drift”.');
  });

  it('a lead of the unit that owns the space may import, another member may not', async () => {
    const { guild, writer } = await aSpaceWithWriter('own');
    const lead = await contextOf(await aMemberOf(guild, 'Lee', { role: 'LEAD' }));
    const folder = { pages: [{ file: 'a.md', markdown: '# A\n' }], otherFiles: [], skipped: [] };
    const options = { spaceSlug: 'own', folder, kind: 'HOW_TO', apply: true } as const;
    await expect(importFolder(writer, options)).rejects.toThrow('lead');
    expect(await importFolder(lead, options)).toMatchObject({ ok: true });
  });
});

const playbook = sharedData('wiki-engineering-playbook');

describe.skipIf(!playbook)('the playbook of 243 pages', () => {
  it('comes back from its export as it was', async () => {
    await aSpace('playbook');
    const folder = await readSourceFolder(playbook ?? '');
    const options = { spaceSlug: 'playbook', folder, kind: 'BEST_PRACTICE', apply: true } as const;
    await importFolder(await anAdministrator(), options);
    const before = await contentsOf('playbook');
    const zip = await exported('playbook');
    await emptyDatabase();
    await aSpace('playbook');
    expect((await importZip('playbook', zip)).added).toHaveLength(243);
    expect(await contentsOf('playbook')).toEqual(before);
  }, 180_000);
});
