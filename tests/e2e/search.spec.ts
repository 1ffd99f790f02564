import { expect, test } from '@playwright/test';
import { untilAwake } from '../support/awake';
import { signInAs, someMember } from '../support/demo-sign-in';

test('with the keyboard alone: type, see what was meant, narrow down, open', async ({
  page,
  context,
  baseURL,
}) => {
  await signInAs(context, await someMember(), baseURL as string);
  await page.goto('/people');
  await untilAwake(page);
  await page.keyboard.press('/');
  await page.keyboard.type('calibartion');
  await expect(
    page
      .getByRole('option')
      .filter({ hasText: /calibrat/i })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/search?q=calibartion');
  const main = page.getByRole('main');
  const meant = main.getByRole('link', { name: 'calibration', exact: true });
  await meant.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=calibration$/);

  const facets = main.getByRole('navigation', { name: 'Narrow down' });
  const techniques = facets.getByRole('link', { name: /^Techniques/ }).filter({ visible: true });
  const count = (await techniques.textContent())?.match(/\d+/)?.[0];
  await techniques.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/kind=technique/);
  await expect(main.getByRole('status')).toHaveText(
    count === '1' ? 'One result' : `${count} results`,
  );
});

test('has anyone tried? answers from Today by a plain form, and an honest nothing can be left as a question', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signInAs(context, await someMember(), baseURL as string);
  const page = await context.newPage();
  await page.goto('/');
  await page
    .getByLabel(/Describe the problem/)
    .fill('New tracks have no plays yet, so cold start recommendations for new artists are poor.');
  await page.getByRole('button', { name: 'Look whether anyone has tried' }).click();
  await expect(page).toHaveURL(/\/search\/tried\?problem=/);
  await expect(page.getByRole('heading', { name: 'Techniques' })).toBeVisible();

  await page.goto('/search/tried?problem=xyzzy+plugh+qwrtzp');
  await expect(page.getByText('Nothing close')).toBeVisible();
  await page.getByRole('button', { name: 'Leave this question' }).click();
  await expect(page.getByText('without your name')).toBeVisible();
  await context.close();
});
