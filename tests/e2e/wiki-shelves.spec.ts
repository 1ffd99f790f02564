import { expect, test } from '@playwright/test';
import { demoPeople, signInAs } from '../support/demo-sign-in';
import { expectReadable } from '../support/readable-by-everybody';

/** Somebody who leads a guild of the demo guild, and so may write in its handbook. */
async function aGuildLead() {
  const [lead] = await demoPeople(
    `EXISTS (SELECT 1 FROM "Membership" m JOIN "OrgUnit" u ON u.id = m."unitId"
      WHERE m."personId" = p.id AND u.slug = 'machine-learning' AND m.role = 'LEAD'
        AND m."validTo" IS NULL AND m."supersededAt" IS NULL)`,
  );
  if (!lead) throw new Error('Nobody leads the demo guild.');
  return lead;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a new page is offered what its kind is asked, and nothing typed is replaced', async ({
      page,
      context,
      baseURL,
    }) => {
      await signInAs(context, await aGuildLead(), baseURL as string);
      await page.goto('/wiki-new?space=guild');
      const text = page.getByLabel('Text, in Markdown');
      await page.getByLabel('Kind').selectOption('Lessons learned');
      await page.getByRole('button', { name: 'Fill in its template' }).click();
      await expect(text).toHaveValue(/## What failed, and how we noticed/);
      await expect(page.getByLabel('Kind')).toHaveValue('LESSONS_LEARNED');

      await page.getByLabel('Kind').selectOption('How-to');
      await page.getByRole('button', { name: 'Fill in its template' }).click();
      await expect(text).toHaveValue(/## How to undo it/);
      await expect(text).not.toHaveValue(/What failed/);

      await text.fill('My own words.');
      await page.getByRole('button', { name: 'Fill in its template' }).click();
      await expect(page.getByText('You have written something already')).toBeVisible();
      await expect(text).toHaveValue('My own words.');
      await page.getByRole('button', { name: 'Put it beneath my text' }).click();
      await expect(text).toHaveValue(/^My own words\.\n\n[\s\S]*## How to undo it/);
    });
  });
}

test('leads of guilds word a template, see each other’s wording, and take it back', async ({
  page,
  context,
  baseURL,
}) => {
  await signInAs(context, await aGuildLead(), baseURL as string);
  await page.goto('/wiki-templates/glossary-entry');
  const other = await context.newPage();
  await other.goto('/wiki-templates/glossary-entry');
  const label = 'What a page of this kind is asked';
  await page.getByLabel(label).fill('## What it means\n');
  await page.getByRole('button', { name: 'Save this template' }).click();
  await expect(page.getByText('What the portal brings for this kind')).toBeVisible();

  await other.getByLabel(label).fill('## Quite another\n');
  await other.getByRole('button', { name: 'Save this template' }).click();
  await expect(other.getByText('saved this template while you were writing')).toBeVisible();
  await expect(other.getByLabel('Your text')).toHaveValue('## Quite another\n');

  await page.getByText('What the portal brings for this kind').click();
  await page.getByRole('button', { name: 'Use this instead' }).click();
  await expect(page.getByLabel(label)).toHaveValue(/## What it is mixed up with/);
  await expectReadable(page, '/wiki-templates/lessons-learned');
  await expectReadable(page, '/wiki-templates');
});

test('a space is narrowed, renamed and moved; its old address leads on, and its archive gives pages back', async ({
  page,
  context,
  baseURL,
}) => {
  await signInAs(context, await aGuildLead(), baseURL as string);
  await page.goto('/wiki/lessons');
  await page.getByText('Narrow by kind, keeper or freshness').click();
  await page.getByRole('link', { name: /^Lessons learned \d/ }).click();
  await expect(page).toHaveURL('/wiki/lessons?kind=lessons-learned');
  await expect(page.getByRole('link', { name: 'Four per cent that was not there' })).toBeVisible();
  await expectReadable(page, '/wiki?freshness=never-verified');

  await page.goto('/wiki-space/lessons');
  await page.getByLabel('Address').fill('what-we-learnt');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL('/wiki/what-we-learnt');
  const [moved] = [await page.goto('/wiki/lessons/four-per-cent-that-was-not-there')];
  expect(moved?.request().redirectedFrom()).not.toBeNull();
  await expect(page).toHaveURL('/wiki/what-we-learnt/four-per-cent-that-was-not-there');
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Archive this page' }).click();
  await expect(page.getByText('It is no longer listed or found.')).toBeVisible();

  await expectReadable(page, '/wiki-archive/lessons');
  await expect(page).toHaveURL('/wiki-archive/what-we-learnt');
  await page.getByRole('button', { name: /^Put back Four per cent/ }).click();
  await expect(page.getByText('It is no longer listed or found.')).toBeHidden();
  await expectReadable(page, '/wiki-space/what-we-learnt');
  await page.getByLabel('Address').fill('lessons');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL('/wiki/lessons');
});
