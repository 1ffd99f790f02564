import { expect, test } from '@playwright/test';
import { askE2eDatabase } from '../support/e2e-database';
import { expectReadable } from '../support/readable-by-everybody';

type Colleague = { name: string };

/** Somebody of the demo guild who is here today. */
async function somebody(): Promise<Colleague> {
  const [person] = await askE2eDatabase<Colleague>(
    'SELECT name FROM "Person" WHERE "deactivatedAt" IS NULL AND "leftOn" IS NULL ORDER BY name LIMIT 1',
  );
  if (!person) throw new Error('The demo guild has no people.');
  return person;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('somebody who follows a link signs in, gets there, and signs out again', async ({
      page,
    }) => {
      const { name } = await somebody();
      await page.goto('/meetups?seen=in-a-chat');
      await expect(page).toHaveURL('/sign-in?from=%2Fmeetups%3Fseen%3Din-a-chat');

      await page
        .getByRole('searchbox', { name: 'Find a person by name, role or squad' })
        .fill(name);
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByRole('button', { name: `Sign in as ${name}`, exact: true }).click();

      await expect(page).toHaveURL('/meetups?seen=in-a-chat');
      await expect(page.getByText('Demo guild: the people are invented')).toBeVisible();

      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByText('You are signed out.')).toBeVisible();
      await page.goto('/meetups');
      await expect(page).toHaveURL(/\/sign-in\?from=/);
    });
  });
}

test('the list of demo people leads on to the next ones', async ({ page }) => {
  await page.goto('/sign-in');
  const names = () => page.getByRole('button', { name: /^Sign in as / }).allTextContents();
  const first = await page
    .getByRole('button', { name: /^Sign in as / })
    .first()
    .getAttribute('aria-label');
  expect(await names()).toHaveLength(12);
  await page.getByRole('link', { name: 'Show more people' }).click();
  await expect(page.getByRole('button', { name: first ?? '', exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Back to the start' }).click();
  await expect(page.getByRole('button', { name: first ?? '', exact: true })).toHaveCount(1);
});

test('the sign-in pages can be read by everybody', async ({ page }) => {
  for (const address of [
    '/sign-in?error=domain',
    '/sign-in?search=nobody-of-this-name',
    '/sign-in/sent',
    '/sign-in/link?email=ada%40example.com&token=abc',
  ]) {
    await expectReadable(page, address);
  }
});

test('every answer has a policy of its own, and no script runs without its nonce', async ({
  page,
  request,
}) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
  const nonces: string[] = [];
  for (const address of ['/sign-in', '/sign-in', '/sign-in/sent', '/no-such-page']) {
    const answer = await request.get(address);
    const policy = answer.headers()['content-security-policy'] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic';`);
    expect(policy).toContain("frame-ancestors 'none'");
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    nonces.push(nonce);
  }
  expect(new Set(nonces).size).toBe(nonces.length);

  const { name } = await somebody();
  await page.goto(`/sign-in?search=${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: `Sign in as ${name}`, exact: true }).click();
  await page.waitForURL('/');
  await page.waitForLoadState('networkidle');
  expect(violations).toEqual([]);
});

test('a script that is slipped into a page does not run', async ({ page }) => {
  await page.goto('/sign-in');
  const ran = await page.evaluate(() => {
    const script = document.createElement('div');
    script.innerHTML = '<img src="x" onerror="window.slippedIn = true">';
    document.body.append(script);
    return new Promise((resolve) =>
      setTimeout(() => resolve('slippedIn' in window ? 'ran' : 'did not run'), 500),
    );
  });
  expect(ran).toBe('did not run');
});

test('answers carry the headers that browsers heed, and a request id', async ({ request }) => {
  const page = (await request.get('/sign-in')).headers();
  expect(page).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
  expect(page['permissions-policy']).toContain('camera=()');
  expect(page['x-powered-by']).toBeUndefined();
  const other = (await request.get('/sign-in')).headers();
  expect(page['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(other['x-request-id']).not.toBe(page['x-request-id']);
});

test('a form that another site sends is refused', async ({ request }) => {
  const send = (headers: Record<string, string>) =>
    request.post('/sign-in', { headers, form: { personId: 'x' }, maxRedirects: 0 });
  expect((await send({ 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
  expect((await send({ origin: 'https://evil.test' })).status()).toBe(403);
  expect((await send({ origin: 'null' })).status()).toBe(403);
});

test('a link to the sign-in page cannot lead on to another site', async ({ page }) => {
  const { name } = await somebody();
  await page.goto(`/sign-in?from=//evil.test/&search=${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: `Sign in as ${name}`, exact: true }).click();
  await expect(page).toHaveURL('/');
});

test('the process says that it lives, and that it is ready', async ({ request }) => {
  const alive = await request.get('/healthz');
  expect([alive.status(), await alive.text()]).toEqual([200, 'ok\n']);
  const ready = await request.get('/readyz');
  expect([ready.status(), await ready.json()]).toEqual([200, { ready: true }]);
});
