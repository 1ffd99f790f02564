import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { archivePage } from '@/features/wiki/commands';
import { beginThread } from '@/features/wiki/comments/commands';
import { newThreadInput } from '@/features/wiki/comments/schema';
import { removeUnusedFiles } from '@/features/wiki/files/cleaning/commands';
import { listEmbeddedFiles } from '@/features/wiki/files/embedded/queries';
import { MalformedForm, readForm } from '@/features/wiki/files/multipart';
import { getFilePlace, listFiles } from '@/features/wiki/files/queries';
import { proposeChange } from '@/features/wiki/proposals/commands';
import { declineProposal } from '@/features/wiki/proposals/deciding/commands';
import { restoreDefaultTemplate, wordTemplate } from '@/features/wiki/templates/commands';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { storage } from '@/foundation/storage';
import { anAdministrator, aVisitor } from '../support/org';
import { anEdit, aPage, aSpaceWithWriter, currentRevision } from '../support/wiki';
import { aFile, anAddedFile, contentOf, PIXEL } from '../support/wiki-files';

async function aPageWithWriter() {
  const { space, writer } = await aSpaceWithWriter();
  return { space, writer, page: await aPage(writer, space, 'drift') };
}

const days = (count: number, from: Date) => new Date(from.getTime() + count * 86_400_000);

async function blobCount() {
  let count = 0;
  for await (const _ of (await storage()).list('sha256/')) count++;
  return count;
}

describe('adding a file', () => {
  it('tells what to write into the page, and gives the bytes back', async () => {
    const { writer, page } = await aPageWithWriter();
    const file = await anAddedFile(writer, page, '../my drawing.png', PIXEL);
    expect(file.markdown).toBe(`![my drawing](/files/${file.id}/my%20drawing.png)`);
    const notes = await anAddedFile(writer, page, 'notes.txt', 'By ear.');
    expect(notes.markdown).toBe(`[notes.txt](/files/${notes.id}/notes.txt)`);
    expect(await contentOf(await aVisitor(), notes)).toBe('By ear.');
  });

  it('the same content lies in the store once, however often it is added', async () => {
    const { writer, page } = await aPageWithWriter();
    const before = await blobCount();
    const first = await anAddedFile(writer, page, 'a.txt', 'the same content');
    const second = await anAddedFile(writer, page, 'b.txt', 'the same content');
    expect(first.id).not.toBe(second.id);
    expect(await blobCount()).toBe(before + 1);
  });

  it.each([
    ['a program', 'setup.exe', 'MZ', 'is a program'],
    ['a pretender', 'a.png', '<script>alert(1)</script>', 'not what its ending says'],
    ['an empty file', 'a.txt', '', 'is empty'],
    ['a file over the limit', 'a.txt', Buffer.alloc(51 * 1024 * 1024, 'x'), 'larger than'],
  ])('%s is refused in a sentence, and nothing is kept', async (_, name, content, sentence) => {
    const { writer, page } = await aPageWithWriter();
    const before = await blobCount();
    const refused = await aFile(writer, page, name, content);
    expect(refused).toMatchObject({ ok: false, message: expect.stringContaining(sentence) });
    expect(await db.attachment.count({ where: { pageId: page.id } })).toBe(0);
    expect(await blobCount()).toBe(before);
  });

  it('is for those who may edit the page, and not for one in the archive', async () => {
    const { writer, page } = await aPageWithWriter();
    await expect(aFile(await aVisitor(), page, 'a.txt', 'a')).rejects.toThrow(Forbidden);
    await archivePage(await anAdministrator(), page.id);
    await expect(aFile(writer, page, 'a.txt', 'a')).rejects.toThrow(Forbidden);
  });

  it('is listed with its page and in the space, fifty at a time', async () => {
    const { writer, page, space } = await aPageWithWriter();
    const other = await aPage(writer, space, 'other');
    await anAddedFile(writer, other, 'other.txt', 'o');
    for (let n = 0; n < 51; n++) await anAddedFile(writer, page, `${n}.txt`, `text ${n}`);
    const place = await getFilePlace(writer, { pageId: page.id });
    const whole = await getFilePlace(writer, { spaceSlug: space.slug });
    if (!place || !whole) throw new Error('There is no such place.');
    const first = await listFiles(writer, place);
    const second = await listFiles(writer, place, first.nextCursor ?? '');
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([50, 1, null]);
    const names = [...first.items, ...second.items].map(({ name }) => name);
    expect(new Set(names).size).toBe(51);
    expect(await db.attachment.count({ where: { spaceId: whole.spaceId } })).toBe(52);
  });
});

