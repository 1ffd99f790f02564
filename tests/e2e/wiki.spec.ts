import { expect, type Page, test } from '@playwright/test';
import { type DemoPerson, signInAs } from '../support/demo-sign-in';
import { aGuildSpace, aReader } from '../support/e2e-wiki';
import { keepPlainForm } from '../support/plain-editor';
import { expectReadable } from '../support/readable-by-everybody';

// The plain form, which is all there is without script or socket; live-editing.spec.ts has the other.
test.beforeEach(({ context }) => keepPlainForm(context));

/** Two people of one guild, and an empty space of that guild for this test alone. */
async function aSpaceOfTwo(): Promise<{ slug: string; ada: DemoPerson; bram: DemoPerson }> {
  const { slug, people } = await aGuildSpace('MEMBER');
  const [ada, bram] = people;
  if (!bram) throw new Error('The demo guild has no two members.');
  return { slug, ada, bram };
}

const FIRST =
  '# Watching for drift\n\nCompare the week with the week before.\n\n## What to watch\n\n- the inputs\n\n## Who is told\n\nSee [who is on call](on-call.md).\n';

async function writePage(page: Page, slug: string, path: string, markdown: string) {
  await page.goto(`/wiki-new?space=${slug}`);
  await page.getByLabel('Title').fill(/^# (.+)$/m.exec(markdown)?.[1] ?? path);
  await page.getByLabel('Address within the space').fill(path);
  await page.getByLabel('Text, in Markdown').fill(markdown);
  await page.getByRole('button', { name: 'Create this page' }).click();
  await expect(page).toHaveURL(`/wiki/${slug}/${path}`);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a page is written, read, edited after a preview, compared and restored', async ({
      page,
      context,
      baseURL,
    }) => {
      const { slug, ada } = await aSpaceOfTwo();
      await signInAs(context, ada, baseURL as string);
      await page.goto(`/wiki/${slug}`);
      await expect(page.getByText('Nothing has been written here yet')).toBeVisible();
      await writePage(page, slug, 'drift/watching', FIRST);

      const article = page.getByRole('article');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Watching for drift');
      await expect(article).toContainText('Compare the week');
      await page.getByRole('navigation', { name: 'On this page' }).getByText('Who is told').click();
      await expect(page).toHaveURL(/#who-is-told$/);
      await expect(article.getByRole('link', { name: 'who is on call' })).toHaveClass(/broken/);

      await page.getByRole('link', { name: 'Edit' }).click();
      const text = page.getByLabel('Text, in Markdown');
      await expect(text).toHaveValue(FIRST);
      if (javaScriptEnabled)
        await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible();
      await text.fill(FIRST.replace('the week before', '*four* weeks before'));
      await page.getByLabel('What you changed').fill('A longer window');
      await page.getByRole('button', { name: 'Preview', exact: true }).click();
      const preview = page.getByRole('region', { name: 'Preview' });
      await expect(preview.locator('em')).toHaveText('four');
      await expect(text).toHaveValue(/four/);
      await expect(page.getByLabel('What you changed')).toHaveValue('A longer window');
      await page.getByRole('button', { name: 'Save this revision' }).click();
      await expect(page).toHaveURL(`/wiki/${slug}/drift/watching`);
      await expect(article.locator('em')).toHaveText('four');

      await page.getByRole('link', { name: 'History' }).click();
      await expect(page.getByRole('row', { name: /A longer window/ })).toBeVisible();
      await page.getByRole('button', { name: 'Compare the two revisions' }).click();
      const difference = page.getByRole('region', { name: /What changed from revision 1/ });
      await expect(difference.locator('del')).toContainText('the week before');
      await expect(difference.locator('ins')).toContainText('four');

      await page.getByRole('link', { name: 'Read revision 1' }).click();
      await expect(page.getByText('The page has changed since.')).toBeVisible();
      await page.getByRole('button', { name: 'Make this the current text' }).click();
      await expect(page).toHaveURL(`/wiki/${slug}/drift/watching`);
      await expect(article).toContainText('the week before');
      await page.getByRole('link', { name: 'History' }).click();
      await expect(page.getByRole('row', { name: /Restored revision 1/ })).toBeVisible();
      await expect(page.getByRole('row', { name: /A longer window/ })).toBeVisible();
    });

    test('two people edit one page: the second sees both texts and brings them together', async ({
      browser,
      baseURL,
    }) => {
      const { slug, ada, bram } = await aSpaceOfTwo();
      const [hers, his] = await Promise.all(
        [ada, bram].map(async (person) => {
          const context = await browser.newContext({ javaScriptEnabled });
          await signInAs(context, person, baseURL as string);
          await keepPlainForm(context);
          return context.newPage();
        }),
      );
      if (!hers || !his) throw new Error('There are no two browsers.');
      await writePage(hers, slug, 'drift', FIRST);
      await hers.goto(`/wiki-edit/${slug}/drift`);
      await his.goto(`/wiki-edit/${slug}/drift`);

      await hers.getByLabel('Text, in Markdown').fill(`${FIRST}\nHers.\n`);
      await hers.getByRole('button', { name: 'Save this revision' }).click();
      await expect(hers.getByRole('article')).toContainText('Hers.');

      await his.getByLabel('Text, in Markdown').fill(`${FIRST}\nHis.\n`);
      await his.getByRole('button', { name: 'Save this revision' }).click();
      await expect(
        his.getByRole('heading', { name: `${ada.name} saved this page while you were writing` }),
      ).toBeVisible();
      await expect(his.getByRole('region', { name: 'What they changed' })).toContainText('Hers.');
      await expect(his.getByLabel('Text, in Markdown')).toHaveValue(/His\./);
      await hers.reload();
      await expect(hers.getByRole('article')).not.toContainText('His.');

      await his.getByLabel('Text, in Markdown').fill(`${FIRST}\nHers.\n\nHis.\n`);
      await his.getByRole('button', { name: 'Save this revision' }).click();
      await expect(his.getByRole('article')).toContainText('Hers.');
      await expect(his.getByRole('article')).toContainText('His.');
    });
  });
}

