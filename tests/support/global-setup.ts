import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { administer, databaseUrl, TEMPLATE } from './database';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the Postgres server the tests use, without a database. */
    databaseServer: string;
    /** Name of the migrated, empty database of this run. */
    databaseTemplate: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts a Postgres for this run, or uses the one TEST_DATABASE_SERVER names, and migrates one
 * database with `prisma migrate deploy`; the test files work in copies of it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_SERVER;
  const started = given ? null : await startServer();
  const server = given ?? started?.server ?? '';
  const template = `${TEMPLATE}_${process.pid}`;

  migrate(databaseUrl(server, template));
  project.provide('databaseServer', server);
  project.provide('databaseTemplate', template);

  return async () => {
    if (!started) return administer(server, `DROP DATABASE IF EXISTS "${template}" WITH (FORCE)`);
    started.process.stdin?.end();
    await once(started.process, 'exit');
  };
}

async function startServer(): Promise<{ server: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [`${root}/src/launch/temporary-postgres.mjs`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    return { server: line, process: child };
  }
  throw new Error('The Postgres for the tests did not start.');
}

function migrate(url: string) {
  execFileSync(process.execPath, ['node_modules/prisma/build/index.js', 'migrate', 'deploy'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'pipe',
  });
}