describe('a file shown in its place', () => {
  const NOTEBOOK = JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      {
        cell_type: 'markdown',
        metadata: {},
        source: ['Loss <script>alert(1)</script> over *time*'],
      },
      { cell_type: 'code', metadata: {}, execution_count: 1, source: ['fit()'], outputs: [] },
    ],
  });

  it('is laid out when it is a notebook, and nothing in it runs', async () => {
    const { writer, page } = await aPageWithWriter();
    const notebook = await anAddedFile(writer, page, 'loss.ipynb', NOTEBOOK);
    const notes = await anAddedFile(writer, page, 'notes.txt', 'By ear.');
    const shown = await listEmbeddedFiles(await aVisitor(), [notebook.id, notes.id, 'nothing']);
    const html = shown.find(({ id }) => id === notebook.id)?.notebookHtml;
    expect(html).toContain('<em>time</em>');
    expect(html).not.toContain('<script');
    expect(shown.find(({ id }) => id === notes.id)).toMatchObject({
      name: 'notes.txt',
      notebookHtml: null,
    });
    expect(shown).toHaveLength(2);
  });

  it('is there for those only who see its page', async () => {
    const { writer, page } = await aPageWithWriter();
    const notebook = await anAddedFile(writer, page, 'loss.ipynb', NOTEBOOK);
    await db.wikiPage.update({
      where: { id: page.id },
      data: { publishedAt: null, begunById: writer.actor.personId },
    });
    expect(await listEmbeddedFiles(await aVisitor(), [notebook.id])).toEqual([]);
    expect(await listEmbeddedFiles(writer, [notebook.id])).toHaveLength(1);
  });
});