test('an address that is taken is refused, and nothing that was typed is gone', async ({
  page,
  context,
  baseURL,
}) => {
  const { slug, ada } = await aSpaceOfTwo();
  await signInAs(context, ada, baseURL as string);
  await writePage(page, slug, 'drift', FIRST);
  await page.goto(`/wiki-new?space=${slug}&path=drift`);
  await page.getByLabel('Text, in Markdown').fill('Another text.');
  await page.getByRole('button', { name: 'Create this page' }).click();
  await expect(page.getByText('There is already something at this address.')).toBeVisible();
  await expect(page.getByLabel('Text, in Markdown')).toHaveValue('Another text.');
});

test('a text that was left without saving is offered again', async ({ page, context, baseURL }) => {
  const { slug, ada } = await aSpaceOfTwo();
  await signInAs(context, ada, baseURL as string);
  await writePage(page, slug, 'drift', FIRST);
  await page.goto(`/wiki-edit/${slug}/drift`);
  const text = page.getByLabel('Text, in Markdown');
  await text.fill(`${FIRST}\nNot saved.\n`);
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Not saved.');
  await page.close();

  const later = await context.newPage();
  await later.goto(`/wiki-edit/${slug}/drift`);
  await later.getByRole('button', { name: 'Bring them back' }).click();
  await expect(later.getByLabel('Text, in Markdown')).toHaveValue(/Not saved\./);
  await expect(later.getByRole('region', { name: 'Preview' })).toContainText('Not saved.');
  await later.getByRole('button', { name: 'Save this revision' }).click();
  await expect(later.getByRole('article')).toContainText('Not saved.');

  await later.goto(`/wiki-edit/${slug}/drift`);
  await expect(later.getByLabel('Text, in Markdown')).toHaveValue(/Not saved\./);
  await expect(later.getByRole('button', { name: 'Bring them back' })).toBeHidden();
});

