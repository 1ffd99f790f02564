import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { demoPeople, signInAs } from '../support/demo-sign-in';
import { askE2eDatabase } from '../support/e2e-database';
import { expectReadable } from '../support/readable-by-everybody';

/** A lead and two members of a squad, and a space of the squad: for this test alone, since one of them leaves. */
async function aSquadWithSpace() {
  const mark = randomUUID().slice(0, 8);
  const [space] = await askE2eDatabase<{ slug: string }>(
    `WITH squad AS (
       SELECT id FROM "OrgUnit" WHERE kind = 'SQUAD' AND "validTo" IS NULL ORDER BY slug LIMIT 1
     ), people AS (
       INSERT INTO "Person" (id, handle, name, "updatedAt")
       SELECT gen_random_uuid(), handle || '-' || $1, name, now()
         FROM (VALUES ('lena', 'Lena Aldous'), ('lev', 'Lev Bannister'), ('kim', 'Kim Carrow')) AS p (handle, name)
       RETURNING id, name
     ), places AS (
       INSERT INTO "Membership" (id, "personId", "unitId", "unitKind", role, "isPrimary", "validFrom", source, "recordedAt")
       SELECT gen_random_uuid(), p.id, squad.id, 'SQUAD',
              CASE WHEN p.name = 'Lena Aldous' THEN 'LEAD' ELSE 'MEMBER' END::"MembershipRole",
              true, current_date - 100, 'ADMINISTRATOR', now() FROM people p, squad
     )
     INSERT INTO "WikiSpace" (id, slug, name, "ownerUnitId", "createdAt")
     SELECT gen_random_uuid(), 'e2e-' || gen_random_uuid(), 'Notes on skew', id, now() FROM squad
     RETURNING slug`,
    [mark],
  );
  const [keeper, lead, leaver] = await demoPeople("p.handle LIKE '%-' || $1", [mark]);
  if (!space || !lead || !leaver || !keeper) throw new Error('The demo guild has no squad.');
  return { slug: space.slug, lead, leaver, keeper };
}

async function pageOf(
  browser: Browser,
  person: { id: string; handle: string; name: string },
  { address, javaScriptEnabled = true }: { address: string; javaScriptEnabled?: boolean },
) {
  const context = await browser.newContext({ javaScriptEnabled });
  await signInAs(context, person, address);
  return context.newPage();
}

async function writePage(page: Page, slug: string, title: string, steward: string) {
  const path = title.toLowerCase().replaceAll(' ', '-');
  await page.goto(`/wiki-new?space=${slug}`);
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Address within the space').fill(path);
  await page.getByLabel('Text, in Markdown').fill(`# ${title}\n\nTake one day.\n`);
  await page.getByLabel('Stewards').fill(steward);
  await page.getByRole('button', { name: 'Create this page' }).click();
  await expect(page).toHaveURL(`/wiki/${slug}/${path}`);
  return `/wiki/${slug}/${path}`;
}

/** What no browser can bring about: the last day of somebody whose leaving is recorded. */
const lastDayComes = (personId: string) =>
  askE2eDatabase(
    `WITH gone AS (UPDATE "Person" SET "leftOn" = current_date, "deactivatedAt" = now() WHERE id = $1 RETURNING id)
     INSERT INTO "OutboxEvent" (name, payload, "occurredAt", "availableAt")
     SELECT 'person.left', jsonb_build_object('personId', id, 'leftOn', current_date::text), now(), now() FROM gone`,
    [personId],
  );

/** One of the ways in which a check can end, each with fields of the same names. */
const confirming = (page: Page) =>
  page.locator('form', { has: page.getByRole('button', { name: 'Verify this page' }) });

const trust = (page: Page) => page.getByRole('region', { name: 'Is this still true?' });