describe('a form that arrives as a stream', () => {
  it('hands on its files one after the other, and the fields that came before', async () => {
    const form = new FormData();
    form.set('pageId', 'p1');
    form.append('file', new File(['one'], 'ä.txt'));
    form.append('file', new File(['two'], 'b.txt'));
    form.set('after', 'x');
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const taken: string[] = [];
    const fields = await readForm(request, async ({ name, bytes }, soFar) => {
      taken.push(`${soFar.get('pageId')} ${name} ${await text(bytes)}`);
    });
    expect(taken).toEqual(['p1 ä.txt one', 'p1 b.txt two']);
    expect(fields.get('after')).toBe('x');
  });

  it('a file that nobody takes passes by', async () => {
    const form = new FormData();
    form.append('file', new File(['x'.repeat(3_000_000)], 'a.txt'));
    form.append('file', new File(['two'], 'b.txt'));
    const names: string[] = [];
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    await readForm(request, async ({ name }) => {
      names.push(name);
    });
    expect(names).toEqual(['a.txt', 'b.txt']);
  });

  it.each([
    ['no form', { 'content-type': 'application/json' }, '{}'],
    ['cut off', { 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\nContent-Disp'],
  ])('what is %s is refused', async (_, headers, body) => {
    const request = new Request('http://localhost/', { method: 'POST', headers, body });
    await expect(readForm(request, async () => {})).rejects.toThrow(MalformedForm);
  });
});

describe('files that nothing shows', () => {
  it('are taken away after a month; what any revision shows stays', async () => {
    const { writer, page } = await aPageWithWriter();
    const shown = await anAddedFile(writer, page, 'shown.txt', 'shown once');
    const unused = await anAddedFile(writer, page, 'unused.txt', 'never shown');
    const twin = await anAddedFile(writer, page, 'twin.txt', 'shown once');
    await anEdit(writer, page, `# Drift\n\n${shown.markdown}\n`);
    await anEdit(writer, page, '# Drift\n\nNo longer shown.\n');
    const now = (await currentRevision(page)).createdAt;

    await removeUnusedFiles(systemContext(days(29, now)));
    expect(await contentOf(writer, unused)).toBe('never shown');
    await removeUnusedFiles(systemContext(days(31, now)));
    expect(await contentOf(writer, unused)).toBeNull();
    expect(await db.attachment.count({ where: { id: twin.id } })).toBe(0);
    // The twin had the same content, which the earlier revision still shows.
    expect(await contentOf(writer, shown)).toBe('shown once');
  });

  it('stay while an open proposal or a comment names them', async () => {
    const { writer, page } = await aPageWithWriter();
    const proposed = await anAddedFile(writer, page, 'proposed.txt', 'proposed');
    const named = await anAddedFile(writer, page, 'named.txt', 'named');
    const text = { title: 'Drift', baseNumber: 1, reason: 'It shows more.' };
    const markdown = `# Drift\n\n${proposed.markdown}\n`;
    const made = await proposeChange(writer, { pageId: page.id, markdown, ...text });
    if (!made.ok) throw new Error(made.reason);
    await beginThread(writer, newThreadInput.parse({ pageId: page.id, body: named.markdown }));

    await removeUnusedFiles(systemContext(days(40, writer.now)));
    expect(await contentOf(writer, proposed)).toBe('proposed');
    expect(await contentOf(writer, named)).toBe('named');
    await declineProposal(writer, { proposalId: made.proposalId, reason: 'No.' });
    await removeUnusedFiles(systemContext(days(41, writer.now)));
    expect(await contentOf(writer, proposed)).toBeNull();
    expect(await contentOf(writer, named)).toBe('named');
  });

  it('stay while a template names them, also in a wording that was replaced', async () => {
    const { writer, page } = await aPageWithWriter();
    const asked = await anAddedFile(writer, page, 'asked.txt', 'asked');
    const administrator = await anAdministrator();
    const wording = { kind: 'HOW_TO', baseNumber: 0 } as const;
    await wordTemplate(administrator, { ...wording, markdown: `## Steps\n\n${asked.markdown}\n` });
    await restoreDefaultTemplate(administrator, { ...wording, baseNumber: 1 });
    await removeUnusedFiles(systemContext(days(40, writer.now)));
    expect(await contentOf(writer, asked)).toBe('asked');
  });

  it('are taken away however many there are, and only those that are old', async () => {
    const { writer, space, page } = await aPageWithWriter();
    const fresh = await anAddedFile(writer, page, 'fresh.txt', 'fresh');
    await db.$executeRaw`
      INSERT INTO "Attachment" (id, "spaceId", name, type, size, sha256, "createdAt")
      SELECT gen_random_uuid(), ${space.id}, n || '.txt', 'text/plain', 1, encode(sha256(n::text::bytea), 'hex'), ${days(-40, writer.now)}
        FROM generate_series(1, 250) n`;
    expect(await removeUnusedFiles(systemContext(writer.now))).toEqual({ count: 250 });
    expect(await db.attachment.findMany({ where: { spaceId: space.id } })).toMatchObject([
      { id: fresh.id },
    ]);
    const removed = { where: { name: 'file.removed' } };
    expect(await db.outboxEvent.count(removed)).toBeGreaterThanOrEqual(250);
  });

  it('the database itself keeps what a revision shows', async () => {
    const { writer, page } = await aPageWithWriter();
    const { id, markdown } = await anAddedFile(writer, page, 'a.txt', 'kept');
    await anEdit(writer, page, `# Drift\n\n${markdown}\n`);
    await expect(db.attachment.delete({ where: { id } })).rejects.toThrow();
  });

  it('a text may name a file that does not exist', async () => {
    const { writer, page } = await aPageWithWriter();
    const none = '![a](/files/0f8fad5b-d9cb-469f-a165-70867728950e/a.png)';
    const saved = await anEdit(writer, page, `# Drift\n\n${none}\n`);
    expect(saved.ok).toBe(true);
  });

  it('bytes that are added at the moment of the clean-up are not lost', async () => {
    const { writer, page } = await aPageWithWriter();
    const first = await anAddedFile(writer, page, 'a.txt', 'contended');
    const later = { ...writer, now: days(40, writer.now) };
    await Promise.all([
      removeUnusedFiles(systemContext(later.now)),
      ...Array.from({ length: 5 }, (_, n) => aFile(later, page, `${n}.txt`, 'contended')),
    ]);
    expect(await contentOf(writer, first)).toBeNull();
    const rows = await db.attachment.findMany({ where: { pageId: page.id } });
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(await contentOf(writer, row)).toBe('contended');
  });
});

describe('a large upload', () => {
  it('that is cut off leaves nothing behind', async () => {
    const { writer, page } = await aPageWithWriter();
    const place = await getFilePlace(writer, { pageId: page.id });
    if (!place) throw new Error('There is no such page.');
    const { addFile } = await import('@/features/wiki/files/commands');
    const bytes = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('the browser left');
      })(),
    );
    await expect(addFile(writer, place, { name: 'a.txt', bytes })).rejects.toThrow('left');
    expect(await db.attachment.count({ where: { pageId: page.id } })).toBe(0);
  });
});
