import { describe, expect, it } from 'vitest';
import { broughtTogether } from '@/features/wiki/editing/overtaking';
import { getOvertaking } from '@/features/wiki/editing/queries';
import { getBlame } from '@/features/wiki/history/queries';
import { renderAnew } from '@/features/wiki/rendering/commands';
import { db } from '@/foundation/db';
import { aMemberOf, contextOf } from '../support/org';
import { anEdit, aPage, aSpaceWithWriter, currentRevision } from '../support/wiki';

const TEXT = '# Drift\n\nCompare weeks.\n\n## Who is told\n\nThe squad on call.\n';

async function twoWriters() {
  const { guild, space, writer } = await aSpaceWithWriter();
  const other = await contextOf(await aMemberOf(guild, 'Ola'));
  return { space, writer, other, page: await aPage(writer, space, 'drift', TEXT) };
}

describe('somebody who was overtaken', () => {
  it('is shown both changes in one text, and saves it when they have read it', async () => {
    const { writer, other, page } = await twoWriters();
    await anEdit(writer, page, TEXT.replace('squad on call', 'steward'));
    const mine = { title: 'Drift', markdown: TEXT.replace('weeks', 'months') };
    const overtaking = await getOvertaking(other, page.id, 1);
    const together = broughtTogether(mine, overtaking ?? expect.fail('nobody was faster'));
    expect(together.conflicts).toEqual([]);
    expect(together.input.markdown).toBe(
      TEXT.replace('squad on call', 'steward').replace('weeks', 'months'),
    );
    expect(await currentRevision(page)).toMatchObject({ number: 2 });
    const saved = await anEdit(other, page, together.input.markdown, { baseNumber: 2 });
    expect(saved).toMatchObject({ ok: true, number: 3 });
  });

  it('cannot save a text in which two versions of one place still stand', async () => {
    const { writer, other, page } = await twoWriters();
    await anEdit(writer, page, TEXT.replace('weeks', 'quarters'));
    const mine = { title: 'Drift', markdown: TEXT.replace('weeks', 'months') };
    const overtaking = await getOvertaking(other, page.id, 1);
    const together = broughtTogether(mine, overtaking ?? expect.fail('nobody was faster'));
    expect(together.conflicts).toHaveLength(1);
    expect(together.yours.markdown).toBe(mine.markdown);
    const refused = await anEdit(other, page, together.input.markdown, { baseNumber: 2 });
    expect(refused).toEqual({ ok: false, reason: 'unsettled' });
  });
});

describe('who wrote what', () => {
  it('is told for each paragraph with the revision that last changed it', async () => {
    const { writer, other, page } = await twoWriters();
    await anEdit(other, page, TEXT.replace('weeks', 'months'));
    await anEdit(writer, page, `${TEXT.replace('weeks', 'months')}\nMore.\n`);
    const blame = await getBlame(writer, page.id, 3);
    expect(blame?.paragraphs.map(({ text, number }) => `${number} ${text}`)).toEqual([
      '1 # Drift',
      '2 Compare months.',
      '1 ## Who is told',
      '1 The squad on call.',
      '3 More.',
    ]);
    expect(blame?.revisions.get(2)?.author?.name).toBe('Ola');
    expect(blame?.lookedBackTo).toBeNull();
  });

  it('looks back over a long history, but not without end', async () => {
    const { writer, page } = await twoWriters();
    const revisions = Array.from({ length: 420 }, (_, index) => ({
      pageId: page.id,
      number: index + 2,
      title: 'Drift',
      markdown: `# Drift\n\n${index}\n`,
      html: '',
      tableOfContents: [],
      rendererVersion: 1,
      createdAt: writer.now,
    }));
    await db.wikiRevision.createMany({ data: revisions });
    const blame = await getBlame(writer, page.id, 421);
    const [title, text] = blame?.paragraphs ?? [];
    expect(text?.number).toBe(421);
    expect(title?.number).toBe(blame?.lookedBackTo);
    expect(blame?.lookedBackTo).toBeGreaterThan(1);
  });
});

describe('a saved revision', () => {
  it('is neither changed nor deleted, whoever asks the database for it', async () => {
    const { page, writer } = await twoWriters();
    const { id } = await currentRevision(page);
    const refused = /revision_append_only/;
    await expect(
      db.wikiRevision.update({ where: { id }, data: { markdown: 'Gone.' } }),
    ).rejects.toThrow(refused);
    await expect(
      db.wikiRevision.update({ where: { id }, data: { authorId: null } }),
    ).rejects.toThrow(refused);
    await db.wikiPage.update({ where: { id: page.id }, data: { currentRevisionId: null } });
    await expect(db.wikiRevision.delete({ where: { id } })).rejects.toThrow(refused);
    await db.wikiPage.update({ where: { id: page.id }, data: { currentRevisionId: id } });
    expect((await currentRevision(page)).markdown).toBe(TEXT);

    await db.wikiRevision.update({ where: { id }, data: { rendererVersion: 0 } });
    await renderAnew(writer, page.id);
    expect((await currentRevision(page)).rendererVersion).toBeGreaterThan(0);
  });
});
