import { type Browser, expect, type Page, test } from '@playwright/test';
import { type DemoPerson, signInAs } from '../support/demo-sign-in';
import { askE2eDatabase, e2eDatabaseUrl } from '../support/e2e-database';
import { expectReadable, expectShownReadable } from '../support/readable-by-everybody';
import { startTwoNodes } from '../support/two-nodes';

type SquadMember = DemoPerson & { squad: string };

/**
 * People of one guild, each of another squad, and that guild's lead. All keep one time zone: what a
 * squad says today is of its own day, which near midnight is not everybody's.
 */
async function peopleOfOneGuild() {
  const rows = await askE2eDatabase<SquadMember & { guildId: string; leadId: string }>(
    `SELECT DISTINCT ON (s.id) p.id, p.handle, p.name, s.name AS squad, g.id AS "guildId", l."personId" AS "leadId"
       FROM "OrgUnit" g
       JOIN "Membership" l ON l."unitId" = g.id AND l.role = 'LEAD' AND l."validTo" IS NULL AND l."supersededAt" IS NULL
       JOIN "Membership" m ON m."unitId" = g.id AND m.role = 'MEMBER' AND m."validTo" IS NULL AND m."supersededAt" IS NULL
       JOIN "Person" p ON p.id = m."personId" AND p."deactivatedAt" IS NULL AND p."leftOn" IS NULL AND p.id <> l."personId"
       JOIN "Membership" h ON h."personId" = p.id AND h."isPrimary" AND h.role = 'MEMBER' AND h."validTo" IS NULL AND h."supersededAt" IS NULL
       JOIN "OrgUnit" s ON s.id = h."unitId"
      WHERE g.kind = 'GUILD' AND g.slug = 'machine-learning'
      ORDER BY s.id, l."personId", p.handle`,
  );
  const [writer, taker, decliner] = rows;
  const [lead] = await askE2eDatabase<DemoPerson>(
    'SELECT id, handle, name FROM "Person" WHERE id = $1',
    [writer?.leadId],
  );
  if (!writer || !taker || !decliner || !lead) throw new Error('The demo guild is too small.');
  await askE2eDatabase(`UPDATE "Person" SET "timeZone" = 'UTC' WHERE id = ANY ($1)`, [
    [writer.id, taker.id, decliner.id],
  ]);
  return { writer, taker, decliner, lead, guildId: writer.guildId };
}

/** A date of this journey's own, held yesterday. */
async function aHeldMeetup(guildId: string, title: string): Promise<string> {
  const [meetup] = await askE2eDatabase<{ id: string }>(
    `INSERT INTO "Meetup" (id, "ownerUnitId", "occursOn", title, "startsAt", "endsAt", "timeZone")
     SELECT 'travels-' || gen_random_uuid(), $1, at::date, $2, at, at + interval '90 minutes', 'Europe/Lisbon'
       FROM (SELECT now() - interval '1 day' AS at) held RETURNING id`,
    [guildId, title],
  );
  if (!meetup) throw new Error('The meetup could not be added.');
  return meetup.id;
}

async function pageOf(browser: Browser, person: DemoPerson, address: string, script = true) {
  const context = await browser.newContext({ javaScriptEnabled: script, baseURL: address });
  await signInAs(context, person, address);
  return context.newPage();
}

/** Goes from one thing to the next with the tab key, as somebody without a mouse does. */
async function tabTo(page: Page, name: string) {
  const target = page.getByRole('button', { name });
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`“${name}” cannot be reached with the tab key.`);
}

let portal: Awaited<ReturnType<typeof startTwoNodes>>;

test.beforeAll(async () => {
  portal = await startTwoNodes(e2eDatabaseUrl());
});

test.afterAll(() => portal?.stop());

