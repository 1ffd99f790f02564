import { describe, expect, it } from 'vitest';
import { indexFacts, rebuildIndex } from '@/features/search/indexing/commands';
import { search } from '@/features/search/queries';
import { searchInput } from '@/features/search/schema';
import { archivePage, reinstatePage } from '@/features/wiki/commands';
import { readNextFile } from '@/features/wiki/files/reading/commands';
import { type Context, systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { anAdministrator, aVisitor, NOON } from '../support/org';
import { aPdf } from '../support/pdf';
import { anEdit, aPage, aSpaceWithWriter } from '../support/wiki';
import { anAddedFile } from '../support/wiki-files';

const THE_READER_STARTS = 60_000;
const system = systemContext(NOON);

/** Does what the background does, until nothing is left: reads files, and tells the index. */
async function readAll(context = system): Promise<number> {
  let count = 0;
  while (await readNextFile(system)) count++;
  const facts = await db.outboxEvent.findMany({
    where: { handledAt: null },
    orderBy: { id: 'asc' },
  });
  await indexFacts(context, facts);
  await db.outboxEvent.updateMany({
    where: { id: { in: facts.map(({ id }) => id) } },
    data: { handledAt: NOON },
  });
  return count;
}

const find = (reader: Context, q: string) => search(reader, searchInput.parse({ q }));

async function aPageWithWriter(path: string) {
  const { space, writer } = await aSpaceWithWriter();
  return { writer, page: await aPage(writer, space, path, `# About ${path}\n\nSee the files.\n`) };
}

const notebook = (source: string, printed: string) =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      { cell_type: 'markdown', metadata: {}, source: ['# Findings\n', source] },
      {
        cell_type: 'code',
        metadata: {},
        execution_count: 1,
        source: 'print(1)',
        outputs: [{ output_type: 'stream', name: 'stdout', text: [printed] }],
      },
    ],
  });

describe('what files say is found', () => {
  it(
    'in PDFs, notebooks, texts and Markdown; the hit leads to the page and names the file',
    async () => {
      const { writer, page } = await aPageWithWriter('drift');
      const reader = await aVisitor();
      await anAddedFile(
        writer,
        page,
        'report.pdf',
        aPdf('Quarterly overview', 'Wombat thresholds'),
      );
      await anAddedFile(writer, page, 'study.ipynb', notebook('The quokka effect', 'numbat 0.71'));
      await anAddedFile(writer, page, 'notes.txt', 'Bandicoot sampling was slow.');
      await anAddedFile(writer, page, 'log.md', '# Log\n\nThe **bilby** run failed.');
      expect(await readAll()).toBe(4);

      for (const [word, name] of [
        ['wombat', 'report.pdf'],
        ['quokka', 'study.ipynb'],
        ['numbat', 'study.ipynb'],
        ['bandicoot', 'notes.txt'],
        ['bilby', 'log.md'],
      ] as const) {
        const { hits, facets } = await find(reader, word);
        expect(hits, word).toMatchObject([{ kind: 'file', title: name }]);
        expect(hits[0]?.address).toBe(`/wiki/${page.spaceSlug}/drift`);
        expect(hits[0]?.subtitle).toContain('About drift');
        expect(facets.kinds).toEqual([{ value: 'file', count: 1 }]);
      }
      const [marked] = (await find(reader, 'bilby')).hits;
      expect(marked?.passage.map(({ text }) => text).join('')).toBe('bilby run failed');
      expect(await readAll()).toBe(0);
    },
    THE_READER_STARTS,
  );

  it(
    'but not of a page in the archive, nor of a draft, until it is back',
    async () => {
      const { writer, page } = await aPageWithWriter('kept');
      const reader = await aVisitor();
      await anAddedFile(writer, page, 'a.txt', 'Thylacine embeddings.');
      await readAll();
      await archivePage(await anAdministrator(), page.id);
      await readAll();
      expect((await find(reader, 'thylacine')).hits).toEqual([]);
      await reinstatePage(await anAdministrator(), page.id);
      await readAll();
      expect((await find(reader, 'thylacine')).hits).toHaveLength(1);

      await db.wikiPage.update({ where: { id: page.id }, data: { publishedAt: null } });
      await rebuildIndex(systemContext(new Date(NOON.getTime() + 60_000)));
      expect((await find(reader, 'thylacine')).hits).toEqual([]);
    },
    THE_READER_STARTS,
  );
});

