import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Failure } from './failure.mjs';
import { keepRunning } from './keep-running.mjs';

const LEAVE_WITH_LAUNCHER = fileURLToPath(new URL('./leave-with-launcher.mjs', import.meta.url));
const LOG_LIMIT = 10 * 1024 * 1024;
const READY_TIMEOUT = 120_000;
/** SIGTERM lets a process finish what it began. */
const GRACEFUL = [
  ['SIGTERM', 15_000],
  ['SIGKILL', 5_000],
];

/**
 * A Node process of the application, in a process group of its own: a Ctrl-C in the terminal
 * reaches the launcher alone, which stops things in order.
 *
 * @param {{ name: string, node: string, args: string[], cwd: string, env: object,
 *   logFile: string | null, onStart: (pid: number) => void,
 *   onRestart: (sentence: string) => void, onLost: (failure: Error) => void,
 *   isOptional?: boolean }} options
 */
export function startService({ name, node, args, cwd, env, logFile, onStart, ...how }) {
  return keepRunning({
    name,
    ...how,
    start: async () => {
      const output = logFile ? openLog(logFile) : 'inherit';
      const child = spawn(node, ['--import', LEAVE_WITH_LAUNCHER, ...args], {
        cwd,
        env: { ...env, GUILDHALL_LAUNCHER: String(process.pid) },
        detached: true,
        stdio: ['ignore', output, output, 'ipc'],
      });
      if (logFile) closeSync(output);
      await spawned(child, name);
      onStart(child.pid);
      return child;
    },
    stopRequests: GRACEFUL,
  });
}

function openLog(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > LOG_LIMIT) truncateSync(file);
  return openSync(file, 'a');
}

function spawned(child, name) {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new Failure(`${name} did not start: ${error.message}`)));
  });
}

/** Waits until the web server says it is ready to serve; a server that is lost ends the wait. */
export function waitUntilReady(address, signal) {
  return waitFor('The web server', `${address}/readyz`, signal);
}

/** Waits until what listens there answers that it is well. */
export async function waitFor(name, address, signal) {
  const end = Date.now() + READY_TIMEOUT;
  let answer = 'nothing';
  while (Date.now() < end) {
    signal.throwIfAborted();
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
      if (response.ok) return;
      answer = `${response.status} ${(await response.text()).slice(0, 200)}`;
    } catch (error) {
      answer = error.cause?.code ?? error.message;
    }
    await sleep(100);
  }
  throw new Failure(`${name} did not become ready; ${address} says: ${answer}`);
}

export function lastLines(file, count = 15) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
