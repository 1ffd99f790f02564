import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withClient } from '../../src/launch/database.mjs';
import { embeddedUrl } from '../../src/launch/embedded-database.mjs';
import { freePort } from '../../src/launch/ports.mjs';
import { describeProcess } from '../../src/launch/processes.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const isRoot = process.getuid?.() === 0;
const SMALL_GUILDHALL = fileURLToPath(new URL('./small-guildhall.mjs', import.meta.url));

const endings = new WeakMap();

/** Done when the test ends; what was begun last is undone first. */
export function atTheEnd(t, undo) {
  if (!endings.has(t)) {
    endings.set(t, []);
    t.after(async () => {
      for (const end of endings.get(t)) await end();
    });
  }
  endings.get(t).unshift(undo);
}

/** A directory that the account running Postgres can reach; gone when the test ends. */
export function temporaryDirectory(t) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'guildhall-launch-'));
  chmodSync(directory, 0o755);
  atTheEnd(t, () => rmSync(directory, { recursive: true, force: true, maxRetries: 10 }));
  return directory;
}

let prepared;

/** A data directory with a database that was set up once and is copied for every test. */
export async function dataDirectory(t) {
  const place = temporaryDirectory(t);
  prepared ??= prepareData();
  execFileSync('cp', ['-a', await prepared, path.join(place, 'data')]);
  return path.join(place, 'data');
}

async function prepareData() {
  const place = mkdtempSync(path.join(os.tmpdir(), 'guildhall-launch-'));
  chmodSync(place, 0o755);
  process.once('exit', () => rmSync(place, { recursive: true, force: true }));
  const data = path.join(place, 'data');
  const guildhall = await start(data);
  await guildhall.isReady();
  await guildhall.stop();
  return data;
}

/** Starts the small Guildhall in a process group of its own, as a terminal does. */
export async function start(data, { port, env = {}, account, underShell = false } = {}) {
  const usedPort = port ?? (await freePort());
  const command = [process.execPath, SMALL_GUILDHALL, data, String(usedPort)];
  // With a second command to come, the shell stays and does not become the first.
  const [program, ...args] = underShell ? ['sh', '-c', '"$@"; true', 'sh', ...command] : command;
  const child = spawn(program, args, {
    detached: true,
    ...(account && { uid: account.uid, gid: account.gid }),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...withoutOurs(process.env), ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const ended = new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    pid: child.pid,
    port: usedPort,
    address: `http://127.0.0.1:${usedPort}`,
    ended,
    get output() {
      return output;
    },
    isReady: () =>
      eventually(() => {
        if (child.exitCode !== null) throw new Error(`It ended instead:\n${output}`);
        return output.includes('ready\n');
      }),
    says: (text) => eventually(() => output.includes(text)),
    processes: () => processesOf(data),
    /** Ctrl-C in a terminal reaches the whole process group. */
    async stop(signal = 'SIGINT') {
      process.kill(-child.pid, signal);
      return ended;
    },
  };
}

/** What npm and the test runner set must not change what the launcher does. */
function withoutOurs(env) {
  const ours = /^(npm_|DATABASE_URL|DIRECT_DATABASE_URL|GUILDHALL_|NODE_TEST_CONTEXT|PORT$|HOST$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}

/** The processes a launcher noted: `{ web: pid, database: pid }`. */
export function processesOf(data) {
  const { processes } = JSON.parse(readFileSync(path.join(data, 'launcher.json'), 'utf8'));
  return Object.fromEntries(processes.map(({ name, pid }) => [name, pid]));
}

export const isNoted = (data) => existsSync(path.join(data, 'launcher.json'));

export async function eventually(isTrue, milliseconds = 60_000) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await isTrue()) return;
    await sleep(25);
  }
  throw new Error('It did not come about in time.');
}

export const haveEnded = (...pids) => eventually(() => pids.every((pid) => !describeProcess(pid)));

/** Asks the database through the small web server. */
export async function answers(address) {
  return fetch(`${address}/readyz`).then(
    (response) => response.status === 200,
    () => false,
  );
}

export const readJson = (...parts) => JSON.parse(readFileSync(path.join(...parts), 'utf8'));

/** A statement on the database of the Guildhall that runs on this data. */
export function sql(data, text) {
  const { databasePassword } = readJson(data, 'secrets.json');
  const { databasePort } = readJson(data, 'launcher.json');
  return withClient(embeddedUrl(databasePassword, databasePort), (client) => client.query(text));
}
