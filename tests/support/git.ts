import { spawnSync } from 'node:child_process';

/** Whether this machine has git itself, as the counterpart of what is written with a library. */
export function hasGit(): boolean {
  const found = spawnSync('git', ['--version']).status === 0;
  if (!found) console.warn('There is no git on this machine: its tests are skipped.');
  return found;
}
