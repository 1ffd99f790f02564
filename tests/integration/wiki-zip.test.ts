import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFolder } from '@/features/wiki/importing/commands';
import { readMarkdownPages, readSourceFolder } from '@/features/wiki/importing/folder';
import { openZip, RefusedArchive, ZIP_LIMITS } from '@/features/wiki/importing/reading/zip';
import type { SourceFolder } from '@/features/wiki/importing/source-folder';
import { db } from '@/foundation/db';
import { anAdministrator } from '../support/org';
import { aSpace, currentRevision } from '../support/wiki';
import { contentOf, PIXEL } from '../support/wiki-files';
import { aTemporaryFolder, aZip, onDisk, type Packed } from '../support/zip';

const opened = async (files: Record<string, Packed>, limits?: typeof ZIP_LIMITS) =>
  openZip(await onDisk(await aZip(files)), limits);

/** The archive with one name replaced by another of the same length, as no honest program writes it. */
async function renamed(from: string, to: string): Promise<string> {
  if (from.length !== to.length) throw new Error('The names must be of the same length.');
  const bytes = await aZip({ [from]: '# A\n' });
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from)) bytes.write(to, at);
  return onDisk(bytes);
}

async function importZip(spaceSlug: string, files: Record<string, Packed>, apply = true) {
  const archive = await opened(files);
  const folder = await readMarkdownPages(archive);
  const options = { spaceSlug, folder, kind: 'HOW_TO', apply } as const;
  const imported = await importFolder(await anAdministrator(), options);
  await archive.close();
  if (!imported.ok) throw new Error(imported.reason);
  return imported.report;
}

describe('importing a ZIP file of Markdown', () => {
  it('takes the folder around everything away, and leaves out what systems leave behind', async () => {
    const archive = await opened({
      'notes/a.md': '# A\n',
      'notes/b/c.md': '# C\n',
      'notes/.git/config': 'x',
      '__MACOSX/notes/._a.md': 'x',
    });
    expect(archive.files.map(({ file }) => file)).toEqual(['a.md', 'b/c.md']);
  });

  it('pictures and files that pages show come along; others stay where they are', async () => {
    const space = await aSpace();
    const files = {
      'a/one.md': '# One\n\n![p](../img/p%20q.png "A title") [d](<d.csv>) ![none](none.png)\n',
      'a/d.csv': 'x,y\n',
      'img/p q.png': PIXEL,
      'img/unused.png': PIXEL,
      'setup.exe': 'MZ',
      'b.md': '# B\n\n[tool](setup.exe) ![p](img/p%20q.png)\n',
    };
    const dry = await importZip(space.slug, files, false);
    expect(dry.files).toEqual(['img/p q.png', 'a/d.csv']);
    expect(await db.attachment.count({ where: { spaceId: space.id } })).toBe(0);

    const report = await importZip(space.slug, files);
    expect(report.refused).toEqual([
      { file: 'setup.exe', reason: expect.stringContaining('program') },
    ]);
    expect(report.missingImages).toEqual([{ path: 'a/one', target: 'none.png' }]);
    const page = await db.wikiPage.findFirstOrThrow({
      where: { spaceId: space.id, path: 'a/one' },
    });
    const { markdown, id: revisionId } = await currentRevision(page);
    expect(markdown).toMatch(
      /^# One\n\n!\[p\]\(\/files\/[0-9a-f-]{36}\/p%20q\.png "A title"\) \[d\]\(<\/files\/[0-9a-f-]{36}\/d\.csv>\) !\[none\]\(none\.png\)\n$/,
    );
    expect(await db.attachmentReference.count({ where: { revisionId } })).toBe(2);
    const data = await db.attachment.findFirstOrThrow({ where: { name: 'd.csv' } });
    expect(data).toMatchObject({ pageId: page.id, sourcePath: 'a/d.csv' });
    expect(await contentOf(await anAdministrator(), data)).toBe('x,y\n');

    const again = await importZip(space.slug, files);
    expect(again).toMatchObject({ added: [], changed: [], files: [] });
    const changed = await importZip(space.slug, { ...files, 'a/d.csv': 'x,y\n1,2\n' });
    expect(changed).toMatchObject({ changed: ['a/one'], files: ['a/d.csv'] });
    // The first revision still shows what it showed.
    expect(await contentOf(await anAdministrator(), data)).toBe('x,y\n');
  });
});

/** As the Finder packs: names in UTF-8, letters and their dots apart, and no word of it. */
async function packedByFinder(files: Record<string, Packed>): Promise<Buffer> {
  const apart = Object.entries(files).map(([name, packed]) => [name.normalize('NFD'), packed]);
  const bytes = await aZip(Object.fromEntries(apart));
  for (const [mark, flags] of [
    [0x04034b50, 6],
    [0x02014b50, 8],
  ] as const) {
    const sign = Buffer.alloc(4);
    sign.writeUInt32LE(mark);
    for (let at = bytes.indexOf(sign); at !== -1; at = bytes.indexOf(sign, at + 1))
      bytes.writeUInt16LE(bytes.readUInt16LE(at + flags) & ~0x800, at + flags);
  }
  return bytes;
}

