import { describe, expect, it } from 'vitest';
import { importFolder } from '@/features/wiki/importing/commands';
import { formatOf, readSource } from '@/features/wiki/importing/reading/source';
import { openZip } from '@/features/wiki/importing/reading/zip';
import { getPage } from '@/features/wiki/queries';
import { db } from '@/foundation/db';
import { CONFLUENCE, NOTION } from '../support/exports';
import { anAdministrator, aVisitor } from '../support/org';
import { aSpace } from '../support/wiki';
import { aZip, onDisk, type Packed } from '../support/zip';

async function importZip(spaceSlug: string, files: Record<string, Packed>) {
  const archive = await openZip(await onDisk(await aZip(files)));
  const format = formatOf(archive);
  const folder = await readSource(archive, 'auto');
  const options = { spaceSlug, folder, kind: 'HOW_TO', apply: true } as const;
  const imported = await importFolder(await anAdministrator(), options);
  await archive.close();
  if (!imported.ok) throw new Error(imported.reason);
  return { format, report: imported.report };
}

async function textsOf(spaceSlug: string): Promise<Record<string, string>> {
  const pages = await db.wikiPage.findMany({
    where: { space: { slug: spaceSlug } },
    orderBy: { path: 'asc' },
    select: { path: true, currentRevision: { select: { markdown: true } } },
  });
  return Object.fromEntries(
    pages.map(({ path, currentRevision }) => [
      path,
      (currentRevision?.markdown ?? '').replace(/\/files\/[0-9a-f-]{36}\//g, '/files/id/'),
    ]),
  );
}

describe('a space from Confluence', () => {
  it('comes with its tree, texts, links, pictures and attachments', async () => {
    const { slug } = await aSpace();
    const { format, report } = await importZip(slug, CONFLUENCE);
    expect(format).toBe('confluence');
    expect(report).toMatchObject({
      added: ['home', 'home/watching-for-drift', 'home/watching-for-drift/details'],
      brokenLinks: [],
      missingImages: [],
      workingLinkCount: 3,
    });
    expect(report.refused).toEqual([
      { file: 'broken.html', reason: expect.stringContaining('no page') },
    ]);
    const texts = await textsOf(slug);
    expect(texts.home).toBe(
      '# Home\n\nStart with [Drift](home/watching-for-drift.md) or [the web](https://example.com/).\n',
    );
    expect(texts['home/watching-for-drift']).toBe(`# Watching for drift

## Why

Data **moves**; see [details](../home/watching-for-drift/details.md).

> [!WARNING]
>
> Never on Fridays.

\`\`\`python
def drift(a, b):
    return a - b
\`\`\`

- [x] measure
- [ ] alert

| Week | Score |
| ---- | ----- |
| 1    | 0.9   |

![weekly.png](/files/id/201.png)

[scores.csv](/files/id/202.csv)
`);
    const again = await importZip(slug, CONFLUENCE);
    expect(again.report).toMatchObject({ added: [], changed: [], unchangedCount: 3 });
  });
});

describe('a space from Confluence that was written by people', () => {
  it('may name a file with a percent sign that stands for nothing', async () => {
    const space = await aSpace();
    const { 'RANK/Home_100.html': home = '' } = CONFLUENCE;
    const links = '<a href="100% done_103.html">done</a> <a href="attachments/1/50%.txt">half</a>';
    const { report } = await importZip(space.slug, {
      ...CONFLUENCE,
      'RANK/Home_100.html': String(home).replace('Start with', `${links} Start with`),
      'RANK/100% done_103.html': String(home).replaceAll('Home', '100% done'),
    });
    expect(report.added).toContain('100-done');
    const { home: text = '' } = await textsOf(space.slug);
    expect(text).toContain('[done](100-done.md)');
  });
});

describe('a workspace from Notion', () => {
  it('comes without the ids in its names; links, pictures and tables come along', async () => {
    const { slug } = await aSpace();
    const { format, report } = await importZip(slug, NOTION);
    expect(format).toBe('notion');
    expect(report.added).toEqual([
      'Home',
      'Home/Cold start',
      'Home/Experiments/Interleaving',
      'Home/Notes 4f8fad',
      'Home/Notes 5f8fad',
    ]);
    expect(report).toMatchObject({ brokenLinks: [], missingImages: [], workingLinkCount: 2 });
    const texts = await textsOf(slug);
    expect(texts.Home).toBe(
      '# Home\n\n[Cold start](Home/Cold%20start.md)\n\n[Experiments](/files/id/Experiments_all.csv)\n',
    );
    expect(texts['Home/Cold start']).toContain('![Untitled](/files/id/Untitled.png)');
    expect(texts['Home/Cold start']).toContain('[web](https://example.com/a%20b)');
    const page = await getPage(await aVisitor(), slug, 'Home');
    expect(page?.html).toContain(`href="/wiki/${slug}/Home/Cold%20start"`);
    const again = await importZip(slug, NOTION);
    expect(again.report).toMatchObject({ added: [], changed: [], unchangedCount: 5 });
  });

  it('may come as an archive of archives, as large exports do', async () => {
    const { slug } = await aSpace();
    const outer = { 'ExportBlock-0f8f-Part-1.zip': await aZip(NOTION) };
    expect((await importZip(slug, outer)).report.added).toHaveLength(5);
  });
});
