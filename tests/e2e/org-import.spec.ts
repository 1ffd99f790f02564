import { expect, type Page, test } from '@playwright/test';
import { demoPeople, signInAs, someMember } from '../support/demo-sign-in';
import { expectShownReadableByAll } from '../support/readable-by-everybody';

/** A small company of this file's own, so that nothing the demo guild shows is changed. */
const HEADER = 'person,name,email,unit,unit_kind,unit_parent,role';
const PEOPLE = [
  'wren,Wren Halloway,wren.halloway@example.com,tuning-e2e,squad,harbour-e2e,lead',
  'ivo,Ivo Marchetti,ivo.marchetti@example.com,tuning-e2e,,,member',
];
const TRIBE = ',,,harbour-e2e,tribe,,';
const SIGS = `workinggroups:
  - dir: wg-e2e
    name: Evening readers
    meetings:
      - { description: Reading evening, day: Monday, time: "18:00", tz: UTC, frequency: biweekly }
`;

async function signInAsAdministrator(page: Page, address: string) {
  const [person] = await demoPeople(
    'EXISTS (SELECT 1 FROM "User" u WHERE u."personId" = p.id AND u."isAdministrator")',
  );
  if (!person) throw new Error('The demo guild has no administrator.');
  await signInAs(page.context(), person, address);
}

type File = { name: string; text: string; format: string; source: string };

async function compare(page: Page, { name, text, format, source }: File) {
  await page.goto('/org/import');
  const mimeType = 'text/plain';
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name,
    mimeType,
    buffer: Buffer.from(text),
  });
  await page.getByLabel('What it is').selectOption(format);
  await page.getByLabel('System it comes from').fill(source);
  await page.getByRole('button', { name: 'Compare with the organisation' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('an administrator sees what a file would change, applies the rest, and again it changes nothing', async ({
  page,
  baseURL,
}) => {
  await signInAsAdministrator(page, baseURL ?? '');
  const faulty = [HEADER, TRIBE, ...PEOPLE, 'odd,Odd One,nowhere,tuning-e2e,,,'].join('\n');
  const file = { name: 'harbour.csv', text: faulty, format: 'csv', source: 'harbour-e2e' };
  await compare(page, file);
  await expect(page.getByText('Nothing has been changed yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Refused (1)' }).click();
  await expect(page.getByText('The e-mail address is not one.')).toBeVisible();
  await expect(page.getByText('Line 5')).toBeVisible();
  await expectShownReadableByAll(page, page.url());

  const apply = page.getByRole('button', { name: 'Apply 6 changes' });
  await apply.click();
  await expect(page.getByText('Some lines were refused')).toBeVisible();
  await page.getByLabel('Apply the rest, without the 1 refused line').check();
  await apply.click();
  await expect(page.getByText(/^From harbour-e2e.*Applied/)).toBeVisible({ timeout: 20_000 });
  await page.goto('/org/tuning-e2e');
  await expect(page.getByRole('link', { name: 'Ivo Marchetti' }).first()).toBeVisible();

  await compare(page, { ...file, text: [HEADER, TRIBE, ...PEOPLE].join('\n') });
  await expect(page.getByText('The organisation is already as this file says.')).toBeVisible();
});

test('a meeting that the file leaves open is settled by an administrator', async ({
  page,
  baseURL,
}) => {
  await signInAsAdministrator(page, baseURL ?? '');
  await compare(page, {
    name: 'sigs.yaml',
    text: SIGS,
    format: 'kubernetes',
    source: 'evenings-e2e',
  });
  await page.getByRole('button', { name: /^Apply / }).click();
  await expect(page.getByText(/Applied/).first()).toBeVisible({ timeout: 20_000 });
  await page.goto('/org/import/schedules');
  await expectShownReadableByAll(page, page.url());
  await page.getByRole('link', { name: 'Reading evening' }).click();
  await expect(page.getByText('nothing says in which of them')).toBeVisible();
  await expect(page.getByLabel('At what time')).toHaveValue('18:00');
  await page.getByLabel('A date on which it meets').fill('2026-03-10');
  await page.getByRole('button', { name: 'Settle this schedule' }).click();
  await expect(page.getByText('2026-03-10 is a Tuesday.')).toBeVisible();
  await page.getByLabel('A date on which it meets').fill('2026-03-09');
  await page.getByRole('button', { name: 'Settle this schedule' }).click();
  await expect(page).toHaveURL(/\/org\/import\/schedules$/);
  await expect(page.getByRole('link', { name: 'Reading evening' })).toHaveCount(0);
});

test('importing is not there for anybody else', async ({ page, baseURL }) => {
  await signInAs(page.context(), await someMember(), baseURL ?? '');
  for (const path of ['/org/import', '/org/import/schedules']) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
  }
});
