import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { demoPeople, signInAs } from '../support/demo-sign-in';
import { askE2eDatabase } from '../support/e2e-database';
import { expectShownReadableByAll } from '../support/readable-by-everybody';

// One story: each part begins where the one before left off.
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

type Writer = { context: BrowserContext; page: Page; name: string };
let ada: Writer;
let bob: Writer;
let wiki: { id: string; address: string };

test.beforeAll(async ({ browser, baseURL }) => {
  const [found] = await askE2eDatabase<{ id: string; space: string; path: string; owner: string }>(
    `SELECT p.id, s.slug AS space, p.path, s."ownerUnitId" AS owner
       FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
      WHERE p."archivedAt" IS NULL AND p.path LIKE '%cuped' LIMIT 1`,
  );
  if (!found) throw new Error('The demo guild has no page about CUPED.');
  wiki = { id: found.id, address: `/wiki-edit/${found.space}/${found.path}` };
  const members = await demoPeople(
    `EXISTS (SELECT 1 FROM "Membership" m WHERE m."personId" = p.id AND m."unitId" = $1
       AND m."validTo" IS NULL AND m."supersededAt" IS NULL)`,
    [found.owner],
  );
  const open = async (index: number): Promise<Writer> => {
    const person = members[index];
    if (!person) throw new Error('The space has too few people who may write in it.');
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await signInAs(context, person, baseURL ?? '');
    const page = await context.newPage();
    await page.goto(wiki.address);
    return { context, page, name: person.name };
  };
  [ada, bob] = await Promise.all([open(0), open(1)]);
});

test.afterAll(() => Promise.all([ada, bob].map(({ context }) => context.close())));

const editor = ({ page }: Writer) => page.getByRole('textbox', { name: 'Text, in Markdown' });

/** What the editor holds; a long text is only partly in the document of the browser. */
const textOf = (writer: Writer) =>
  writer.page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('form:has(.cm-editor)');
    return form ? String(new FormData(form).get('markdown')) : '';
  });

async function typeAtEnd(writer: Writer, words: string) {
  await editor(writer).focus();
  await writer.page.keyboard.press('Control+End');
  await writer.page.keyboard.type(words);
}

async function typeAtStart(writer: Writer, words: string) {
  await editor(writer).focus();
  await writer.page.keyboard.press('Control+Home');
  await writer.page.keyboard.type(words);
}

const isStored = ({ page }: Writer) =>
  expect(page.locator('[data-kept="server"]')).toBeVisible({ timeout: 40_000 });
const isKeptHere = ({ page }: Writer) =>
  expect(page.locator('[data-kept="browser"]')).toBeVisible({ timeout: 40_000 });

async function areTheSame(...parts: string[]) {
  await expect
    .poll(async () => (await textOf(ada)) === (await textOf(bob)), { timeout: 40_000 })
    .toBe(true);
  const text = await textOf(ada);
  for (const part of parts) expect(text.split(part), `“${part}” stands there once`).toHaveLength(2);
}

function processNamed(name: string): number {
  const file = path.join(process.env.E2E_DATA ?? '', 'launcher.json');
  const { processes } = JSON.parse(readFileSync(file, 'utf8')) as {
    processes: { name: string; pid: number }[];
  };
  const pid = processes.find((each) => each.name === name)?.pid;
  if (!pid) throw new Error(`There is no process ${name}.`);
  return pid;
}

test('two people write in one page, see each other’s names, words and cursors', async () => {
  await isStored(ada);
  await isStored(bob);
  await typeAtEnd(ada, '\nAda writes at the end.');
  await typeAtStart(bob, 'Bob writes at the start.\n\n');
  await areTheSame('Ada writes at the end.', 'Bob writes at the start.');
  await expect(ada.page.getByText('Also writing here:')).toContainText(/./);
  // Only what is near the window is drawn.
  await ada.page.keyboard.press('Control+Home');
  await expect(ada.page.locator('.cm-ySelectionInfo')).toHaveText(bob.name);
  await expect(ada.page.getByRole('heading', { name: 'Preview' })).toBeVisible();
  await expect(ada.page.locator('#preview + .prose')).toContainText('Bob writes at the start.');
});

test('a killed collaboration process costs no character', async () => {
  await typeAtEnd(ada, ' Typed before it died.');
  process.kill(processNamed('collaboration'), 'SIGKILL');
  await typeAtEnd(ada, ' Typed while it was dead.');
  await typeAtStart(bob, 'So was this. ');
  await isStored(ada);
  await isStored(bob);
  await areTheSame('Typed before it died.', 'Typed while it was dead.', 'So was this.');
});

test('nor do a killed web server, and two people who are offline meanwhile', async () => {
  await Promise.all([ada.context.setOffline(true), bob.context.setOffline(true)]);
  process.kill(processNamed('web'), 'SIGKILL');
  await typeAtEnd(ada, ' From a train.');
  await typeAtStart(bob, 'From a plane. ');
  await isKeptHere(ada);
  await Promise.all([ada.context.setOffline(false), bob.context.setOffline(false)]);
  await isStored(ada);
  await isStored(bob);
  await areTheSame('From a train.', 'From a plane.');
});

test('a closed tab loses nothing that was typed offline', async () => {
  await bob.context.setOffline(true);
  await typeAtStart(bob, 'Typed just before the tab was closed. ');
  await isKeptHere(bob);
  await bob.page.close();
  await bob.context.setOffline(false);
  bob.page = await bob.context.newPage();
  await bob.page.goto(wiki.address);
  await expect(bob.page.getByText('not saved as a revision yet')).toBeVisible();
  await isStored(bob);
  await areTheSame('Typed just before the tab was closed.');
});

test('the editor can be used by everybody', async () => {
  await expectShownReadableByAll(ada.page, 'the editor');
  await editor(ada).focus();
  await ada.page.keyboard.press('Tab');
  await expect(editor(ada)).not.toBeFocused();
});

test('saved, the revision says what both wrote, and names both', async () => {
  const text = await textOf(ada);
  await ada.page.getByRole('button', { name: 'Save this revision' }).click();
  await ada.page.waitForURL(/\/wiki\//);
  const [revision] = await askE2eDatabase<{ markdown: string; author: string; others: string[] }>(
    `SELECT r.markdown, a.name AS author,
            ARRAY(SELECT w.name FROM "WikiRevisionCoAuthor" c JOIN "Person" w ON w.id = c."personId"
                   WHERE c."revisionId" = r.id) AS others
       FROM "WikiPage" p JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
       JOIN "Person" a ON a.id = r."authorId" WHERE p.id = $1`,
    [wiki.id],
  );
  expect(revision).toEqual({ markdown: text, author: ada.name, others: [bob.name] });
  await ada.page.goto(wiki.address.replace('/wiki-edit/', '/wiki-history/'));
  await expect(
    ada.page.getByRole('row', { name: new RegExp(`${ada.name}.*${bob.name}`) }),
  ).toBeVisible();
});
