import { expect, type Page, test } from '@playwright/test';
import { signInAs } from '../support/demo-sign-in';
import { aGuildSpace, aReader } from '../support/e2e-wiki';
import { keepPlainForm } from '../support/plain-editor';
import { expectShownReadableByAll } from '../support/readable-by-everybody';

const TEXT =
  '# Watching for drift\n\nCompare the week with the week before.\n\n## What to watch\n\nWatch the inputs before the metric.\n';

/** Somebody who keeps a page in a space of their guild, and somebody who may only read it. */
async function keeperAndReader() {
  const { slug, people } = await aGuildSpace('MEMBER');
  return { keeper: people[0], reader: await aReader(), slug };
}

const text = (page: Page) => page.getByLabel('Text, in Markdown');

async function propose(page: Page, address: string, markdown: string, reason: string) {
  await page.goto(address);
  await page.getByRole('link', { name: 'Propose a change' }).click();
  await text(page).fill(markdown);
  await page.getByLabel('Why').fill(reason);
  await page.getByRole('button', { name: 'Propose this change' }).click();
  await expect(page.getByText('Awaits a word')).toBeVisible();
}

async function edit(page: Page, address: string, markdown: string) {
  await page.goto(address.replace('/wiki/', '/wiki-edit/'));
  await text(page).fill(markdown);
  await page.getByRole('button', { name: 'Save this revision' }).click();
  await expect(page).toHaveURL(address);
}

