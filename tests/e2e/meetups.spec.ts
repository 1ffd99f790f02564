import { expect, test } from '@playwright/test';
import { type DemoPerson, demoPeople, signInAs, someMember } from '../support/demo-sign-in';
import { askE2eDatabase } from '../support/e2e-database';
import { expectReadable } from '../support/readable-by-everybody';

type Guild = { id: string; lead: DemoPerson };

/** A guild of the demo guild that somebody leads, with its lead. */
async function aLedGuild(): Promise<Guild> {
  const [guild] = await askE2eDatabase<{ id: string; leadId: string }>(
    `SELECT u.id, m."personId" AS "leadId" FROM "OrgUnit" u JOIN "Membership" m ON m."unitId" = u.id
      WHERE u.kind = 'GUILD' AND m.role = 'LEAD' AND m."validTo" IS NULL AND m."supersededAt" IS NULL
      ORDER BY u.slug, m."personId" LIMIT 1`,
  );
  const [lead] = guild ? await demoPeople('p.id = $1', [guild.leadId]) : [];
  if (!guild || !lead) throw new Error('Nobody leads a guild in the demo guild.');
  return { id: guild.id, lead };
}

/** A date of this test's own, so many hours from now. */
async function aDate(guild: Guild, title: string, hoursFromNow: number): Promise<string> {
  const [date] = await askE2eDatabase<{ id: string }>(
    `INSERT INTO "Meetup" (id, "ownerUnitId", "occursOn", title, "startsAt", "endsAt", "timeZone")
     SELECT 'e2e-' || gen_random_uuid(), $1, at::date, $2, at, at + interval '90 minutes', 'Asia/Tokyo'
       FROM (SELECT now() + make_interval(hours => $3) AS at) chosen RETURNING id`,
    [guild.id, title, hoursFromNow],
  );
  if (!date) throw new Error('The date could not be added.');
  return date.id;
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a member says they come, changes their mind, and the page remembers', async ({
    page,
    context,
    baseURL,
  }) => {
    const me = await someMember();
    const id = await aDate(await aLedGuild(), 'An evening to answer', 30);
    await signInAs(context, me, baseURL as string);
    await page.goto(`/meetups/${id}`);
    await expect(page.getByText('by the meeting’s own clock (Asia/Tokyo)')).toBeVisible();

    await page.getByRole('button', { name: 'I am coming' }).click();
    await expect(page.getByRole('button', { name: 'I am coming', pressed: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Coming (1)' })).toBeVisible();

    await page.getByRole('button', { name: 'Maybe' }).click();
    await expect(page.getByRole('heading', { name: 'Maybe (1)' })).toBeVisible();
    await page.goto(`/meetups/${id}`);
    await expect(page.getByRole('button', { name: 'Maybe', pressed: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Maybe (1)' })).toBeVisible();
    const answers = await askE2eDatabase('SELECT answer FROM "Rsvp" WHERE "meetupId" = $1', [id]);
    expect(answers).toEqual([{ answer: 'MAYBE' }]);
  });

  test('a lead starts a series, and its dates stand in the calendar', async ({
    page,
    context,
    baseURL,
  }) => {
    const { lead } = await aLedGuild();
    await signInAs(context, lead, baseURL as string);
    await page.goto('/meetups/new-series');
    await page.getByLabel('Title').fill('Paper breakfast');
    await page.getByLabel('First date').fill('2030-01-03');
    await page.getByLabel('Time zone').fill('Europe/Atlantis');
    await page.getByRole('button', { name: 'Start the series' }).click();
    await expect(page.getByRole('alert').first()).toContainText('This zone is not known');
    await expect(page.getByLabel('Title')).toHaveValue('Paper breakfast');

    await page.getByLabel('Time zone').fill('Europe/Lisbon');
    await page.getByRole('button', { name: 'Start the series' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Paper breakfast' })).toBeVisible();
    await expect(
      page.getByText('every two weeks on Thursday, at 16:00 in Europe/Lisbon'),
    ).toBeVisible();
  });
});

test('a lead records who was there, and the page of the date names them', async ({
  page,
  context,
  baseURL,
}) => {
  const guild = await aLedGuild();
  const id = await aDate(guild, 'An evening that was', -5);
  await signInAs(context, guild.lead, baseURL as string);
  await page.goto(`/meetups/${id}`);
  await page.getByRole('link', { name: 'Record who was there' }).click();

  await page.getByRole('checkbox').nth(0).check();
  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: 'Record who was there' }).click();
  await expect(page.getByText('Recorded.', { exact: true })).toBeVisible();
  await page.goto(`/meetups/${id}`);
  await expect(page.getByRole('heading', { name: 'Was there (2)' })).toBeVisible();

  await page.goto(`/meetups/${id}/attendance`);
  await page.getByRole('checkbox', { checked: true }).first().uncheck();
  await page.getByRole('button', { name: 'Record who was there' }).click();
  await expect(page.getByText('Recorded.', { exact: true })).toBeVisible();
  await page.goto(`/meetups/${id}`);
  await expect(page.getByRole('heading', { name: 'Was there (1)' })).toBeVisible();
});

test('a lead fills the agenda, and calls the date off with a reason', async ({
  page,
  context,
  baseURL,
}) => {
  const guild = await aLedGuild();
  const id = await aDate(guild, 'An evening to fill', 200);
  const presenter = await someMember();
  await signInAs(context, guild.lead, baseURL as string);
  await page.goto(`/meetups/${id}/agenda`);
  await page.getByLabel('Title').fill('What the cold start taught us');
  await page.getByLabel('Minutes').fill('40');
  await page.getByLabel('Presenter').fill(presenter.handle);
  await page.getByRole('button', { name: 'Add to the agenda' }).click();
  await expect(page.getByText('40 of 90 minutes planned, 50 free.')).toBeVisible();

  await page.goto(`/meetups/${id}`);
  await expect(page.getByRole('link', { name: presenter.name })).toBeVisible();
  await page.getByRole('link', { name: 'Change this date' }).click();
  const callOff = page.getByRole('region', { name: 'Call it off' });
  await callOff.getByLabel('Why').fill('The whole company is travelling.');
  await callOff.getByRole('button', { name: 'Call this meetup off' }).click();
  await expect(page.getByText('The whole company is travelling.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'I am coming' })).toHaveCount(0);
});

test('the forms of meetups can be used by everybody', async ({ page, context, baseURL }) => {
  test.setTimeout(400_000);
  const guild = await aLedGuild();
  const id = await aDate(guild, 'An evening to edit', -3);
  await signInAs(context, guild.lead, baseURL as string);
  for (const address of [
    '/meetups/new',
    '/meetups/new-series',
    '/meetups/series',
    `/meetups/${id}/agenda`,
    `/meetups/${id}/attendance`,
    `/meetups/${id}/edit`,
  ]) {
    await expectReadable(page, address);
  }
});