test('a technique travels from the squad that learnt it to one that takes it up and one that says no, whichever of two nodes answers', async ({
  browser,
}) => {
  test.setTimeout(400_000);
  const home = portal.address;
  const { writer, taker, decliner, lead, guildId } = await peopleOfOneGuild();
  const meetupTitle = `Evening of shrinkage ${Date.now()}`;
  const title = `Shrunken counts ${Date.now()}`;
  const meetupId = await aHeldMeetup(guildId, meetupTitle);
  const solvedOn = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);

  const asWriter = await pageOf(browser, writer, home);
  await test.step('a squad writes down what it learnt', async () => {
    const page = asWriter;
    await page.goto('/techniques');
    await page.getByRole('link', { name: 'Write down a technique' }).click();
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('In a sentence or two').fill('Rare things rank fairly.');
    await page.getByLabel('Solved on').fill(solvedOn);
    await page.getByLabel('The problem').fill('Counts of rare tracks are mostly noise.');
    await page.getByLabel('What you did').fill('- Shrink each count\n- towards its **genre**');
    await page.getByLabel('What failed').fill('A fixed cut-off hid the new artists.');
    await page.getByLabel('How it was evaluated').fill('Replay on four weeks.');
    await page.getByRole('button', { name: 'Write it down' }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText('Draft', { exact: true })).toBeVisible();
    await expect(page.getByText('No other squad has said anything yet.')).toBeVisible();
  });

  await test.step('it is complete once what the data made hard is answered', async () => {
    const page = asWriter;
    await expect(page.getByText('what the data made hard has to be written down')).toBeVisible();
    await page.getByRole('link', { name: 'Complete the write-up' }).click();
    await page.getByRole('checkbox', { name: 'We looked and found none' }).nth(1).check();
    await page.getByLabel('What you changed, and why').fill('The data made nothing hard.');
    await page.getByRole('button', { name: 'Save version 2' }).click();
    await expect(page.getByText('We looked, and found none.')).toBeVisible();
  });

  await test.step('the guild’s lead records who was there', async () => {
    const page = await pageOf(browser, lead, home);
    await page.goto(`/meetups/${meetupId}/attendance`);
    await page.getByRole('checkbox', { name: taker.name }).check();
    await page.getByRole('button', { name: 'Record who was there' }).click();
    await expect(page.getByText('Recorded.')).toBeVisible();
  });

  await test.step('it is marked as presented, and the squad that was there is named', async () => {
    const page = asWriter;
    await page.getByRole('link', { name: 'Mark as presented' }).click();
    await page.getByLabel('Title or guild').fill(meetupTitle);
    await page.getByRole('button', { name: 'Find dates' }).click();
    await page.getByRole('link', { name: `Presented at ${meetupTitle}` }).click();
    await expect(page.getByText(`${taker.squad} will have heard of it`)).toBeVisible();
    await page.getByRole('button', { name: 'Record that it was presented' }).click();
    await expect(page.getByText(`People of ${taker.squad} were there.`)).toBeVisible();
    await expect(page.getByText('Presented', { exact: true })).toBeVisible();
    // That a person was there is told to that person only.
    await expect(page.getByText('Only you see this line')).toHaveCount(0);
  });
  const address = new URL(asWriter.url()).pathname;

  const asTaker = await pageOf(browser, taker, home);
  await test.step('somebody of another squad finds it and, without a mouse, sees a use', async () => {
    const page = asTaker;
    await page.goto('/techniques');
    await page.getByLabel('Words').fill(title);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText('Only you see this line')).toBeVisible();
    await tabTo(page, 'We see a use for this');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').getByText('Recorded')).toBeVisible();
  });

  await test.step('then tries it, having changed something', async () => {
    const page = asTaker;
    await page.getByRole('link', { name: `Say where ${taker.squad} stands` }).click();
    await page.getByRole('radio', { name: 'We are trying it' }).check();
    await page.getByRole('radio', { name: 'We changed something' }).check();
    await page.getByLabel('What you changed, and why').fill('By mood: our genres are sparse.');
    await page
      .getByLabel('Where you had it from')
      .selectOption({ label: `${writer.squad}, who began it` });
    await page.getByRole('button', { name: `Say it for ${taker.squad}` }).click();
    await expect(page.getByText('Recorded: “We are trying it”.')).toBeVisible();
  });

  await test.step('then has it in production, with evidence of its own that is whole', async () => {
    const page = asTaker;
    await page.getByRole('link', { name: `Say where ${taker.squad} stands` }).click();
    await page.getByRole('radio', { name: 'We have it in production' }).check();
    await page.getByLabel('What you saw').fill('New artists are heard more.');
    await page.getByLabel('Value').fill('0.12');
    await page.getByRole('button', { name: `Say it for ${taker.squad}` }).click();
    await expect(page.getByText('A number needs its baseline')).toBeVisible();
    await expect(page.getByLabel('What you saw')).toHaveValue('New artists are heard more.');
    await page.getByLabel('Metric').fill('Share of streams');
    await page.getByLabel('Baseline').fill('0.10');
    await page.getByLabel('n', { exact: true }).fill('40 000');
    await page.getByRole('button', { name: `Say it for ${taker.squad}` }).click();
    await expect(page.getByText('Recorded: “We have it in production”.')).toBeVisible();
  });

  await test.step('a third squad says, without JavaScript, that it is not for them', async () => {
    const page = await pageOf(browser, decliner, home, false);
    await page.goto(`${address}`);
    await page.getByRole('link', { name: 'Say something else' }).click();
    await page.getByRole('radio', { name: 'Not for us' }).check();
    await page.getByRole('button', { name: `Say it for ${decliner.squad}` }).click();
    await expect(page.getByText('Choose the reason that comes nearest.')).toBeVisible();
    await page.getByLabel('The reason that comes nearest').selectOption('NO_DATA');
    await page.getByLabel('In your own words').fill('We never see a count.');
    await page.getByRole('button', { name: `Say it for ${decliner.squad}` }).click();
    await expect(page.getByText('Recorded: “Not for us”.')).toBeVisible();
  });

  await test.step('its page tells the journey in the order of time, with the people to ask', async () => {
    const page = asWriter;
    await page.goto(address);
    await expect(page.getByText('Adapted by others', { exact: true })).toBeVisible();
    const told = await page.locator('#journey li').allInnerTexts();
    const order = [
      `${writer.squad} had solved it`,
      `Presented at ${meetupTitle}`,
      'Written anew as version 2',
      `${taker.squad} saw a use for it`,
      `${taker.squad} began to try it`,
      `${taker.squad} took it to production`,
      `${decliner.squad} said that it is not for them`,
    ];
    const places = order.map((words) => told.findIndex((entry) => entry.includes(words)));
    expect(
      places.every((place) => place >= 0),
      told.join('\n'),
    ).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const { name } of [writer, taker, decliner]) {
      await expect(page.locator('#people').getByRole('link', { name })).toBeVisible();
    }
    await expect(page.getByRole('img', { name: 'Who had it from whom' })).toBeVisible();
    await page.getByText('The same as a table').click();
    await expect(page.getByRole('table', { name: 'Who had it from whom' })).toBeVisible();
    await expect(page.locator('#adapted')).toContainText('By mood: our genres are sparse.');
    await expect(page.locator('#departed')).toContainText('We never see a count.');
    await expect(page.locator('#evidence')).toContainText('0.12');
  });

  await test.step('nobody says it for another squad', async () => {
    await asWriter.goto(`${address}?say=anything`);
    await expect(asWriter.getByRole('button', { name: /^Say it for/ })).toHaveCount(0);
    await expect(asWriter.getByRole('button', { name: 'We see a use for this' })).toHaveCount(0);
  });

  await test.step('everybody can use its pages', async () => {
    const speaking = `${address}?say=${encodeURIComponent(writer.squad)}`;
    for (const path of [
      '/techniques',
      '/techniques/new',
      '/techniques/attempts',
      '/techniques/attempts/new',
      address,
      speaking,
      `${address}/edit`,
      `${address}/versions`,
      `${address}/present`,
      `${address}/evidence`,
      `${address}/standing`,
    ]) {
      await expectReadable(asWriter, path);
    }
    await asTaker.goto(address);
    await asTaker.getByRole('link', { name: `Say where ${taker.squad} stands` }).click();
    await asTaker.getByRole('radio', { name: 'We no longer use it' }).check();
    await expectShownReadable(asTaker, 'the form for a squad’s word');
  });

  const [first = 0, second = 0] = portal.answered;
  // Each answered its share of the walk, whatever a page happens to load.
  expect(Math.min(first, second)).toBeGreaterThan((first + second) / 3);
});
