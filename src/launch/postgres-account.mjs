import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { Failure } from './failure.mjs';

/**
 * Postgres refuses to run as root, so root hands it to the account that owns the data already, or
 * else to one without rights that every Linux has. Anyone else runs it as themselves: `null`.
 *
 * @param {string} [existing] a file of the cluster, which may not be there yet
 */
export function postgresAccount(existing) {
  if (process.getuid?.() !== 0) return null;
  const owner = existing && statSync(existing, { throwIfNoEntry: false });
  if (owner?.uid > 0) return { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  const account = findAccount('postgres') ?? findAccount('nobody');
  if (!account) {
    throw new Failure(
      'Postgres does not run as root, and this machine has neither a "postgres" nor a "nobody" user; start as an ordinary user.',
    );
  }
  return account;
}

function findAccount(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}

/** Asks the account itself, so that every rule of the file system is taken into account. */
export function canReach(account, place, permission = '-x') {
  if (!account) return true;
  const { uid, gid } = account;
  const test = ['-c', `test ${permission} "$1"`, 'sh', place];
  return spawnSync('/bin/sh', test, { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

export function identityOf(account) {
  return account ? { uid: account.uid, gid: account.gid } : {};
}
