import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { explainDisk } from './failure.mjs';
import { canReach } from './postgres-account.mjs';
import { publicPlace } from './postgres-binaries.mjs';

/**
 * Where the cluster lives: `postgres` in our data directory, unless root works in a private home
 * that the account running Postgres cannot enter. Then only a link is left there.
 */
export function clusterDirectory(data, account) {
  const place = path.join(data, 'postgres');
  try {
    const known = lstatSync(place, { throwIfNoEntry: false });
    if (known?.isSymbolicLink()) return own(path.resolve(data, readlinkSync(place)), account);
    own(place, account);
    if (canReach(account, place, '-w')) return realpathSync(place);
    rmSync(place, { recursive: true });
    const elsewhere = own(path.join(publicPlace(), `data-${nameOf(data)}`), account);
    symlinkSync(elsewhere, place);
    return elsewhere;
  } catch (error) {
    throw explainDisk(error, data);
  }
}

/** Postgres insists on a directory of its own that nobody else may look into. */
function own(directory, account) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (account) chownSync(directory, account.uid, account.gid);
  chmodSync(directory, 0o700);
  return directory;
}

function nameOf(data) {
  return createHash('sha256').update(path.resolve(data)).digest('hex').slice(0, 12);
}
