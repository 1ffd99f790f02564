import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { openMailbox } from '../support/mailbox';
import { sendPlainForm } from '../support/plain-form';
import { aDatabase, freePort, runServer, startServer } from '../support/server';

let url: string;
let database: pg.Client;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  url = await aDatabase('sign_in_production');
  database = new pg.Client({ connectionString: url });
  await database.connect();
  await database.query(
    `INSERT INTO "Person" (id, handle, name, email, "updatedAt") VALUES ('ada', 'ada', 'Ada', 'ada@example.com', now())`,
  );
});

test.afterAll(() => database.end());

test('a server in production does not start with the demo, a default secret or a cookie in the clear', async () => {
  const { process: child, output } = runServer(await freePort(), {
    DATABASE_URL: url,
    GUILDHALL_EMBEDDED_DATABASE: 'off',
    GUILDHALL_DEMO: 'on',
    NEXTAUTH_SECRET: 'changeme',
    NEXTAUTH_URL: 'http://guild.example.com',
  });
  const [status] = await once(child, 'exit');
  expect(status).toBe(1);
  expect(output()).toContain('GUILDHALL_DEMO is on');
  expect(output()).toContain('NEXTAUTH_SECRET is short or a known default');
  expect(output()).toContain('NEXTAUTH_URL is not https');
});

test('on https every cookie is out of reach of scripts, of other hosts and of the clear', async () => {
  const mailbox = await openMailbox();
  const server = await startServer({
    DATABASE_URL: url,
    GUILDHALL_EMBEDDED_DATABASE: 'off',
    NEXTAUTH_SECRET: 'kT4vN9xQ2bL7mW5pR8sD1fG6hJ3cZ0yA',
    NEXTAUTH_URL: 'https://guild.example.com',
    TRUSTED_PROXY_HOPS: '1',
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'guildhall@example.com',
    ALLOWED_EMAIL_DOMAINS: 'example.com',
  });
  // As the browser says it, with a proxy in between that puts its own host in place of ours.
  const headers = { origin: 'https://guild.example.com' };

  const sent = await sendPlainForm(`${server.address}/sign-in`, {
    button: 'Send me a link',
    fields: { email: 'ada@example.com' },
    headers,
  });
  expect(sent.headers.get('location')).toBe('/sign-in/sent');
  const link = mailbox.linkSentTo('ada@example.com');
  expect(link.origin).toBe('https://guild.example.com');

  const opened = await sendPlainForm(`${server.address}${link.pathname}${link.search}`, {
    button: 'Sign in',
    headers,
  });
  expect(opened.headers.get('location')).toBe('/');
  expect(opened.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  const session = opened.headers.getSetCookie().find((line) => line.includes('guildhall-session'));
  expect(session).toMatch(/^__Host-guildhall-session=[\w-]{40,};/);
  for (const cookie of opened.headers.getSetCookie()) {
    expect(cookie).toMatch(/^__Host-/);
    for (const mark of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=lax']) {
      expect(cookie.split('; ')).toContain(mark);
    }
  }

  const cookie = session?.split(';')[0] ?? '';
  const inside = await fetch(`${server.address}/`, { headers: { cookie }, redirect: 'manual' });
  expect(inside.status).toBe(200);
  expect(inside.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  await server.stop();
  await mailbox.close();
});

test('a server that is told to stop finishes what it began', async () => {
  const server = await startServer({ DATABASE_URL: url, GUILDHALL_DEMO: 'on' });
  await database.query('BEGIN');
  await database.query('LOCK TABLE "Session" IN ACCESS EXCLUSIVE MODE');
  const signingIn = sendPlainForm(`${server.address}/sign-in`, { button: 'Sign in as Ada' });
  await untilSomebodyWaits();

  const stopped = server.stop('SIGTERM');
  await sleep(500);
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
  await database.query('COMMIT');

  expect((await signingIn).status).toBe(303);
  expect((await signingIn).headers.getSetCookie()[0]).toContain('guildhall-session=');
  expect(await stopped).toBe(143);
});

test('each request leaves one line with its id, without what stood in its query', async () => {
  const server = await startServer({
    DATABASE_URL: url,
    GUILDHALL_DEMO: 'on',
    TRUSTED_PROXY_HOPS: '1',
  });
  const ids = ['from-the-proxy-0001', 'from-the-proxy-0002', 'from-the-proxy-0003'];
  await Promise.all(
    ids.map((id) =>
      fetch(`${server.address}/sign-in/link?email=a@example.com&token=hush`, {
        headers: { 'x-request-id': id },
      }),
    ),
  );
  await server.stop();
  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ path }) => path === '/sign-in/link');
  expect(lines.map(({ requestId }) => requestId).toSorted()).toEqual(ids);
  expect(lines[0]).toMatchObject({ service: 'guildhall', method: 'GET', status: 200 });
  expect(server.output()).not.toContain('hush');
});

async function untilSomebodyWaits() {
  const observer = new pg.Client({ connectionString: url });
  await observer.connect();
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { rows } = await observer.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return observer.end();
    await sleep(50);
  }
  throw new Error('Nobody waited for the lock.');
}
