import { expect, test } from '@playwright/test';
import { untilAwake } from '../support/awake';
import { signInAs, someMember } from '../support/demo-sign-in';
import { askE2eDatabase } from '../support/e2e-database';
import { expectReadable } from '../support/readable-by-everybody';

/** One address of every kind of page, from the demo guild. */
async function addresses(): Promise<string[]> {
  const [found] = await askE2eDatabase<Record<string, string>>(`SELECT
    (SELECT slug FROM "OrgUnit" WHERE kind = 'TRIBE' LIMIT 1) AS tribe,
    (SELECT slug FROM "OrgUnit" WHERE kind = 'SQUAD' AND "validTo" IS NULL LIMIT 1) AS squad,
    (SELECT slug FROM "OrgUnit" WHERE kind = 'CHAPTER' LIMIT 1) AS chapter,
    (SELECT slug FROM "OrgUnit" WHERE kind = 'GUILD' LIMIT 1) AS guild,
    (SELECT handle FROM "Person" LIMIT 1) AS person,
    (SELECT slug FROM "WikiSpace" LIMIT 1) AS space,
    (SELECT s.slug || '/' || w.path FROM "WikiPage" w JOIN "WikiSpace" s ON s.id = w."spaceId" LIMIT 1) AS page,
    (SELECT id FROM "Meetup" WHERE "startsAt" < now() ORDER BY "startsAt" DESC LIMIT 1) AS meetup,
    (SELECT id FROM "Meetup" WHERE "startsAt" > now() ORDER BY "startsAt" LIMIT 1) AS coming,
    (SELECT slug FROM "MeetupSeries" LIMIT 1) AS series,
    (SELECT t.slug FROM "Technique" t JOIN "Adoption" a ON a."techniqueId" = t.id GROUP BY t.slug ORDER BY count(*) DESC LIMIT 1) AS technique,
    (SELECT u.slug FROM "WorkingGroup" w JOIN "OrgUnit" u ON u.id = w."unitId" WHERE w.state = 'ACTIVE' LIMIT 1) AS "group"`);
  if (!found) throw new Error('The demo guild could not be read.');
  return [
    '/',
    '/search?q=cold+start',
    '/search/tried?problem=cold+start+of+new+artists',
    '/search/synonyms',
    '/org',
    ...[found.tribe, found.squad, found.chapter, found.guild].map((slug) => `/org/${slug}`),
    `/org/${found.squad}?on=2026-01-15`,
    '/people',
    `/people/${found.person}`,
    '/wiki',
    `/wiki/${found.space}`,
    `/wiki/${found.page}`,
    '/meetups',
    `/meetups/${found.meetup}`,
    `/meetups/${found.coming}`,
    `/meetups/series/${found.series}`,
    '/techniques',
    '/techniques/new',
    `/techniques/${found.technique}`,
    '/working-groups',
    `/working-groups/${found.group}`,
    '/no-such-page',
  ];
}

test('every page can be read by everybody, in the light and in the dark, wide and narrow', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(600_000);
  await signInAs(context, await someMember(), baseURL as string);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    const isMissingPage = page.url().endsWith('/no-such-page');
    if (message.type() === 'error' && !isMissingPage)
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  for (const address of await addresses()) await expectReadable(page, address);
  expect(complaints).toEqual([]);
});

test.describe('by keyboard alone', () => {
  test.beforeEach(async ({ context, baseURL }) => {
    await signInAs(context, await someMember(), baseURL as string);
  });

  test('g and a letter goes to a place, ? explains, Escape closes', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    await untilAwake(page);
    await page.keyboard.press('g');
    await page.keyboard.press('w');
    await expect(page).toHaveURL(/\/wiki$/);
  });

  test('the palette finds a person by a misspelt name and opens their page', async ({ page }) => {
    const { name, handle } = await someMember();
    await page.goto('/');
    await untilAwake(page);
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox', { name: 'Search everything' });
    await expect(box).toBeFocused();
    await box.fill(`${name.slice(0, 3)}${name.slice(4)}`);
    await expect(page.getByRole('option', { name: new RegExp(name) })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/people/${handle}$`));
  });

  test('letters typed into a field stay there', async ({ page }) => {
    await page.goto('/search');
    const field = page.getByRole('searchbox', { name: 'Search for' });
    await field.fill('');
    await field.press('g');
    await field.press('w');
    await expect(field).toHaveValue('gw');
    await expect(page).toHaveURL(/\/search$/);
  });

  test('the first Tab offers the way past the navigation', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('#content')).toBeFocused();
  });
});

test('the chosen colours stay, also without JavaScript', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' });
  await signInAs(context, await someMember(), baseURL as string);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('complementary').getByRole('button', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('/people');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await context.close();
});

test('searching works without JavaScript, from every page', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(context, await someMember(), baseURL as string);
  const page = await context.newPage();
  await page.goto('/people');
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('cold start');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=cold\+start/);
  await expect(
    page.getByRole('main').getByRole('list').last().getByRole('link').first(),
  ).toBeVisible();
  await context.close();
});
