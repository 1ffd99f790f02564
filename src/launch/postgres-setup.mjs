import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { explainDisk, Failure } from './failure.mjs';
import { identityOf } from './postgres-account.mjs';
import { explainPostgres } from './postgres-troubles.mjs';

export function isInitialised({ directory }) {
  return existsSync(path.join(directory, 'PG_VERSION'));
}

/**
 * Makes an empty cluster with a superuser `postgres` that signs in by password only. It gets its
 * name when it is complete, so one that was cut off is never taken for a database.
 */
export async function initialise(cluster, password) {
  const { directory, account } = cluster;
  removeUnfinished(directory);
  const unfinished = `${directory}.unfinished-${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  try {
    writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
    mkdirSync(unfinished, { mode: 0o700 });
    if (account) {
      chownSync(passwordFile, account.uid, account.gid);
      chownSync(unfinished, account.uid, account.gid);
    }
    await runInitdb(cluster, unfinished, passwordFile);
    renameSync(unfinished, directory);
  } catch (error) {
    removeUnfinished(directory);
    throw explainDisk(error, directory);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function removeUnfinished(directory) {
  const start = `${path.basename(directory)}.unfinished-`;
  for (const name of readdirSync(path.dirname(directory)).filter((one) => one.startsWith(start)))
    rmSync(path.join(path.dirname(directory), name), {
      recursive: true,
      force: true,
      maxRetries: 5,
    });
}

async function runInitdb(cluster, directory, passwordFile) {
  const { code, output } = await run(cluster, 'initdb', [
    `--pgdata=${directory}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...(process.platform === 'linux' ? ['--locale=C.UTF-8'] : []),
  ]);
  if (code !== 0)
    throw new Failure(explainPostgres(output) ?? `Postgres could not be set up: ${output}`);
}

async function run({ binaries, account }, program, options) {
  const child = spawn(path.join(binaries, 'bin', program), options, {
    ...identityOf(account),
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
