import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const hasProc = existsSync('/proc/self/stat');

/**
 * What can be told of a process: `null` when it is gone. A zombie has ended and only waits to be
 * collected by its parent, so it counts as gone. `startedAt` tells a process from a later one that
 * was given the same number.
 */
export function describeProcess(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const found = hasProc ? readProc(pid) : askPs(pid);
  return found && !found.state.startsWith('Z') && !found.state.startsWith('X') ? found : null;
}

function readProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces and brackets; the fields begin after its last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, state: fields[0], startedAt: fields[19], command };
  } catch {
    return null;
  }
}

function askPs(pid) {
  try {
    const columns = ['-o', 'stat=', '-o', 'lstart=', '-o', 'command=', '-p', String(pid)];
    const line = execFileSync('ps', columns, { encoding: 'utf8' }).trim();
    const [, state, startedAt, command] = /^(\S+)\s+(.{24})\s+(.*)$/.exec(line) ?? [];
    return state ? { pid, state, startedAt, command } : null;
  } catch {
    return null;
  }
}

export const isAlive = (pid) => describeProcess(pid) !== null;

/** What to write into a file so that a later start can recognise the very same process. */
export function identify(pid) {
  const found = describeProcess(pid);
  return found && { pid, startedAt: found.startedAt };
}

export function isSameProcess(identity) {
  const found = identity && describeProcess(identity.pid);
  return Boolean(found && found.startedAt === identity.startedAt);
}

export function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

export async function waitUntilGone(pid, milliseconds) {
  const end = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await sleep(30);
  }
  return true;
}

/** Asks with each signal in turn, giving every one its time; true once the process is gone. */
export async function stopProcess(pid, requests) {
  for (const [name, milliseconds] of requests) {
    if (!isAlive(pid)) return true;
    signal(pid, name);
    if (await waitUntilGone(pid, milliseconds)) return true;
  }
  return !isAlive(pid);
}
