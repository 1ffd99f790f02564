import fs from 'node:fs';
import git from 'isomorphic-git';
import { differencesBetween } from '../../../mirroring/repository/differences';
import { isMissing } from '../../../mirroring/repository/objects';

export type LastChange = { email: string; at: Date };

/** Beyond this many commits, files that nobody touched lately have no author. */
const COMMITS_MAX = 20_000;
const MILLISECONDS = 1000;

/**
 * Who changed each file of a repository last, and when: from the newest commit backwards, comparing
 * only the folders that differ from the commit before.
 */
export async function lastChanges(
  dir: string,
  files: readonly string[],
): Promise<Map<string, LastChange>> {
  const wanted = new Set(files);
  const found = new Map<string, LastChange>();
  const source = { fs, dir, cache: {} };
  const commits = await git.log({ ...source, depth: COMMITS_MAX }).catch(unlessMissing);
  for (const { commit } of commits) {
    if (found.size === wanted.size) break;
    // What a merge brings was changed by the commits that it brings together.
    if (commit.parent.length > 1) continue;
    const [parent] = commit.parent;
    const earlier =
      parent && (await git.readCommit({ ...source, oid: parent }).catch(unlessMissing));
    // A shallow clone ends here: what this commit changed cannot be told from what was there before.
    if (Array.isArray(earlier)) break;
    const before = earlier ? earlier.commit.tree : null;
    for (const { file: written, after } of await differencesBetween(source, before, commit.tree)) {
      const file = written.normalize('NFC');
      if (!after || !wanted.has(file) || found.has(file)) continue;
      const { email, timestamp } = commit.author;
      found.set(file, { email, at: new Date(timestamp * MILLISECONDS) });
    }
  }
  return found;
}

/** No commit yet, no longer, or kept where this clone does not reach, as in a linked working tree. */
function unlessMissing(error: unknown): [] {
  if (isMissing(error)) return [];
  throw error;
}