test('a steward leaves the company: hands over what they can, the lead is told of the rest, and the next steward confirms it', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const address = baseURL ?? '';
  const { slug, lead, leaver, keeper } = await aSquadWithSpace();
  const his = await pageOf(browser, leaver, { address });
  const left = await writePage(his, slug, 'Comparing by row', leaver.handle);
  const offered = await writePage(his, slug, 'Sampling one day', leaver.handle);

  await test.step('the steward verifies a page; a bare click is refused', async () => {
    await expect(trust(his)).toContainText('Never verified');
    await trust(his).getByRole('link', { name: 'Say whether it is still true' }).click();
    const form = confirming(his);
    await form.getByLabel('Held against what').fill('the log of last Monday');
    await form.getByRole('button').click();
    await expect(form.getByRole('alert')).toContainText('A click alone keeps nothing true');
    await expect(form.getByLabel('Held against what')).toHaveValue('the log of last Monday');
    for (const question of await form.getByRole('checkbox').all()) await question.check();
    await form.getByRole('button').click();
    await expect(his).toHaveURL(offered);
    await expect(trust(his)).toContainText(`by ${leaver.name} against the log of last Monday`);
  });

  await test.step('a reader without JavaScript says that it did not work, and takes that back', async () => {
    const plain = await pageOf(browser, keeper, { address, javaScriptEnabled: false });
    await plain.goto(left);
    await plain.getByText('Did this not work for you?').click();
    await plain.getByLabel('What went wrong').fill('The column has another name');
    await plain.getByRole('button', { name: 'It did not work for me' }).click();
    await expect(plain.getByText('You said that this did not work for you.')).toBeVisible();
    await plain.getByRole('button', { name: 'Take it back' }).click();
    await expect(plain.getByText('Did this not work for you?')).toBeVisible();
  });

  const hers = await pageOf(browser, lead, { address });
  await test.step('the lead records the leaving, and the steward asks somebody to keep a page', async () => {
    await hers.goto(`/people/${leaver.handle}/places`);
    await hers
      .getByLabel('First day on which the person is no longer here')
      .fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
    await hers.getByRole('button', { name: `Record that ${leaver.name} leaves` }).click();
    await expect(hers.getByRole('button', { name: 'Take the leaving back' })).toBeVisible();
    await his.goto('/');
    await his.getByRole('link', { name: 'Hand over your pages' }).click();
    await his.getByRole('checkbox', { name: 'Comparing by row' }).uncheck();
    await his.getByLabel('To', { exact: true }).fill(keeper.handle);
    await his.getByRole('button', { name: 'Hand over' }).click();
    await expect(his.getByText(`${keeper.name} is asked to keep one page.`)).toBeVisible();
  });

  const next = await pageOf(browser, keeper, { address });
  await test.step('who is asked keeps it', async () => {
    await next.goto('/');
    await next.getByRole('button', { name: 'Keep “Sampling one day”', exact: true }).click();
    await expect(next).toHaveURL('/wiki-reviews');
    await next.goto(offered);
    await expect(next.getByRole('link', { name: keeper.name, exact: true })).toBeVisible();
  });

  await lastDayComes(leaver.id);
  await test.step('the lead is told of the page that nobody keeps, sees why it is due, and hands it over', async () => {
    await expect(async () => {
      await hers.goto(left);
      await expect(trust(hers)).toContainText(`Its steward ${leaver.name} has left.`);
    }).toPass();
    await expect(trust(hers)).toContainText('Nobody keeps this page at the moment');
    await hers.goto('/');
    await hers.getByRole('link', { name: `Hand over the pages of ${leaver.name}` }).click();
    await hers.getByLabel('To', { exact: true }).fill(keeper.handle);
    await hers.getByRole('button', { name: 'Hand over' }).click();
    await expect(hers.getByText(`${keeper.name} keeps one page from now on.`)).toBeVisible();
  });

  await test.step('the new steward confirms it from the queue, without a mouse', async () => {
    await next.goto('/wiki-reviews');
    await next.getByRole('link', { name: 'Check “Comparing by row”' }).click();
    await confirming(next).getByLabel('Held against what').fill('the log of yesterday');
    await next.getByLabel('Or say in a sentence').fill('Ran it on one day of the log again.');
    await next.keyboard.press('Enter');
    await expect(next).toHaveURL('/wiki-reviews');
    await next.goto(left);
    await expect(trust(next)).toContainText(`by ${keeper.name} against the log of yesterday`);
  });
});

test('the queue, the review, the hand-over and the gardening can be used by everybody', async ({
  page,
  context,
  baseURL,
}) => {
  const [steward] = await demoPeople(`p.handle = 'nadia-belkhodja'`);
  if (!steward) throw new Error('The demo guild has lost a steward.');
  await signInAs(context, steward, baseURL ?? '');
  for (const address of [
    '/wiki-reviews',
    '/wiki-review/production/distillation-and-quantisation',
    '/wiki-reviews/handover',
    '/wiki-gardening',
    '/wiki-gardening?report=unkept',
    '/wiki/papers/youtube-retrieval',
    '/wiki/recommendation/position-bias',
  ]) {
    await expectReadable(page, address);
  }
});