describe('names with letters beyond English', () => {
  const files = {
    'Über uns.md':
      '# Über uns\n\nSee [prüfen](Pr%C3%BCfung/Größe.md#h) and ![p](Bilder/Kurve%20ü.png)\n',
    'Prüfung/Größe.md': '# Größe\n\n[zurück](<../U\u0308ber uns.md>)\n',
    'Bilder/Kurve ü.png': PIXEL,
    'メモ.md': '# メモ\n',
  };
  const expected = { paths: ['Prüfung/Größe', 'Über uns', 'メモ'], links: 2 };

  async function imported(folder: SourceFolder) {
    const space = await aSpace();
    const options = { spaceSlug: space.slug, folder, kind: 'HOW_TO', apply: true } as const;
    const done = await importFolder(await anAdministrator(), options);
    if (!done.ok) throw new Error(done.reason);
    expect(done.report.refused).toEqual([]);
    expect(done.report.files).toEqual(['Bilder/Kurve ü.png']);
    const pages = await db.wikiPage.findMany({ where: { spaceId: space.id } });
    return {
      paths: pages.map(({ path: page }) => page).toSorted(),
      links: await db.wikiLink.count({
        where: { isBroken: false, fromPage: { spaceId: space.id } },
      }),
    };
  }

  it('are read as they were meant when a Mac packed them, and links find each other', async () => {
    const archive = await openZip(await onDisk(await packedByFinder(files)));
    expect(await imported(await readMarkdownPages(archive))).toEqual(expected);
    await archive.close();
  });

  it('are one name however a disk writes them', async () => {
    const folder = await aTemporaryFolder();
    for (const [name, content] of Object.entries(files)) {
      const place = path.join(folder, name.normalize('NFD'));
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(place, content);
    }
    expect(await imported(await readSourceFolder(folder))).toEqual(expected);
  });
});

describe('a hostile ZIP file', () => {
  it.each([
    ['climbs out', 'aaaaaaaaaa.md', '../../../x.md'],
    ['is rooted', 'aaaaaaaaaa.md', '/etc/xxxxx.md'],
    ['names a drive', 'aaaaaaaaaa.md', 'C:/xxxxxxx.md'],
    ['climbs with backslashes', 'aaaaaaaaaa.md', '..\\..\\xxxx.md'],
  ])('whose name %s is refused as a whole', async (_, from, to) => {
    await expect(openZip(await renamed(from, to))).rejects.toThrow(RefusedArchive);
  });

  it('links in it are not followed', async () => {
    const archive = await opened({
      'a.md': '# A\n',
      'passwd.md': { content: '/etc/passwd', options: { mode: 0o120777 } },
    });
    expect(archive.files.map(({ file }) => file)).toEqual(['a.md']);
    expect(archive.refused).toEqual([
      { file: 'passwd.md', reason: expect.stringContaining('link') },
    ]);
  });

  it('a file that unpacks to a thousand times its size is left out', async () => {
    const archive = await opened({ 'a.md': '# A\n', 'bomb.txt': Buffer.alloc(20_000_000) });
    expect(archive.refused).toMatchObject([{ file: 'bomb.txt' }]);
  });

  it('that would unpack to more than it may is refused as a whole', async () => {
    const limits = { ...ZIP_LIMITS, totalBytes: 1_000 };
    const files = { 'a.md': 'x'.repeat(600), 'b.md': 'y'.repeat(600) };
    await expect(opened(files, limits)).rejects.toThrow('larger');
  });

  it('with too many files is refused as a whole', async () => {
    const limits = { ...ZIP_LIMITS, entries: 1 };
    await expect(opened({ 'a.md': 'a', 'b.md': 'b' }, limits)).rejects.toThrow('more than');
  });

  it('whose file is larger than it says breaks off', async () => {
    const bytes = await aZip({
      'a.md': { content: 'x'.repeat(5_000), options: { compress: true } },
    });
    // The uncompressed size in the central directory, 24 bytes after its signature.
    const central = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
    bytes.writeUInt32LE(10, central + 24);
    const archive = await openZip(await onDisk(bytes));
    await expect(readMarkdownPages(archive)).rejects.toThrow();
  });

  it.each([
    ['no archive', Buffer.from('hello')],
    ['half an archive', 'half'],
  ])('%s is told in a sentence', async (_, given) => {
    const whole = await aZip({ 'a.md': '# A\n' });
    const bytes = Buffer.isBuffer(given) ? given : whole.subarray(0, whole.length / 2);
    await expect(openZip(await onDisk(bytes))).rejects.toThrow('no ZIP file');
  });

  it('names that cannot be addresses are refused one by one', async () => {
    const space = await aSpace();
    const report = await importZip(space.slug, {
      'fine.md': '# Fine\n',
      'what?.md': '# What\n',
      [`${'long/'.repeat(60)}a.md`]: '# Long\n',
    });
    expect(report.added).toEqual(['fine']);
    expect(report.refused).toHaveLength(2);
  });
});
