import { expect, test } from '@playwright/test';
import pg from 'pg';
import { aDatabase, type Server } from '../support/server';
import { startTwoNodes } from '../support/two-nodes';

let database: pg.Client;
let portal: Awaited<ReturnType<typeof startTwoNodes>>;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const url = await aDatabase('two_nodes');
  database = new pg.Client({ connectionString: url });
  await database.connect();
  await database.query(`
    INSERT INTO "Person" (id, handle, name, "updatedAt") VALUES ('ada', 'ada', 'Ada Berg', now());
    INSERT INTO "OrgUnit" (id, kind, slug, name, "validFrom", "updatedAt")
      VALUES ('guild', 'GUILD', 'ml-guild', 'ML guild', '2024-01-01', now());
    INSERT INTO "Meetup" (id, "ownerUnitId", "occursOn", title, "startsAt", "endsAt", "timeZone")
      VALUES ('next', 'guild', current_date + 7, 'Cold start, revisited',
              now() + interval '7 days', now() + interval '7 days 90 minutes', 'Europe/Stockholm');`);
  portal = await startTwoNodes(url);
});

test.afterAll(async () => {
  await portal?.stop();
  await database?.end();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('what is done on one node is there on the other: signing in, answering, signing out', async ({
      page,
      context,
    }) => {
      const { address: site, nodes, answered } = portal;
      const answer = javaScriptEnabled ? 'I am coming' : 'Maybe';
      const before = [...answered];
      await page.goto(`${site}/meetups/next`);
      await page.getByRole('button', { name: 'Sign in as Ada Berg' }).click();
      await expect(page).toHaveURL(`${site}/meetups/next`);
      await page.getByRole('button', { name: answer }).click();
      await expect(page.getByRole('button', { name: answer, pressed: true })).toBeVisible();

      const cookie = (await context.cookies())
        .map(({ name, value }) => `${name}=${value}`)
        .join('; ');
      const ask = (node: Server) =>
        fetch(`${node.address}/meetups/next`, { headers: { cookie }, redirect: 'manual' });
      for (const node of nodes) {
        const shown = await (await ask(node)).text();
        const pressed = shown.match(/<button[^>]*aria-pressed="true"[^>]*>[^<]*/g) ?? [];
        expect(pressed.map((button) => button.replace(/.*>/, ''))).toContain(answer);
      }

      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByText('You are signed out.')).toBeVisible();
      for (const node of nodes) {
        const refused = await ask(node);
        expect([refused.status, refused.headers.get('location')]).toEqual([
          307,
          '/sign-in?from=%2Fmeetups%2Fnext',
        ]);
      }
      for (const [node, count] of answered.entries()) {
        expect(count).toBeGreaterThan((before[node] ?? 0) + 2);
      }
    });
  });
}
