import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** One value for the content of these files and folders; a missing one counts as missing. */
export function fingerprint(root, places, isIgnored = () => false) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesUnder(root, place, isIgnored)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(root, place, isIgnored) {
  const found = statSync(path.join(root, place), { throwIfNoEntry: false });
  if (!found || isIgnored(place)) return [];
  if (!found.isDirectory()) return [place];
  return readdirSync(path.join(root, place)).flatMap((name) =>
    filesUnder(root, `${place}/${name}`, isIgnored),
  );
}
