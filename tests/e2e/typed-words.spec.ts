import { expect, type Page, test } from '@playwright/test';
import { type DemoPerson, demoPeople, signInAs } from '../support/demo-sign-in';
import { askE2eDatabase } from '../support/e2e-database';

async function theAdministrator(): Promise<DemoPerson> {
  const [person] = await demoPeople(
    `EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = p.id AND u."isAdministrator")`,
  );
  if (!person) throw new Error('The demo guild has no administrator.');
  return person;
}

async function one(sql: string): Promise<string> {
  const [row] = await askE2eDatabase<{ found: string }>(sql);
  if (!row) throw new Error(`The demo guild has nothing for: ${sql}`);
  return row.found;
}

const isKept = (page: Page, words: string) =>
  page.evaluate((text) => JSON.stringify({ ...localStorage }).includes(text), words);

test('every long form offers again what was typed into it and not sent', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const person = await theAdministrator();
  await signInAs(context, person, baseURL as string);
  const meetup = await one(
    `SELECT id AS found FROM "Meetup" WHERE "startsAt" > now() AND "cancelledAt" IS NULL ORDER BY "startsAt", id LIMIT 1`,
  );
  const series = await one(`SELECT slug AS found FROM "MeetupSeries" ORDER BY slug LIMIT 1`);
  const group = await one(
    `SELECT u.slug AS found FROM "WorkingGroup" w JOIN "OrgUnit" u ON u.id = w."unitId"
      WHERE w."endedOn" IS NULL ORDER BY w."startsOn" DESC, u.slug LIMIT 1`,
  );
  const forms: [address: string, label: string][] = [
    [`/meetups/${meetup}/edit`, 'Notes'],
    [`/meetups/${meetup}/agenda`, 'What it is about'],
    ['/meetups/new-series', 'What it is for'],
    [`/meetups/series/${series}/change`, 'What it is for'],
    ['/working-groups/new', 'Charter'],
    [`/working-groups/${group}/edit`, 'Charter'],
    [`/working-groups/${group}/deliverables/new`, 'What it is'],
    ['/org/new', 'What it is for'],
    ['/org/radio/edit', 'What it is for'],
    [`/people/${person.handle}/edit`, 'What you are glad to be asked about'],
  ];
  for (const [address, label] of forms) {
    await test.step(address, async () => {
      const words = `Not sent yet, from ${address}`;
      expect((await page.goto(address))?.status()).toBe(200);
      const text = page.locator('textarea').first();
      await expect(text).toHaveAccessibleName(new RegExp(label));
      await text.fill(words);
      await expect.poll(() => isKept(page, words)).toBe(true);
      await page.goto(address);
      await expect(text).not.toHaveValue(words);
      await page.getByRole('button', { name: 'Bring them back' }).first().click();
      await expect(text).toHaveValue(words);
    });
  }
});

test('words that were stored are not offered again', async ({ page, context, baseURL }) => {
  const person = await theAdministrator();
  await signInAs(context, person, baseURL as string);
  const address = `/people/${person.handle}/edit`;
  await page.goto(address);
  const text = page.getByLabel('Skills');
  await text.fill('ranking\nwriting');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The profile is saved.')).toBeVisible();
  await text.fill('ranking\nwriting\nlistening');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => isKept(page, 'listening')).toBe(false);
});

test('what is typed and selected before the script arrives stays', async ({
  page,
  context,
  baseURL,
}) => {
  const person = await theAdministrator();
  await signInAs(context, person, baseURL as string);
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/*.js*', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(`/people/${person.handle}/edit`, { waitUntil: 'commit' });
  const text = page.getByLabel('What you are glad to be asked about');
  await text.fill('Early words');
  await text.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 11));
  arrive();
  const headline = page.getByLabel('What you do, in a few words');
  const hydrated = () =>
    headline.evaluate((input) => Object.keys(input).some((key) => key.startsWith('__react')));
  await expect.poll(hydrated).toBe(true);
  await expect(text).toHaveValue('Early words');
  await expect(text).toBeFocused();
  await page.keyboard.type('thoughts');
  await expect(text).toHaveValue('Early thoughts');
});
