import { expect, type Page, test } from '@playwright/test';
import pg from 'pg';
import { CLIENT, type CompanyAccounts, openCompanyAccounts } from '../support/company-accounts';
import { type Mailbox, openMailbox } from '../support/mailbox';
import { expectShownReadableByAll } from '../support/readable-by-everybody';
import { aDatabase, freePort, type Server, startServer } from '../support/server';

let database: pg.Client;
let company: CompanyAccounts;
let mailbox: Mailbox;
let server: Server;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const url = await aDatabase('sign_in_ways');
  database = new pg.Client({ connectionString: url });
  await database.connect();
  const port = await freePort();
  mailbox = await openMailbox();
  company = await openCompanyAccounts({
    redirectUri: `http://localhost:${port}/api/auth/callback/oidc`,
  });
  server = await startServer(
    {
      DATABASE_URL: url,
      OIDC_ISSUER: company.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'Wavelength account',
      SMTP_URL: mailbox.url,
      ALLOWED_EMAIL_DOMAINS: 'example.com, example.org',
    },
    port,
  );
});

test.afterAll(async () => {
  await server?.stop();
  await database?.end();
  await company?.close();
  await mailbox?.close();
});

const at = (path: string) => `${server.address}${path}`;

async function signInWithCompanyAccount(page: Page, login: string) {
  await page.getByRole('link', { name: 'Sign in with Wavelength account' }).click();
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('only the ways that are set up are offered', async ({ page }) => {
  await page.goto(at('/sign-in'));
  await expect(page.getByRole('link', { name: 'Sign in with Wavelength account' })).toBeVisible();
  await expect(page.getByLabel('Company e-mail address')).toBeVisible();
  await expect(page.getByText('demo guild')).toHaveCount(0);
});

test('a company account signs in a new colleague, until the day of leaving', async ({ page }) => {
  company.accounts.set('mira', {
    email: 'mira@example.com',
    email_verified: true,
    name: 'Mira Solberg',
  });
  await page.goto(at('/meetups'));
  await signInWithCompanyAccount(page, 'mira');
  await expect(page).toHaveURL(at('/meetups'));
  await expect(page.getByRole('link', { name: 'You: Mira Solberg' })).toBeVisible();

  await database.query(
    `UPDATE "Person" SET "deactivatedAt" = now() WHERE email = 'mira@example.com'`,
  );
  await page.reload();
  await expect(page).toHaveURL(at('/sign-in?from=%2Fmeetups'));
  await page.getByRole('link', { name: 'Sign in with Wavelength account' }).click();
  await expect(page.getByText('This person is recorded as having left')).toBeVisible();
});

test('signing out of a company account goes on to the provider, and the browsers one is signed in with are listed', async ({
  page,
}) => {
  company.accounts.set('lina', {
    email: 'lina@example.com',
    email_verified: true,
    name: 'Lina Ek',
  });
  await page.goto(at('/meetups'));
  await signInWithCompanyAccount(page, 'lina');
  await expect(page).toHaveURL(at('/meetups'));
  await database.query(
    `INSERT INTO "Session" (id, "sessionToken", "userId", expires, "openedAt")
     SELECT 'other', 'other', id, now() + interval '1 day', NULL FROM "User" WHERE email = 'lina@example.com'`,
  );
  await page.goto(at('/sessions?ended=1'));
  await expect(page.getByText('Chrome on')).toContainText('this one');
  await expect(page.getByText('Signed out there.')).toBeHidden();
  await page.getByRole('button', { name: 'Sign out A browser' }).click();
  await expect(page.getByText('Signed out there.')).toBeVisible();
  await expectShownReadableByAll(page, 'the browsers one is signed in with');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.getByRole('link', { name: 'Sign in with Wavelength account' }).click();
  await expect(page.getByPlaceholder('Enter any login')).toBeVisible();
});

test('a company account with an unverified address is refused in full sentences', async ({
  page,
}) => {
  company.accounts.set('thief', { email: 'boss@example.com', email_verified: false });
  await page.goto(at('/sign-in'));
  await signInWithCompanyAccount(page, 'thief');
  await expect(page.getByText('has not verified your e-mail address yet')).toBeVisible();
});

test('a company account of another domain is told which domains may sign in', async ({ page }) => {
  company.accounts.set('guest', { email: 'guest@elsewhere.test', email_verified: true });
  await page.goto(at('/sign-in'));
  await signInWithCompanyAccount(page, 'guest');
  await expect(page.getByText('Addresses that may: …@example.com, …@example.org.')).toBeVisible();
});

test('another site cannot set a sign-in with the company account going', async ({ request }) => {
  const begin = (site: string) =>
    request.get(at('/sign-in/oidc'), { headers: { 'sec-fetch-site': site }, maxRedirects: 0 });
  expect((await begin('cross-site')).headers().location).toBe('/sign-in');
  expect((await begin('same-origin')).headers().location).toContain(company.issuer);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a link by e-mail signs in once, however often a scanner looks at it', async ({
      page,
      browser,
      request,
    }) => {
      const email = javaScriptEnabled ? 'nils@example.org' : 'nora@example.org';
      await page.goto(at('/sign-in?from=/meetups'));
      await page.getByLabel('Company e-mail address').fill(email);
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();

      const link = mailbox.linkSentTo(email).href;
      for (let look = 0; look < 3; look += 1) expect((await request.get(link)).status()).toBe(200);

      await page.goto(link);
      await expect(page.getByText(`You are signing in as ${email}.`)).toBeVisible();
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL(at('/meetups'));

      const elsewhere = await browser.newContext({ javaScriptEnabled });
      const late = await elsewhere.newPage();
      await late.goto(link);
      await late.getByRole('button', { name: 'Sign in' }).click();
      await expect(late.getByText('This link has been used already or has run out.')).toBeVisible();
      await elsewhere.close();
    });
  });
}

test('a mail server that does not answer is told as such', async ({ page }) => {
  await mailbox.close();
  await page.goto(at('/sign-in'));
  await page.getByLabel('Company e-mail address').fill('late@example.com');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('We could not send the e-mail. Please try again.')).toBeVisible();
});