test('e opens the editor, and control and enter save', async ({ page, context, baseURL }) => {
  const { slug, ada } = await aSpaceOfTwo();
  await signInAs(context, ada, baseURL as string);
  await writePage(page, slug, 'drift', FIRST);
  await page.keyboard.press('e');
  await expect(page).toHaveURL(`/wiki-edit/${slug}/drift`);
  await page.getByLabel('Text, in Markdown').fill('By keyboard.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article')).toHaveText('By keyboard.');
});

test('somebody who may only read is told so', async ({ page, context, baseURL }) => {
  const { slug, ada } = await aSpaceOfTwo();
  await signInAs(context, ada, baseURL as string);
  await writePage(page, slug, 'drift', FIRST);
  const reader = await aReader();
  await context.clearCookies();
  await signInAs(context, reader, baseURL as string);
  await page.goto(`/wiki/${slug}/drift`);
  await expect(page.getByRole('article')).toContainText('Compare the week');
  await expect(page.getByRole('link', { name: 'Edit' })).toBeHidden();
  await page.goto(`/wiki-edit/${slug}/drift`);
  await expect(page.getByText('You may read this page, not edit it')).toBeVisible();
  expect((await page.goto(`/wiki/${slug}/nothing-here`))?.status()).toBe(404);
  await expect(page.getByRole('link', { name: 'Search for “Nothing here”' })).toBeVisible();
  await page.getByRole('link', { name: 'Write this page' }).click();
  await expect(page.getByText('Pages of this space are written by those who own it')).toBeVisible();
});

test('the article is sent once, and is there also after a move within the portal', async ({
  page,
  context,
  baseURL,
}) => {
  const { slug, ada } = await aSpaceOfTwo();
  await signInAs(context, ada, baseURL as string);
  await writePage(page, slug, 'drift', `${FIRST}\nA sentence that stands here once.\n`);
  const sent = await (await context.request.get(`/wiki/${slug}/drift`)).text();
  expect(sent.split('A sentence that stands here once.')).toHaveLength(2);

  await page.getByRole('link', { name: 'History' }).click();
  await expect(page).toHaveURL(/wiki-history/);
  await page
    .getByRole('navigation', { name: 'Breadcrumb' })
    .getByText('Watching for drift')
    .click();
  await expect(page.getByRole('article')).toContainText('A sentence that stands here once.');
  await page.goBack();
  await page.goForward();
  await expect(page.getByRole('article')).toContainText('A sentence that stands here once.');
});

test('the wiki can be used by everybody', async ({ page, context, baseURL }) => {
  test.setTimeout(400_000);
  const { slug, ada } = await aSpaceOfTwo();
  await signInAs(context, ada, baseURL as string);
  const everything = `${FIRST}\n| | a | b |\n|---|--:|---|\n| c | ${'wide '.repeat(40)} | d |\n\n\`\`\`python\n${'x = 1; '.repeat(40)}\n\`\`\`\n\n- [x] done\n- [ ] to do\n\n> quoted[^1] \`code\` ![A picture](p.png)\n\n[^1]: A note.\n\n<details><summary>More</summary>\n\nText <kbd>Ctrl</kbd>\n\n</details>\n`;
  await writePage(page, slug, 'a/drift', everything);
  await writePage(page, slug, 'a/other', '# Other\n\n[drift](drift.md)\n');
  await page.goto(`/wiki-edit/${slug}/a/drift`);
  await page.getByLabel('Text, in Markdown').fill(everything.replace('quoted', 'reworded'));
  await page.getByRole('button', { name: 'Save this revision' }).click();
  await expect(page.getByRole('article')).toContainText('reworded');

  const within = `${slug}/a/drift`;
  for (const address of [
    '/wiki',
    `/wiki/${slug}`,
    `/wiki/${slug}/a`,
    `/wiki/${within}`,
    `/wiki/${slug}/nothing`,
    `/wiki-new?space=${slug}`,
    `/wiki-history/${within}`,
    `/wiki-history/${within}?revision=1`,
    `/wiki-history/${within}?from=1&to=2`,
  ]) {
    await expectReadable(page, address);
  }
  await expectReadable(page, `/wiki-edit/${within}`, {
    isLoaded: () => expect(page.getByText('Preview').last()).toBeVisible(),
  });
});
