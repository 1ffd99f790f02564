import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { explainDisk, Failure } from './failure.mjs';
import { identify, isSameProcess, stopProcess } from './processes.mjs';

const FILE = 'launcher.json';
const STOP_ORPHAN = [
  ['SIGTERM', 8_000],
  ['SIGKILL', 5_000],
];

/** What the launcher that holds this data directory said of itself, or null when none is alive. */
export function currentClaim(data) {
  const claim = read(path.join(data, FILE));
  return claim && isSameProcess(claim.launcher) ? claim : null;
}

/**
 * Makes this process the only launcher of a data directory, and ends what a killed one left behind.
 * The file is created under its name in one indivisible act, so of two launchers one loses.
 */
export async function claimData(data, purpose) {
  const file = path.join(data, FILE);
  const claim = { purpose, launcher: identify(process.pid), address: null, processes: [] };
  createData(data);
  for (;;) {
    if (create(file, claim)) break;
    const other = currentClaim(data);
    if (other) throw new Failure(alreadyRunning(other));
    for (const left of takeAway(file)?.processes ?? []) {
      if (isSameProcess(left)) await stopProcess(left.pid, STOP_ORPHAN);
    }
  }
  return {
    note(changes) {
      Object.assign(claim, changes);
      replace(file, claim);
    },
    noteProcess(name, pid) {
      const others = claim.processes.filter((known) => known.name !== name);
      this.note({ processes: [...others, { name, ...identify(pid) }] });
    },
    release() {
      rmSync(file, { force: true });
    },
  };
}

function createData(data) {
  try {
    if (existsSync(data)) return;
    // One level at a time: Node hides the reason when it makes several at once.
    createData(path.dirname(data));
    mkdirSync(data);
  } catch (error) {
    if (error.code !== 'EEXIST') throw explainDisk(error, data);
  }
}

function alreadyRunning({ purpose, launcher, address }) {
  const where = address ? ` and answers at ${address}` : '';
  return `"${purpose}" is already running in this folder (process ${launcher.pid})${where}; stop it first with Ctrl-C.`;
}

function create(file, claim) {
  const draft = write(file, claim);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw explainDisk(error, path.dirname(file));
  } finally {
    unlinkSync(draft);
  }
}

function replace(file, claim) {
  renameSync(write(file, claim), file);
}

function write(file, claim) {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, JSON.stringify(claim), { mode: 0o600 });
    return draft;
  } catch (error) {
    rmSync(draft, { force: true });
    throw explainDisk(error, path.dirname(file));
  }
}

/** Removes a dead launcher's file. Of two that try, one gets it and looks after its orphans. */
function takeAway(file) {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw explainDisk(error, path.dirname(file));
  }
  const claim = read(aside);
  // Another launcher may have taken the place a moment ago: then it is given back.
  if (claim && isSameProcess(claim.launcher)) renameSync(aside, file);
  else unlinkSync(aside);
  return claim && isSameProcess(claim.launcher) ? null : claim;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
