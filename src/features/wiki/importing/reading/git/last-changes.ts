import fs from 'node:fs';
import git from 'isomorphic-git';

export type LastChange = { email: string; at: Date };

/** Beyond this many commits, files that nobody touched lately have no author. */
const COMMITS_MAX = 20_000;
const MILLISECONDS = 1000;

type Tree = Map<string, { oid: string; isFolder: boolean }>;

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
  const cache = {};
  const commits = await git.log({ fs, dir, cache, depth: COMMITS_MAX });
  for (const { commit } of commits) {
    if (found.size === wanted.size) break;
    // What a merge brings was changed by the commits that it brings together.
    if (commit.parent.length > 1) continue;
    const [parent] = commit.parent;
    const before = parent ? await treeOf(dir, cache, parent) : null;
    for (const file of await changed(dir, cache, await treeOf(dir, cache, commit.tree), before)) {
      if (!wanted.has(file) || found.has(file)) continue;
      const { email, timestamp } = commit.author;
      found.set(file, { email, at: new Date(timestamp * MILLISECONDS) });
    }
  }
  return found;
}

async function treeOf(dir: string, cache: object, oid: string): Promise<Tree> {
  const { tree } = await git.readTree({ fs, dir, cache, oid });
  return new Map(
    tree.map((entry) => [entry.path, { oid: entry.oid, isFolder: entry.type === 'tree' }]),
  );
}

async function changed(
  dir: string,
  cache: object,
  after: Tree,
  before: Tree | null,
  folder = '',
): Promise<string[]> {
  const files: string[] = [];
  for (const [name, { oid, isFolder }] of after) {
    const other = before?.get(name);
    if (other?.oid === oid) continue;
    if (!isFolder) files.push(folder + name);
    else {
      const inner = other?.isFolder ? await treeOf(dir, cache, other.oid) : null;
      files.push(
        ...(await changed(dir, cache, await treeOf(dir, cache, oid), inner, `${folder}${name}/`)),
      );
    }
  }
  return files;
}
