import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainDisk, Failure } from './failure.mjs';
import { findBinaries } from './postgres-binaries.mjs';
import { describeProcess, isAlive, stopProcess } from './processes.mjs';

const START_TIMEOUT = 60_000;
const LOG_LIMIT = 10 * 1024 * 1024;
/** SIGINT is Postgres' fast shutdown: open transactions are rolled back, nothing is lost. */
export const SHUTDOWN = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 5_000],
];

/**
 * One Postgres cluster: a data directory, the binaries and the account they run as.
 *
 * @param {{ root: string, directory: string, logFile: string, account: object | null }} options
 */
export function cluster({ root, directory, logFile, account }) {
  return { directory, logFile, account, binaries: findBinaries(root, account) };
}

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
  if (code !== 0) throw new Failure(explain(output) ?? `Postgres could not be set up: ${output}`);
}

/** Who holds the data directory: the running postmaster's pid and port, or null. */
export function findPostmaster({ directory }) {
  const file = readPidFile(directory);
  const found = file && describeProcess(file.pid);
  // The number may have been given to another program since; a postmaster names its directory.
  return found?.command.includes(directory) ? file : null;
}

/**
 * After a power cut the number in postmaster.pid may belong to some other program by now, and
 * Postgres would take that for a running server. A number that belongs to nobody is left to
 * Postgres, which also looks for the shared memory noted there.
 */
export function forgetStalePidFile(cluster) {
  const file = readPidFile(cluster.directory);
  if (file && isAlive(file.pid) && !findPostmaster(cluster))
    rmSync(path.join(cluster.directory, 'postmaster.pid'));
}

function readPidFile(directory) {
  try {
    const lines = readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return null;
  }
}

/**
 * Starts the postmaster in a process group of its own, so that a Ctrl-C in the terminal reaches
 * only the launcher, which stops things in order.
 *
 * A postmaster that was killed leaves backends that need a moment to notice; until they are gone a
 * new one refuses to start. That passes by itself, so it is tried again for some seconds.
 */
export async function startPostmaster(cluster, port, settings = {}) {
  const end = Date.now() + 15_000;
  for (;;) {
    const from = prepareLog(cluster);
    const child = spawnPostmaster(cluster, port, settings);
    const failed = await outcomeOfStart(cluster, child);
    if (!failed) return child;
    const said = readFileSync(cluster.logFile, 'utf8').slice(from);
    const passing = /lock file "postmaster\.pid" already exists|pre-existing shared memory/.test(
      said,
    );
    if (!passing || Date.now() > end)
      throw new Failure(explain(said, port) ?? `${failed} Its log is ${cluster.logFile}.`);
    await sleep(300);
  }
}

function prepareLog({ logFile }) {
  mkdirSync(path.dirname(logFile), { recursive: true });
  if (!existsSync(logFile)) return 0;
  if (statSync(logFile).size > LOG_LIMIT) truncateSync(logFile);
  return statSync(logFile).size;
}

function spawnPostmaster({ binaries, directory, logFile, account }, port, settings) {
  const all = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'a');
  try {
    return spawn(path.join(binaries, 'bin', 'postgres'), ['-D', directory, ...options], {
      ...identityOf(account),
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

/** Null once the postmaster takes connections, otherwise a sentence about what became of it. */
async function outcomeOfStart({ directory }, child) {
  let ended = null;
  child.once('exit', (code, signal) => {
    ended = `Postgres ended while starting (${signal ?? `exit code ${code}`}).`;
  });
  child.once('error', (error) => {
    ended = `Postgres could not be started (${error.message}).`;
  });
  const end = Date.now() + START_TIMEOUT;
  while (Date.now() < end) {
    if (ended) return ended;
    const file = readPidFile(directory);
    if (file?.pid === child.pid && file.status === 'ready') return null;
    await sleep(20);
  }
  child.kill('SIGQUIT');
  return 'Postgres did not become ready within a minute.';
}

/**
 * Should the launcher be killed outright, nobody is left to stop Postgres. A shell that waits on a
 * pipe only the launcher holds learns of it, gives the application a moment, and shuts it down.
 */
export function stopWithLauncher(postmaster, { directory }) {
  const script = 'read -r _; sleep 3; [ "$(head -n 1 "$2")" = "$1" ] && kill -INT "$1"';
  const pidFile = path.join(directory, 'postmaster.pid');
  const watcher = spawn('/bin/sh', ['-c', script, 'sh', String(postmaster.pid), pidFile], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  watcher.stdin.unref();
  watcher.on('error', () => {}); // a system without a shell goes without this
  postmaster.once('exit', () => watcher.kill('SIGKILL'));
}

export async function stopPostmaster(pid) {
  return stopProcess(pid, SHUTDOWN);
}

/** What Postgres says about the usual troubles, in words for the person who starts Guildhall. */
function explain(output, port) {
  if (/No space left on device|Check free disk space/.test(output))
    return 'The disk that holds the database is full. Free some space and start again.';
  if (/File too large/.test(output))
    return 'The database may not write its files (file size limit). Raise the limit and start again.';
  if (/Read-only file system/.test(output))
    return 'The database is on a read-only disk. Start Guildhall from a writable copy.';
  if (/could not bind|Address already in use/.test(output))
    return `Port ${port} for the database is in use by another program; set GUILDHALL_DATABASE_PORT to a free one.`;
  if (/initialized by PostgreSQL version|incompatible with server/.test(output))
    return 'The data under .data/postgres was written by another version of Postgres; see "Upgrades" in docs/operating.md.';
  return null;
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

function identityOf(account) {
  return account ? { uid: account.uid, gid: account.gid } : {};
}
