import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './commands.mjs';
import { Failure } from './failure.mjs';
import { findNode, PROGRAMS } from './runtime.mjs';

const OLDEST_VERSION = 15;
const PATIENCE = 10_000;
const CONNECT_TIMEOUT = 5_000;
const NO_SUCH_DATABASE = '3D000';
/** A server that is about to be there: starting, restarting, or not listening yet. */
const PASSING = new Set(['57P03', 'ECONNREFUSED', 'ECONNRESET']);

/** Lets go of everything even when a statement fails. */
export async function withClient(url, work) {
  // Loaded here and not above: on a fresh clone this file is read before anything is installed.
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    application_name: 'guildhall launcher',
  });
  client.on('error', () => {}); // told by the statement that fails because of it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes sure that a usable server answers and that our database exists; tells its version. */
export async function openDatabase(url, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await withClient(url, readVersion);
    } catch (error) {
      if (error instanceof Failure) throw error;
      if (error.code === NO_SUCH_DATABASE) await createDatabase(url);
      else if (!PASSING.has(error.code) || Date.now() > end) throw unreachable(url, error);
      else await sleep(250);
    }
  }
}

async function readVersion(client) {
  const { rows } = await client.query('SHOW server_version_num');
  const version = Math.floor(Number(rows[0].server_version_num) / 10_000);
  if (version < OLDEST_VERSION) {
    throw new Failure(
      `The database server is Postgres ${version}; Guildhall needs ${OLDEST_VERSION} or newer.`,
    );
  }
  return `Postgres ${version}`;
}

async function createDatabase(url) {
  const administrative = new URL(url);
  administrative.pathname = '/postgres';
  const { default: pg } = await import('pg');
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  try {
    await withClient(administrative.href, (client) =>
      client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`),
    );
  } catch (error) {
    if (error.code === '42P04') return; // another node was faster
    throw new Failure(
      `The database "${name}" does not exist and could not be created (${error.message}); create it and start again.`,
    );
  }
}

function unreachable(url, error) {
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}:${port || 5432}${pathname}`;
  return new Failure(
    `The database at ${place} cannot be used (${error.message || error.code}); check DATABASE_URL.`,
  );
}

/** Whether every migration of this checkout has been applied, content and all. */
export async function isMigrated(url, root) {
  const applied = await withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS recorded`,
    );
    if (!rows[0].recorded) return [];
    const history = await client.query(
      'SELECT migration_name || checksum AS entry FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    return history.rows.map(({ entry }) => entry);
  });
  return migrationsOf(root).every((entry) => applied.includes(entry));
}

function migrationsOf(root) {
  const directory = path.join(root, 'prisma', 'migrations');
  return readdirSync(directory)
    .map((name) => [name, path.join(directory, name, 'migration.sql')])
    .filter(([, file]) => existsSync(file))
    .map(([name, file]) => name + createHash('sha256').update(readFileSync(file)).digest('hex'));
}

/** `prisma migrate deploy`, spared when there is nothing to do. */
export async function migrate({ root, signal, url }) {
  if (await isMigrated(url, root)) return 'up to date';
  await run(findNode(root), [PROGRAMS.prisma, 'migrate', 'deploy'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    signal,
    what: 'The database could not be migrated',
  });
  return 'migrated';
}

export function hasPeople(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query('SELECT EXISTS (SELECT FROM "Person") AS found');
    return rows[0].found;
  });
}
