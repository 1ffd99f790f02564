import { expect, test } from '@playwright/test';
import { demoPeople, signInAs } from '../support/demo-sign-in';
import { expectReadable } from '../support/readable-by-everybody';

test('somebody in their second week finds their people, joins a guild and answers, and sees it done', async ({
  page,
  context,
  baseURL,
}) => {
  const [arvo] = await demoPeople(`p.handle = 'arvo-kuusik'`);
  if (!arvo) throw new Error('The demo guild has nobody who is new.');
  await signInAs(context, arvo, baseURL as string);
  await expectReadable(page, '/');
  const path = page.getByRole('region', { name: 'Your first weeks' });
  const step = (name: string) => path.getByRole('listitem').filter({ hasText: name });
  await expect(step('Your squad')).toContainText('done');
  await expect(step('Your chapter').getByRole('link')).toHaveCount(2);
  await expect(step('Your guilds')).not.toContainText('done');

  await path.getByRole('link', { name: 'Join a guild' }).click();
  await expect(page).toHaveURL('/org?view=guilds');
  await page.getByRole('main').getByRole('link', { name: 'Machine learning' }).first().click();
  await page.getByRole('button', { name: 'Join' }).first().click();
  await expect(page.getByRole('button', { name: 'Leave' }).first()).toBeVisible();
  await page.goto('/');
  await expect(step('Your guilds')).toContainText('done');
  await page.getByRole('button', { name: 'Maybe' }).click();
  await expect(page.getByRole('button', { name: 'Maybe', pressed: true })).toBeVisible();
  await page.reload();
  await expect(step('Your first meetup')).toContainText('done');
  const reads = path.locator('ul').last().getByRole('link');
  await expect(reads).toHaveCount(10);
  await reads.first().click();
  await expect(page.getByRole('article')).toBeVisible();
});

test('who has been here for long sees no first weeks', async ({ page, context, baseURL }) => {
  const [bogdan] = await demoPeople(`p.handle = 'bogdan-stanek'`);
  if (!bogdan) throw new Error('The demo guild has changed.');
  await signInAs(context, bogdan, baseURL as string);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Next meetup' })).toBeVisible();
  await expect(page.getByText('Your first weeks')).toHaveCount(0);
});
