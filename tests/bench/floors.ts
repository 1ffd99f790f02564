import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { percentiles } from './load';
import { type Server, startNext } from './processes';

/** What the machine can do: the same HTML from memory by `node:http`. */
export async function startRawServer(html: string): Promise<{ address: string; stop(): void }> {
  const body = Buffer.from(html);
  const server = http.createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => server.close(),
  };
}

/**
 * What the framework costs: an empty dynamic page with the article, no database, no style of ours.
 * It stands outside of the repository, within which Next would find our proxy and instrumentation.
 */
export async function startNextFloor(root: string, articleHtml: string): Promise<Server> {
  const directory = mkdtempSync(path.join(tmpdir(), 'guildhall-floor-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(directory, 'node_modules'));
  mkdirSync(path.join(directory, 'app'), { recursive: true });
  const files = {
    'package.json': '{ "name": "floor", "private": true, "type": "module" }',
    'next.config.mjs':
      "export default { turbopack: { root: '/' }, experimental: { turbopackFileSystemCacheForBuild: false } };",
    'app/layout.jsx':
      'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
    'app/page.jsx': `export const dynamic = 'force-dynamic';
const html = ${JSON.stringify(articleHtml)};
export default function Page() { return <main><h1>Floor</h1><article dangerouslySetInnerHTML={{ __html: html }} /></main>; }`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(directory, name), text);
  const nextBinary = path.join(root, 'node_modules/next/dist/bin/next');
  execFileSync(process.execPath, [nextBinary, 'build'], {
    cwd: directory,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_DIST_DIR: undefined,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const server = await startNext({ directory, nextBinary, environment: {}, readyPath: '/' });
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A search that only ranks, and shows the best ten with their passages. */
export const SEARCH_FLOOR = `SELECT title, ts_headline('english', body, q) FROM (
            SELECT title, body, q FROM "SearchEntry", websearch_to_tsquery('english', $1) q
            WHERE tsv @@ q ORDER BY ts_rank(tsv, q) DESC LIMIT 10) top`;

const STATEMENTS = {
  'primary key': {
    sql: 'SELECT html FROM "WikiRevision" WHERE id = $1',
    values: (index: number) => [`rw${index * 37 + 1}`],
  },
  'search, top 10 with headlines': {
    sql: SEARCH_FLOOR,
    values: (index: number) => [SEARCH_WORDS[index % SEARCH_WORDS.length]],
  },
} as const;

/** Words that the corpus holds rarely, often and not at all. */
export const SEARCH_WORDS = [
  'archive',
  'calibration',
  'display file',
  'kubernetes',
  'network',
  'xylophone',
  'convert image',
];

const ROUNDS = 200;

/** What the database alone needs for a statement, over one connection; milliseconds. */
export async function measureStatements(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const results: Record<string, { p50: number; p95: number }> = {};
  for (const [name, { sql, values }] of Object.entries(STATEMENTS)) {
    const took: number[] = [];
    for (let index = 0; index < ROUNDS; index++) {
      const before = performance.now();
      await client.query(sql, [...values(index)]);
      took.push(performance.now() - before);
    }
    results[name] = percentiles(took);
  }
  await client.end();
  return results;
}
