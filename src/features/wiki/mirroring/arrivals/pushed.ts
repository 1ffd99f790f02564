import git from 'isomorphic-git';
import { differencesBetween } from '../repository/differences';
import { isSince, type Repository, treeOf } from '../repository/objects';

/** A commit of somebody else, as it tells of itself: nobody has checked who wrote it. */
export type Pushed = { oid: string; name: string; email: string; message: string; at: Date };

const COMMITS_MAX = 500;
const MILLISECONDS = 1000;

/** Which commits between two changed each file, the latest first; of a merge, those that it brings together. */
export async function pushedBetween(
  repository: Repository,
  head: string,
  tip: string,
): Promise<Map<string, Pushed[]>> {
  const byFile = new Map<string, Pushed[]>();
  const seen = new Set([head]);
  const waiting = [tip];
  let hasMerges = false;
  for (let oid = waiting.shift(); oid; oid = waiting.shift()) {
    if (seen.has(oid) || seen.size > COMMITS_MAX) continue;
    seen.add(oid);
    // Another side of a merge may begin before our last commit: what lies there is known.
    if (hasMerges && (await isSince(repository, head, oid))) continue;
    const { commit } = await git.readCommit({ ...repository, oid });
    hasMerges ||= commit.parent.length > 1;
    waiting.push(...commit.parent);
    const [parent] = commit.parent;
    const { name, email, timestamp } = commit.author;
    const at = new Date(timestamp * MILLISECONDS);
    const pushed = { oid, name, email, message: commit.message, at };
    const before = parent ? await treeOf(repository, parent) : null;
    for (const { file } of await differencesBetween(repository, before, commit.tree)) {
      byFile.set(file, [...(byFile.get(file) ?? []), pushed]);
    }
  }
  return byFile;
}
