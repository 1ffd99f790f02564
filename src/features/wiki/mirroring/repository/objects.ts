import fs from 'node:fs';
import git, { type CommitObject, type TreeEntry } from 'isomorphic-git';

/** A bare repository on this disk. */
export type Repository = { fs: typeof fs; gitdir: string; cache: object };

export const BRANCH = 'main';

/** Opens the repository of a folder; makes an empty one where there is none. */
export async function openRepository(gitdir: string): Promise<Repository> {
  if (!fs.existsSync(`${gitdir}/HEAD`)) {
    await fs.promises.mkdir(gitdir, { recursive: true });
    await git.init({ fs, gitdir, bare: true, defaultBranch: BRANCH });
  }
  return { fs, gitdir, cache: {} };
}

/** Whether the repository has a commit. */
export async function holds(repository: Repository, oid: string): Promise<boolean> {
  return git.readCommit({ ...repository, oid }).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
}

/** Whether a commit is the other one, or came after it. */
export async function isSince(repository: Repository, oid: string, earlier: string) {
  if (oid === earlier) return true;
  if (!(await holds(repository, earlier))) return false;
  return git.isDescendent({ ...repository, oid, ancestor: earlier, depth: -1 });
}

export async function treeOf(repository: Repository, commit: string): Promise<string> {
  return (await git.readCommit({ ...repository, oid: commit })).commit.tree;
}

export async function writeFile(repository: Repository, content: Uint8Array): Promise<string> {
  return git.writeBlob({ ...repository, blob: content });
}

export async function readFile(repository: Repository, blob: string): Promise<Buffer> {
  return Buffer.from((await git.readBlob({ ...repository, oid: blob })).blob);
}

/** What lies at a place in a commit's tree; null when nothing does. */
export async function blobAt(repository: Repository, commit: string, file: string) {
  try {
    const found = await git.readObject({ ...repository, oid: commit, filepath: file });
    return found.type === 'tree' ? null : found.oid;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Files by the blobs they are to have; null takes one away. */
export type FileChanges = ReadonlyMap<string, string | null>;

/** Two things want to lie at one place of a tree. */
export class Clash extends Error {}

/** Writes a tree that differs from another one in some files; folders that stay empty are not kept. */
export async function writeTree(
  repository: Repository,
  base: string | null,
  changes: FileChanges,
): Promise<string> {
  return (await treeWith(repository, base, changes)) ?? git.writeTree({ ...repository, tree: [] });
}

async function treeWith(
  repository: Repository,
  base: string | null,
  changes: FileChanges,
): Promise<string | null> {
  const read = base ? (await git.readTree({ ...repository, oid: base })).tree : [];
  const entries = new Map(read.map((entry) => [entry.path, entry]));
  const within = new Map<string, Map<string, string | null>>();
  for (const [file, blob] of changes) {
    const slash = file.indexOf('/');
    if (slash >= 0) {
      const folder = file.slice(0, slash);
      const inner = within.get(folder) ?? new Map<string, string | null>();
      within.set(folder, inner.set(file.slice(slash + 1), blob));
    } else if (entries.get(file)?.type === 'tree') {
      if (blob) throw new Clash(`“${file}” is a folder, so that no file can have this name.`);
    } else if (blob) entries.set(file, fileEntry(file, blob));
    else entries.delete(file);
  }
  for (const [folder, inner] of within) {
    const old = entries.get(folder);
    if (old && old.type !== 'tree') {
      if ([...inner.values()].every((blob) => blob === null)) continue;
      throw new Clash(`“${folder}” is a file, so that no folder can have this name.`);
    }
    const oid = await treeWith(repository, old?.oid ?? null, inner);
    if (oid) entries.set(folder, { mode: '040000', path: folder, oid, type: 'tree' });
    else entries.delete(folder);
  }
  return entries.size > 0 ? git.writeTree({ ...repository, tree: [...entries.values()] }) : null;
}

const fileEntry = (path: string, oid: string): TreeEntry => ({
  mode: '100644',
  path,
  oid,
  type: 'blob',
});

export type Signature = { name: string; email: string };

const MILLISECONDS = 1000;

/** The same words, tree and time make the same commit, so that writing it twice does no harm. */
export async function writeCommit(
  repository: Repository,
  written: { tree: string; parent: string | null; message: string; at: Date } & Record<
    'author' | 'committer',
    Signature
  >,
): Promise<string> {
  const { tree, parent, message, author, committer } = written;
  const timestamp = Math.floor(written.at.getTime() / MILLISECONDS);
  const when = { timestamp, timezoneOffset: 0 };
  const commit: CommitObject = {
    tree,
    parent: parent ? [parent] : [],
    message,
    author: { ...author, ...when },
    committer: { ...committer, ...when },
  };
  return git.writeCommit({ ...repository, commit });
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'NotFoundError';
}
