import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { readPlainForm } from '../support/plain-form';
import { percentiles } from './load';
import { ARTICLE, measuredArticle } from './wiki-corpus';

const SAVES = 100;
const WARM_UP = 15;

/**
 * What saving an edit of a page costs, each time of another page, beside what the database alone
 * needs to store as much. From sending the form that works without JavaScript until the portal
 * leads on to the page, all of it stored; milliseconds.
 * @param cookie of somebody who may edit all pages of the corpus
 */
export async function measureSaving(databaseUrl: string, address: string, cookie: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ path: string }>(
      `SELECT path FROM "WikiPage" WHERE "spaceId" = 'space' ORDER BY id DESC LIMIT $1`,
      [SAVES + WARM_UP],
    );
    const took: number[] = [];
    for (const { path } of rows)
      took.push(await saveOnce(`${address}/wiki-edit/corpus/${path}`, cookie));
    return { ...percentiles(took.slice(WARM_UP)), floor: await measureFloor(client) };
  } finally {
    await client.end();
  }
}

async function saveOnce(url: string, cookie: string): Promise<number> {
  const { origin } = new URL(url);
  const form = await readPlainForm(url, { button: 'Save this revision', headers: { cookie } });
  const written = { title: ARTICLE.title, markdown: measuredArticle(), kind: 'HOW_TO' };
  for (const [name, value] of Object.entries(written)) form.set(name, value);
  const before = performance.now();
  const answer = await fetch(url, {
    method: 'POST',
    body: form,
    headers: { cookie, origin },
    redirect: 'manual',
  });
  const shown = await answer.text();
  const took = performance.now() - before;
  if (answer.status !== 303) {
    const [, reason] = /role="alert"[^>]*>(.*?)</s.exec(shown) ?? [];
    throw new Error(`${url} was not saved: ${answer.status}, ${reason}.`);
  }
  return took;
}

/** Text and search vector of a row, updated and committed. */
async function measureFloor(client: pg.Client) {
  await client.query('CREATE TABLE "SavingFloor" (id int PRIMARY KEY, body text, tsv tsvector)');
  await client.query(
    `INSERT INTO "SavingFloor" SELECT n, '', '' FROM generate_series(1, $1::int) n`,
    [SAVES + WARM_UP],
  );
  const took: number[] = [];
  for (let id = 1; id <= SAVES + WARM_UP; id++) {
    const before = performance.now();
    await client.query(
      `UPDATE "SavingFloor" SET body = $2, tsv = to_tsvector('english', $2) WHERE id = $1`,
      [id, measuredArticle()],
    );
    took.push(performance.now() - before);
  }
  await client.query('DROP TABLE "SavingFloor"');
  return percentiles(took.slice(WARM_UP));
}
