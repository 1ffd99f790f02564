import { createHash, randomBytes } from 'node:crypto';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type DemoPerson, demoPeople, signInAs, someMember } from '../support/demo-sign-in';
import { askE2eDatabase } from '../support/e2e-database';
import { expectReadable } from '../support/readable-by-everybody';

/** Signs the browser in as the demo guild's administrator, who has an account already. */
async function signInAsAdministrator(
  context: BrowserContext,
  address: string,
): Promise<DemoPerson> {
  const [person] = await demoPeople(
    'EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = p.id AND u."isAdministrator")',
  );
  if (!person) throw new Error('The demo guild has no administrator.');
  const token = randomBytes(32).toString('base64url');
  await askE2eDatabase(
    `INSERT INTO "Session" (id, "sessionToken", "userId", expires)
     SELECT gen_random_uuid(), $1, u.id, now() + interval '1 day' FROM "User" u WHERE u."personId" = $2`,
    [createHash('sha256').update(token).digest('base64url'), person.id],
  );
  await context.addCookies([{ name: 'guildhall-session', value: token, url: address }]);
  return person;
}

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A colleague of this test's own, so that nothing others look at is changed. */
async function addColleague(page: Page, name: string) {
  await page.goto('/people/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('First day').fill(inDays(-200));
  const squad = page.getByLabel('Home squad (optional)');
  await squad.fill('radio');
  // Leaving the field closes what it offers.
  await squad.press('Tab');
  await page.getByRole('button', { name: 'Add this person' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a planned move shows on its day, not before, and in the trail', async ({ page, baseURL }) => {
  await signInAsAdministrator(page.context(), baseURL ?? '');
  await addColleague(page, 'Quillon Aldermoor');
  const path = new URL(page.url()).pathname;
  await expect(page.getByRole('link', { name: 'Radio' }).first()).toBeVisible();

  await page.getByRole('link', { name: 'Change where Quillon Aldermoor belongs' }).click();
  const squad = page.getByRole('combobox', { name: 'To which squad' });
  await squad.pressSequentially('mixs');
  await expect(page.getByRole('option', { name: /Mixes/ })).toBeVisible();
  await squad.press('ArrowDown');
  await squad.press('Enter');
  await expect(squad).toHaveValue('mixes');
  await page.getByLabel('First day in the new squad').fill(inDays(30));
  await page.getByRole('button', { name: 'Record the move' }).click();
  await expect(page.getByText('The move is recorded.')).toBeVisible();

  const belongsTo = page.getByRole('region', { name: 'Belongs to' });
  await page.goto(path);
  await expect(belongsTo.getByRole('link', { name: 'Radio' })).toBeVisible();
  await page.goto(`${path}?on=${inDays(30)}`);
  await expect(page.getByText('You look ahead: planned for')).toBeVisible();
  await expect(belongsTo.getByRole('link', { name: 'Mixes' })).toBeVisible();

  await page.goto(`/org/audit?person=${path.split('/').at(-1)}`);
  // The filter above the trail offers the same words.
  await expect(page.getByRole('cell', { name: /^Membership ended/ }).first()).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a move is recorded by the squad’s name, and a wrong name is told without losing what was typed', async ({
    page,
    baseURL,
  }) => {
    await signInAsAdministrator(page.context(), baseURL ?? '');
    await addColleague(page, 'Rosalba Penhallow');
    const path = new URL(page.url()).pathname;
    await page.goto(`${path}/places`);
    await page.getByLabel('To which squad').fill('No such squad');
    await page.getByLabel('Why (optional)').fill('Closer to home');
    await page.getByRole('button', { name: 'Record the move' }).click();
    await expect(page.getByText('No one unit has that name.')).toBeVisible();
    await expect(page.getByLabel('Why (optional)')).toHaveValue('Closer to home');

    await page.getByLabel('To which squad').fill('Mixes');
    await page.getByRole('button', { name: 'Record the move' }).click();
    await expect(page.getByText('The move is recorded.')).toBeVisible();
  });

  test('the directory is searched and narrowed down by its forms', async ({ page, baseURL }) => {
    const member = await someMember();
    await signInAs(page.context(), member, baseURL ?? '');
    await page.goto('/people');
    await page.getByLabel('Find people and units').fill(member.name.slice(0, -1));
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await expect(page.getByRole('cell').getByRole('link', { name: member.name })).toBeVisible();
  });
});

test('a link on a page of the past leads into that past, and today is one click away', async ({
  page,
  baseURL,
}) => {
  await signInAs(page.context(), await someMember(), baseURL ?? '');
  const past = inDays(-400);
  await page.goto(`/org/continuous-listening?on=${past}`);
  await expect(page.getByText('You look back: this is how it was on')).toBeVisible();
  await page
    .getByRole('region', { name: 'People of Continuous listening' })
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/people/.+on=${past}`));
  await page.getByRole('link', { name: 'Back to today' }).click();
  await expect(page).toHaveURL(/\/people\/[^?]+$/);
});

test('a guild is left and joined by one’s own hand', async ({ page, baseURL }) => {
  const [member] = await demoPeople(
    `EXISTS (SELECT 1 FROM "Membership" m JOIN "OrgUnit" u ON u.id = m."unitId" WHERE m."personId" = p.id
       AND u.slug = 'data-quality' AND m."validTo" IS NULL AND m."supersededAt" IS NULL)
     AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."personId" = p.id AND m.role <> 'MEMBER')`,
  );
  if (!member) throw new Error('Nobody is in the data quality guild.');
  await signInAs(page.context(), member, baseURL ?? '');
  await page.goto('/org/data-quality');
  await page.getByRole('button', { name: 'Leave this guild' }).click();
  await page.getByRole('button', { name: 'Join this guild' }).click();
  await expect(page.getByRole('button', { name: 'Leave this guild' })).toBeVisible();
});

test('somebody is found while one types, with the keyboard alone', async ({ page, baseURL }) => {
  const member = await someMember();
  await signInAs(page.context(), member, baseURL ?? '');
  await page.goto('/people');
  const box = page.getByRole('combobox', { name: 'Find people and units' });
  await box.pressSequentially(member.name.toLowerCase());
  await expect(page.getByRole('option', { name: member.name })).toBeVisible();
  await box.press('ArrowDown');
  await box.press('Enter');
  await expect(page).toHaveURL(`/people/${member.handle}`);
});

test('the organisation’s pages can be read by everybody', async ({ page, context, baseURL }) => {
  test.setTimeout(480_000);
  const administrator = await signInAsAdministrator(context, baseURL ?? '');
  for (const address of [
    '/org?view=squads',
    '/org/discovery',
    '/org/radio',
    '/org/discovery-data-science',
    '/org/machine-learning',
    `/org/continuous-listening?on=${inDays(-400)}`,
    '/org/radio/edit',
    '/org/radio/members',
    '/org/radio/split',
    '/org/new',
    '/org/audit',
    `/people/${administrator.handle}/edit`,
    `/people/${administrator.handle}/places`,
  ]) {
    await expectReadable(page, address);
  }
});
