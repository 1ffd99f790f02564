import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { signInAs } from '../support/demo-sign-in';
import { askE2eDatabase } from '../support/e2e-database';
import { aGuildSpace } from '../support/e2e-wiki';
import { expectReadable } from '../support/readable-by-everybody';
import { aZip } from '../support/zip-bytes';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Somebody who leads a guild, and an empty space of that guild for this test alone. */
async function aSpaceWithLead() {
  const { people, ...space } = await aGuildSpace('LEAD');
  return { lead: people[0], ...space };
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an archive is compared, imported, given files, and taken along again', async ({
    page,
    context,
    baseURL,
  }) => {
    const { lead, slug, name } = await aSpaceWithLead();
    await signInAs(context, lead, baseURL as string);

    await page.goto('/wiki-import');
    await page.getByLabel('Into which space').selectOption(slug);
    await page.getByLabel('ZIP file').setInputFiles({
      name: 'notes.zip',
      mimeType: 'application/zip',
      buffer: await aZip({
        'notes/drift.md': '# Drift\n\n![Weekly](weekly.png) and [none](none.md).\n',
        'notes/weekly.png': PIXEL,
      }),
    });
    await page.getByRole('button', { name: 'Compare with the space' }).click();
    await expect(page.getByText('Nothing has been changed yet.')).toBeVisible();
    await expect(page.getByText('drift → none.md')).toBeVisible();
    await page.getByRole('button', { name: 'Import 1 page' }).click();
    await expect(page.getByText('Applied', { exact: true })).toBeVisible();

    await page.goto(`/wiki/${slug}/drift`);
    const picture = page.getByRole('img', { name: 'Weekly' });
    const address = (await picture.getAttribute('src')) as string;
    const served = await page.request.get(address);
    expect(await served.body()).toEqual(PIXEL);
    expect(served.headers()).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringContaining('private'),
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
    });
    const part = await page.request.get(address, { headers: { range: 'bytes=1-3' } });
    expect([part.status(), await part.text()]).toEqual([206, 'PNG']);

    await page.getByRole('link', { name: 'Files' }).click();
    await page.getByLabel('Files to add').setInputFiles([
      {
        name: '<b>drawing.svg',
        mimeType: 'image/svg+xml',
        buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      },
      { name: 'scores.csv', mimeType: 'text/csv', buffer: Buffer.from('week,score\n') },
    ]);
    await page.getByRole('button', { name: 'Add these files' }).click();
    const drawing = page.getByRole('link', { name: 'b-drawing.svg' });
    const svg = await page.request.get((await drawing.getAttribute('href')) as string);
    expect(svg.headers()['content-disposition']).toMatch(/^attachment/);
    await page.getByLabel('Files to add').setInputFiles([
      {
        name: 'photo.png',
        mimeType: 'image/png',
        buffer: Buffer.from('<script>alert(1)</script>'),
      },
    ]);
    await page.getByRole('button', { name: 'Add these files' }).click();
    await expect(page.getByRole('alert')).toContainText('not what its ending says');

    const exported = await page.request.get(`/api/wiki/export/${slug}`);
    expect(exported.headers()['content-type']).toBe('application/zip');
    await page.goto('/wiki-import');
    await page.getByLabel('Into which space').selectOption({ label: name });
    await page.getByLabel('ZIP file').setInputFiles({
      name: 'again.zip',
      mimeType: 'application/zip',
      buffer: await exported.body(),
    });
    await page.getByRole('button', { name: 'Compare with the space' }).click();
    await expect(page.getByText('there is nothing to import')).toBeVisible();

    await page.goto(`/wiki-export/${slug}`);
    await page.getByRole('button', { name: 'Mirror to the server’s disk' }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('Up to date')).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await page.getByRole('button', { name: 'Switch the mirror off' }).click();
    await expect(page.getByText('Switched off')).toBeVisible();
  });
});

test('a page is taken along, and its pages about files and imports are fit for everybody', async ({
  page,
  context,
  baseURL,
}) => {
  const { lead, slug } = await aSpaceWithLead();
  await signInAs(context, lead, baseURL as string);
  const [first] = await askE2eDatabase<{ space: string; path: string }>(
    `SELECT s.slug AS space, p.path FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
      WHERE p."archivedAt" IS NULL AND s.slug NOT LIKE 'e2e-%' ORDER BY s.slug, p.path LIMIT 1`,
  );
  await page.goto(`/wiki-export/${first?.space}/${first?.path}`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save as HTML' }).click();
  const html = await readFile(await (await download).path(), 'utf8');
  expect(html).toContain("default-src 'none'");

  for (const address of [
    `/wiki-export/${first?.space}/${first?.path}`,
    `/wiki-export/${slug}`,
    `/wiki-files/${first?.space}`,
    '/wiki-import',
  ]) {
    await expectReadable(page, address);
  }

  const other = await page.request.post('/api/files', {
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    multipart: { file: { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') } },
  });
  expect(other.status()).toBe(403);
  await context.clearCookies();
  expect(
    (await page.request.get('/files/0f8fad5b-d9cb-469f-a165-70867728950e/a.png')).status(),
  ).toBe(401);
});
