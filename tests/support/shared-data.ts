import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder =
  process.env.GUILDHALL_TEST_DATA ??
  fileURLToPath(new URL('../../../shared/data', import.meta.url));

/**
 * Where a public data set lies that tests read in place, because the repository does not carry it:
 * below GUILDHALL_TEST_DATA, otherwise in `shared/data` beside the repository. Null, and said so,
 * when it is not there; tests of it are then skipped.
 */
export function sharedData(name: string): string | null {
  const path = `${folder}/${name}`;
  if (existsSync(path)) return path;
  console.warn(`The data set ${name} is not in ${folder}: its tests are skipped.`);
  return null;
}
