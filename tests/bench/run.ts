/**
 * `npm run bench`: builds a large company in a database of its own, runs the production server on
 * it, and measures beside floors taken in the same minutes. Prints tables and writes
 * .bench/results.json. Options: --rounds N, --seconds N (for each cell). One part by itself, without a
 * build: --only with one of the names in `only.ts`.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MODEST_HEAP } from '../../src/launch/runtime.mjs';
import { launchBrowser, type PageWeight, weighPage, weightTable } from './browser';
import { COMPANY } from './company';
import { measureStatements, SEARCH_WORDS, startNextFloor, startRawServer } from './floors';
import { buildLargeDatabase, sayingSteps } from './large-database';
import { calibrate, measureLoad } from './load';
import {
  migrateDatabase,
  residentMebibytes,
  type Server,
  startNext,
  startPostgres,
} from './processes';
import { aBrowserSession } from './reader';
import { busyness, loadTable, type Round, summarise } from './report';
import { measureSaving } from './saving';
import { ARTICLE } from './wiki-corpus';
import { measureWritingTogether } from './writing-together';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '5' } },
});
const ROUNDS = Number(options.rounds);
const CELL_MILLISECONDS = Number(options.seconds) * 1000;
const WRITING_SECONDS = 60;
const FLOOR = 'Next floor';
const say = (line: string) => console.log(line);

const step = sayingSteps(say);

async function buildDatabase(server: string): Promise<string> {
  const url = `${server}/guildhall_bench`;
  migrateDatabase(root, url);
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('hex');
  await buildLargeDatabase(url, step);
  return url;
}

const pages = {
  home: ['/'],
  directory: ['/people'],
  squad: ['/org/squad-17', '/org/squad-301'],
  'wiki page': [`/wiki/corpus/${ARTICLE.path}`],
  'technique page': ['/techniques/technique-11', '/techniques/technique-1207'],
  search: SEARCH_WORDS.map((word) => `/search?q=${encodeURIComponent(word)}`),
};

const server = await step('Postgres', () => startPostgres(root));
const running: { stop(): unknown }[] = [server];
try {
  const databaseUrl = await buildDatabase(server.server);
  const token = await aBrowserSession(databaseUrl, 'p1');
  const environment = {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    GUILDHALL_EMBEDDED_DATABASE: 'on',
    LOG_LEVEL: 'error',
  };
  const nextBinary = path.join(root, 'node_modules/next/dist/bin/next');
  const launch = () =>
    startNext({
      directory: root,
      nextBinary,
      environment,
      readyPath: '/readyz',
      nodeOptions: MODEST_HEAP,
    });

  const starts: number[] = [];
  let app: Server = await launch();
  starts.push(app.startMilliseconds);
  for (let again = 1; again < ROUNDS; again++) {
    await app.stop();
    app = await launch();
    starts.push(app.startMilliseconds);
  }
  running.push(app);

  const cookie = { cookie: `guildhall-session=${token}` };
  const article = await (
    await fetch(`${app.address}/wiki/corpus/${ARTICLE.path}`, { headers: cookie })
  ).text();
  const articleHtml = /<article[^>]*>([\s\S]*?)<\/article>/.exec(article)?.[1] ?? article;
  const raw = await startRawServer(article);
  running.push(raw);
  const floor = await step('Next floor, built', () => startNextFloor(root, articleHtml));
  running.push(floor);
  const statements = await measureStatements(databaseUrl);
  const memoryIdle = residentMebibytes(app.pid);

  const subjects: Record<string, { url: string; headers?: Record<string, string> }[]> = {
    'node:http': [{ url: raw.address }],
    [FLOOR]: [{ url: floor.address }],
  };
  for (const [name, paths] of Object.entries(pages)) {
    subjects[name] = paths.map((address) => ({ url: `${app.address}${address}`, headers: cookie }));
  }
  for (const list of Object.values(subjects)) {
    await measureLoad(list, { clients: 4, milliseconds: 1500 });
  }

  const calibrations: number[] = [];
  const loads: number[] = [];
  const tables: Record<number, Round[]> = { 1: [], 16: [] };
  for (let round = 1; round <= ROUNDS; round++) {
    for (const clients of [1, 16]) {
      calibrations.push(calibrate());
      loads.push(busyness());
      const measured: Round = {};
      for (const [name, list] of Object.entries(subjects)) {
        measured[name] = await measureLoad(list, { clients, milliseconds: CELL_MILLISECONDS });
      }
      tables[clients]?.push(measured);
      say(`round ${round}, ${clients} clients: done`);
    }
  }
  const memoryLoaded = residentMebibytes(app.pid);

  const browser = await launchBrowser();
  const weights: Record<string, PageWeight> = {};
  const cookies = [{ name: 'guildhall-session', value: token, url: app.address }];
  weights['node:http'] = await weighPage(browser, { url: raw.address, selector: 'main' });
  weights[FLOOR] = await weighPage(browser, { url: floor.address, selector: 'main' });
  for (const [name, [address]] of Object.entries(pages)) {
    weights[name] = await weighPage(browser, {
      url: `${app.address}${address}`,
      cookies,
      selector: 'main h1',
    });
  }
  await browser.close();

  const together = await step('writing together', () =>
    measureWritingTogether(databaseUrl, WRITING_SECONDS),
  );

  // After writing together, whose reader may edit everything.
  const saving = await step('saving', () =>
    measureSaving(databaseUrl, app.address, cookie.cookie),
  ).catch((error: unknown) => {
    // What was measured before is not lost with it.
    say(`Saving was not measured: ${error}`);
    return null;
  });

  const single = summarise(tables[1] ?? []);
  const sixteen = summarise(tables[16] ?? []);
  const results = {
    at: new Date().toISOString(),
    machine: {
      processors: cpus().length,
      model: cpus()[0]?.model,
      memoryGiB: totalmem() / 2 ** 30,
      node: process.version,
    },
    company: COMPANY,
    calibrationMilliseconds: calibrations,
    loadAverage: loads,
    coldStartMilliseconds: starts,
    memoryMebibytes: { idle: memoryIdle, afterLoad: memoryLoaded },
    statements,
    oneClient: single,
    sixteenClients: sixteen,
    weights,
    writingTogether: together,
    saving,
  };
  mkdirSync(path.join(root, '.bench'), { recursive: true });
  writeFileSync(path.join(root, '.bench/results.json'), JSON.stringify(results, null, 2));

  say(`\n${loadTable('One client', single, FLOOR)}`);
  say(`\n${loadTable('Sixteen clients', sixteen, FLOOR)}`);
  say(`\n${weightTable(weights)}`);
  say(`\nStatements alone, ms: ${JSON.stringify(statements)}`);
  say(`Writing together: ${JSON.stringify(together)}`);
  say(`Saving an edit, ms: ${JSON.stringify(saving)}`);
  say(`Cold start, ms: ${starts.map((ms) => ms.toFixed(0)).join(', ')}`);
  say(`Memory, MiB: idle ${memoryIdle?.toFixed(0)}, after load ${memoryLoaded?.toFixed(0)}`);
  say(
    `Calibration, ms: ${calibrations.map((ms) => ms.toFixed(0)).join(', ')}; load average ${loads.map((load) => load.toFixed(1)).join(', ')}`,
  );
} finally {
  for (const process of running.reverse()) await process.stop();
}
