import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { identityOf } from './postgres-account.mjs';
import { findBinaries } from './postgres-binaries.mjs';
import { explainPostgres } from './postgres-troubles.mjs';
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
      throw new Failure(explainPostgres(said, port) ?? `${failed} Its log is ${cluster.logFile}.`);
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
