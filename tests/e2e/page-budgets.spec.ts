import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import pg from 'pg';
import { weighPage } from '../bench/browser';
import { buildCompany, type Company } from '../bench/company';
import { startNextFloor } from '../bench/floors';
import { aBrowserSession } from '../bench/reader';
import { buildSmallWiki } from '../bench/wiki-corpus';
import { startCountingProxy } from '../support/counting-proxy';
import { aDatabase, startServer } from '../support/server';

const STATEMENTS_MAX = 12;
const SCRIPT_KILOBYTES_OVER_FLOOR = 30;
const root = fileURLToPath(new URL('../..', import.meta.url));

const small: Company = {
  people: 120,
  squads: 12,
  tribes: 3,
  chapters: 6,
  subGuilds: 3,
  techniques: 40,
  adoptionEvents: 400,
  meetups: 60,
  wikiPages: 30,
};
const threeTimes = Object.fromEntries(
  Object.entries(small).map(([name, count]) => [name, count * 3]),
) as Company;

const pages = [
  '/',
  '/org',
  '/org/tribe-1',
  '/org/squad-3',
  '/org/chapter-2',
  '/org/guild',
  '/org/subguild-1',
  '/people',
  '/people?q=ada',
  '/people/person-4',
  '/wiki',
  '/wiki/corpus',
  '/wiki?kind=how-to',
  '/wiki-templates',
  '/wiki/corpus/measured-article',
  '/meetups',
  '/meetups/series/guild-meetup',
  '/meetups/m20',
  '/techniques',
  '/techniques/technique-11',
  '/working-groups',
  '/search?q=drift',
];

/** Of each set of client components one page; the others carry what one of these does. */
const weighed = [
  '/',
  '/org',
  '/people',
  '/wiki',
  '/wiki/corpus/measured-article',
  '/meetups/m20',
  '/techniques/technique-11',
  '/working-groups',
  '/search?q=drift',
];

async function filled(name: string, company: Company): Promise<string> {
  const url = await aDatabase(name);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await buildCompany(client, company);
  await buildSmallWiki(client, company.wikiPages);
  await findable(client);
  await client.end();
  return url;
}

/** The wiki's pages as search knows them: what finds nothing is counted after its answer, into the next page's. */
async function findable(client: pg.Client) {
  await client.query(
    `INSERT INTO "SearchEntry" (kind, "subjectId", title, body, headings, address, "changedAt", "indexedAt")
     SELECT 'page', p.id, p.title, r.markdown, '', '/wiki/corpus/' || p.path, p."createdAt", p."createdAt"
       FROM "WikiPage" p JOIN "WikiRevision" r ON r.id = p."currentRevisionId"`,
  );
}

/** How many statements each page sends, on its second opening. */
async function statementsOfPages(databaseUrl: string): Promise<Record<string, number>> {
  const cookie = `guildhall-session=${await aBrowserSession(databaseUrl, 'p4')}`;
  const proxy = await startCountingProxy(databaseUrl);
  const server = await startServer({ DATABASE_URL: proxy.databaseUrl });
  const counts: Record<string, number> = {};
  try {
    for (const address of pages) {
      for (let opening = 0; opening < 2; opening++) {
        proxy.take();
        const response = await fetch(`${server.address}${address}`, { headers: { cookie } });
        expect(response.status, address).toBe(200);
        expect(await response.text(), address).not.toContain('Nothing close to');
        counts[address] = proxy.take();
      }
    }
  } finally {
    await server.stop();
    await proxy.close();
  }
  return counts;
}

test('no page sends more than twelve statements, and none sends more when there are more rows', async () => {
  test.setTimeout(480_000);
  const few = await statementsOfPages(await filled('budget_small', small));
  const many = await statementsOfPages(await filled('budget_large', threeTimes));
  console.log('Statements a page:', JSON.stringify(many));
  for (const address of pages) {
    expect
      .soft(many[address], `${address} at most ${STATEMENTS_MAX}`)
      .toBeLessThanOrEqual(STATEMENTS_MAX);
    expect
      .soft(many[address], `${address} does not grow`)
      .toBeLessThanOrEqual(few[address] as number);
  }
});

test('reading pages carry at most 30 KB more script than an empty page of the same Next', async ({
  browser,
}) => {
  test.setTimeout(480_000);
  const databaseUrl = await filled('budget_weight', small);
  const value = await aBrowserSession(databaseUrl, 'p4');
  const server = await startServer({ DATABASE_URL: databaseUrl });
  const floor = await startNextFloor(root, '<p>Nothing but text.</p>');
  try {
    const empty = await weighPage(browser, { url: floor.address, selector: 'main' });
    expect(empty.scriptBytes).toBeGreaterThan(50_000);
    for (const address of weighed) {
      const weight = await weighPage(browser, {
        url: `${server.address}${address}`,
        cookies: [{ name: 'guildhall-session', value, url: server.address }],
        selector: 'main h1',
      });
      const over = (weight.scriptBytes - empty.scriptBytes) / 1000;
      console.log(`${address}: ${over.toFixed(1)} KB over the empty page's ${empty.scriptBytes}`);
      expect.soft(over, address).toBeLessThanOrEqual(SCRIPT_KILOBYTES_OVER_FLOOR);
    }
  } finally {
    await floor.stop();
    await server.stop();
  }
});
