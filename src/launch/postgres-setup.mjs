import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { explainDisk, Failure } from './failure.mjs';
import { identityOf } from './postgres-account.mjs';
import { explainPostgres } from './postgres-troubles.mjs';
import { killGroup } from './process-group.mjs';
import { identify, isSameProcess } from './processes.mjs';

/** Ends the name of the file that says which process fills the directory of the same name. */
const NOTE = '.process';
const KILL_MILLISECONDS = 10_000;

export function isInitialised({ directory }) {
  return existsSync(path.join(directory, 'PG_VERSION'));
}

/**
 * Makes an empty cluster with a superuser `postgres` that signs in by password only. It gets its
 * name when it is complete, so one that was cut off is never taken for a database.
 */
export async function initialise(cluster, password) {
  const { directory, account } = cluster;
  await removeUnfinished(directory);
  const unfinished = `${directory}.unfinished-${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  const note = `${unfinished}${NOTE}`;
  try {
    writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
    mkdirSync(unfinished, { mode: 0o700 });
    if (account) {
      chownSync(passwordFile, account.uid, account.gid);
      chownSync(unfinished, account.uid, account.gid);
    }
    await runInitdb(cluster, unfinished, { passwordFile, note });
    renameSync(unfinished, directory);
  } catch (error) {
    await removeUnfinished(directory);
    throw explainDisk(error, directory);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(note, { force: true });
  }
}

/**
 * Takes away what a killed launcher left. Its `initdb` may still be at work and would bring the
 * directory back, so it is ended first, together with the `postgres` it started.
 */
async function removeUnfinished(directory) {
  const start = `${path.basename(directory)}.unfinished-`;
  const left = readdirSync(path.dirname(directory))
    .filter((one) => one.startsWith(start))
    .map((one) => path.join(path.dirname(directory), one));
  for (const note of left.filter((file) => file.endsWith(NOTE))) await endNoted(note);
  for (const file of left) rmSync(file, { recursive: true, force: true, maxRetries: 5 });
}

async function endNoted(note) {
  const noted = readNote(note);
  if (!isSameProcess(noted) || (await killGroup(noted.pid, KILL_MILLISECONDS))) return;
  throw new Failure(
    `A database that an earlier run was setting up (process ${noted.pid}) does not stop; end it and start again.`,
  );
}

function readNote(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // cut off while it was written
  }
}

async function runInitdb(cluster, directory, { passwordFile, note }) {
  const options = [
    `--pgdata=${directory}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...(process.platform === 'linux' ? ['--locale=C.UTF-8'] : []),
  ];
  const { code, output } = await run(cluster, 'initdb', options, (pid) =>
    writeFileSync(note, JSON.stringify(identify(pid))),
  );
  if (code !== 0)
    throw new Failure(explainPostgres(output) ?? `Postgres could not be set up: ${output}`);
}

/**
 * In a process group of its own: a Ctrl-C lets it finish what takes seconds, and all of it can be
 * found and ended by a later start.
 */
async function run({ binaries, account }, program, options, onStart) {
  const child = spawn(path.join(binaries, 'bin', program), options, {
    ...identityOf(account),
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    output += text;
  });
  if (child.pid) onStart(child.pid);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
