import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { signal } from './processes.mjs';

const hasProc = existsSync('/proc/self/stat');

/** Kills a process group outright; true once nobody in it runs any more. */
export async function killGroup(group, milliseconds) {
  const end = Date.now() + milliseconds;
  // Asked again each time: a member may have started another while the signals were on their way.
  while (isGroupAlive(group)) {
    signal(-group, 'SIGKILL');
    if (Date.now() > end) return false;
    await sleep(30);
  }
  return true;
}

/** Whether one of the group still runs; who only waits to be collected does not count. */
function isGroupAlive(group) {
  const members = hasProc ? readProc() : askPs();
  return members.some((one) => one.group === group && !/^[ZX]/.test(one.state));
}

function readProc() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return { state, group: Number(group) };
      } catch {
        return { state: 'X', group: 0 };
      }
    });
}

function askPs() {
  const lines = execFileSync('ps', ['-A', '-o', 'stat=,pgid='], { encoding: 'utf8' }).trim();
  return lines.split('\n').map((line) => {
    const [state, group] = line.trim().split(/\s+/);
    return { state, group: Number(group) };
  });
}