describe('a page that is saved', () => {
  it(
    'leaves its files as the index has them, until it takes another title',
    async () => {
      const { writer, page } = await aPageWithWriter('long');
      await anAddedFile(writer, page, 'book.txt', 'Pademelon priors.');
      await readAll();
      const indexed = () => db.searchEntry.findFirstOrThrow({ where: { partOf: page.id } });
      const first = await indexed();
      const later = systemContext(new Date(NOON.getTime() + 60_000));

      await anEdit(writer, page, '# About long\n\nOther words.\n');
      await readAll(later);
      expect((await find(writer, 'other words')).hits).toMatchObject([{ kind: 'page' }]);
      expect(await indexed()).toEqual(first);

      await anEdit(writer, page, '# About length\n\nOther words.\n', { title: 'About length' });
      await readAll(later);
      expect(await indexed()).toMatchObject({
        subtitle: expect.stringContaining('About length'),
        indexedAt: later.now,
      });
    },
    THE_READER_STARTS,
  );
});

describe('a file that cannot be read', () => {
  it(
    'is recorded with the reason, found by its name, and left in peace',
    async () => {
      const { writer, page } = await aPageWithWriter('hostile');
      const whole = aPdf('Wombat thresholds');
      const broken = Buffer.concat([whole.subarray(0, 40), Buffer.alloc(400, 0x28)]);
      const files = {
        broken: await anAddedFile(writer, page, 'cassowary.pdf', broken),
        notebook: await anAddedFile(writer, page, 'a.ipynb', '{"cells": 7}'),
        large: await anAddedFile(writer, page, 'b.txt', 'Too much.'),
        slow: await anAddedFile(writer, page, 'c.pdf', aPdf('Later')),
      };
      await db.attachment.update({ where: { id: files.large.id }, data: { size: 30_000_000 } });
      // Newest first; nobody has a millisecond for the last one.
      await db.attachment.update({
        where: { id: files.slow.id },
        data: { createdAt: new Date(NOON.getTime() + 1_000) },
      });
      await readNextFile(system, { pdfMilliseconds: 1 });
      expect(await readAll()).toBe(3);
      const texts = await db.attachmentText.findMany();
      const refusalOf = ({ id }: { id: string }) =>
        texts.find(({ attachmentId }) => attachmentId === id)?.refusal;
      expect(refusalOf(files.broken)).toBe('broken');
      expect(refusalOf(files.notebook)).toBe('broken');
      expect(refusalOf(files.large)).toBe('too-large');
      expect(refusalOf(files.slow)).toBe('takes-too-long');
      expect(await readAll()).toBe(0);
      expect((await find(await aVisitor(), 'cassowary')).hits).toHaveLength(1);
    },
    THE_READER_STARTS,
  );

  it('is tried twice when the whole process dies on it, and never a third time', async () => {
    const { writer, page } = await aPageWithWriter('deadly');
    const file = await anAddedFile(writer, page, 'a.txt', 'Echidna.');
    const died = (refusal: string) =>
      db.attachmentText.upsert({
        where: { attachmentId: file.id },
        create: { attachmentId: file.id, refusal, readAt: NOON },
        update: { refusal, readAt: NOON },
      });
    const later = systemContext(new Date(NOON.getTime() + 3_600_000));
    await died('reading');
    expect(await readNextFile(system)).toBe(false);
    expect(await readNextFile(later)).toBe(true);
    await died('reading-again');
    expect(await readNextFile(later)).toBe(false);
  });
});