test('a reader proposes a change, is declined with a reason, proposes again and is taken up; a comment survives the edit', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const { keeper, reader, slug } = await keeperAndReader();
  const [his, hers] = await Promise.all(
    [keeper, reader].map(async (person) => {
      const context = await browser.newContext();
      await keepPlainForm(context);
      await signInAs(context, person, baseURL as string);
      return context.newPage();
    }),
  );
  if (!his || !hers) throw new Error('There are no two browsers.');
  const address = `/wiki/${slug}/drift`;
  await his.goto(`/wiki-new?space=${slug}`);
  await his.getByLabel('Title').fill('Watching for drift');
  await his.getByLabel('Address within the space').fill('drift');
  await text(his).fill(TEXT);
  await his.getByRole('button', { name: 'Create this page' }).click();
  await expect(his).toHaveURL(address);

  await propose(hers, address, TEXT.replace('week before', 'year before'), 'A week is noisy.');
  await hers.goto(address);
  await expect(hers.getByRole('article')).toContainText('the week before');
  await his.goto('/wiki-proposals');
  await his.getByRole('listitem').filter({ hasText: 'A week is noisy.' }).getByRole('link').click();
  await expect(his.getByRole('region', { name: 'What would change' })).toContainText('year before');
  await expectShownReadableByAll(his, 'a proposal');
  await his.getByLabel('Or decline it, and say why').fill('A year hides what broke in May.');
  await his.getByRole('button', { name: 'Decline this change' }).click();
  await expect(his.getByText('declined this change')).toBeVisible();
  await hers.goto('/wiki-proposals?show=mine');
  await expect(hers.getByText('A year hides what broke in May.')).toBeVisible();

  await propose(hers, address, TEXT.replace('week before', 'month before'), 'A month, then.');
  await edit(his, address, TEXT.replace('before the metric', 'before the metric moves'));
  await his.getByRole('link', { name: `${reader.name} proposes a change` }).click();
  await expect(his.getByText('The page has changed since')).toBeVisible();
  await his.getByRole('link', { name: 'Edit, then accept' }).click();
  await expect(text(his)).toHaveValue(/month before[\s\S]*metric moves/);
  await text(his).fill(
    TEXT.replace('week before', 'month before it').replace(
      'before the metric',
      'before the metric moves',
    ),
  );
  await his.getByRole('button', { name: 'Accept the text as edited' }).click();
  await expect(his.getByRole('article')).toContainText('the month before it');
  await his.getByRole('link', { name: 'History' }).click();
  await expect(
    his.getByRole('row', { name: new RegExp(`${reader.name}.*accepted by ${keeper.name}`) }),
  ).toBeVisible();
  await his.getByRole('link', { name: 'Who wrote what' }).click();
  await expect(his.getByRole('listitem').filter({ hasText: 'the month before it' })).toContainText(
    reader.name,
  );

  await hers.goto(address);
  await hers.getByText('Watch the inputs before the metric moves.').selectText();
  await hers.getByRole('button', { name: 'Comment', exact: true }).first().click();
  await hers.getByLabel('Your comment').fill('Which ones first? <b>All?</b>');
  await hers.locator('form').getByRole('button', { name: 'Comment', exact: true }).click();
  const thread = hers.getByRole('listitem').filter({ hasText: '<b>All?</b>' }).first();
  await expect(thread.locator('blockquote')).toHaveText(
    'Watch the inputs before the metric moves.',
  );
  await expectShownReadableByAll(hers, 'a page with a comment');

  await edit(
    his,
    address,
    `# Watching for drift\n\nAll new.\n\n## Before\n\nRead this first.\n\n${TEXT.split('\n\n').slice(2).join('\n\n').replace('before the metric', 'well before the metric moves')}`,
  );
  await hers.goto(address);
  await expect(thread.locator('blockquote')).toHaveText(
    'Watch the inputs before the metric moves.',
  );
  await expect(hers.getByText('On a passage that was removed')).toBeHidden();
  await his.goto(address);
  await his.getByRole('button', { name: 'Resolve' }).click();
  await expect(his.getByRole('link', { name: 'One resolved thread' })).toBeVisible();
  await his.getByRole('link', { name: 'One resolved thread' }).click();
  await expect(his.getByText(`Resolved by ${keeper.name}.`)).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a change is proposed and accepted, a section is commented on, and the page is followed', async ({
    page,
    context,
    baseURL,
  }) => {
    const { keeper, reader, slug } = await keeperAndReader();
    await signInAs(context, keeper, baseURL as string);
    await page.goto(`/wiki-new?space=${slug}`);
    await page.getByLabel('Title').fill('Watching for drift');
    await page.getByLabel('Address within the space').fill('drift');
    await text(page).fill(TEXT.replace('## What', '## Why\n\nIt breaks.\n\n## What'));
    await page.getByRole('button', { name: 'Create this page' }).click();
    const address = `/wiki/${slug}/drift`;
    await context.clearCookies();
    await signInAs(context, reader, baseURL as string);
    await propose(page, address, TEXT.replace('week before', 'month before'), 'A month is better.');
    await page.goto(address);
    await page.getByText('Write a comment').click();
    await page.getByLabel('On', { exact: true }).selectOption('What to watch');
    await page.getByLabel('Your comment').fill('Which inputs?');
    await page.locator('form').getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(page.locator('#comments blockquote')).toHaveText('What to watch');
    await page.getByRole('button', { name: 'Follow this page' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Stop following this page' })).toBeVisible();
    await context.clearCookies();
    await signInAs(context, keeper, baseURL as string);
    await page.goto(address);
    await page.getByRole('link', { name: `${reader.name} proposes a change` }).click();
    await page.getByRole('link', { name: 'Side by side' }).click();
    await expect(page.getByRole('region', { name: 'What would change' })).toContainText('month');
    await page.getByRole('button', { name: 'Accept this change' }).click();
    await expect(page.getByRole('article')).toContainText('the month before');
    await edit(page, address, TEXT.replace('week before', 'two months before'));
    await context.clearCookies();
    await signInAs(context, reader, baseURL as string);
    await page.goto('/');
    const news = page.locator('section', { hasText: 'From pages you follow' });
    await expect(news).toContainText(`${keeper.name} edited it`);
    await news.getByRole('link', { name: 'Watching for drift' }).click();
    await expect(page).toHaveURL(address);
    await page.getByRole('button', { name: 'Stop following this page' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Follow this page' })).toBeVisible();
    await page.goto('/');
    await expect(news.getByRole('link', { name: 'Watching for drift' })).toHaveCount(0);
  });
});
