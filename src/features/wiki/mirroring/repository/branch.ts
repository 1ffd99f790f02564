import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import git from 'isomorphic-git';
import { BRANCH, isMissing, type Repository } from './objects';

/** The branch that a space is mirrored to, wherever it is; others may move it at any moment. */
export interface Branch {
  /** The commit it stands at, with all that belongs to it in our repository; null when it is empty. */
  read(): Promise<string | null>;
  /** Moves it on, unless it stands elsewhere by now: then nothing changes, and the answer is false. */
  advance(from: string | null, to: string): Promise<boolean>;
}

/** Why a branch could not be read or moved, in words for those who keep the space. */
export class BranchTrouble extends Error {}

// A push holds it for a moment only; whoever was killed holds it for ever.
const HELD =
  'Another git process holds the branch. It is tried again by itself; if none is running, remove main.lock from the repository.';

const REF = `refs/heads/${BRANCH}`;

/** The branch of the repository on this disk, moved under the lock that git itself takes. */
export function diskBranch(repository: Repository, ownUnfinished: string | null): Branch {
  const place = path.join(repository.gitdir, REF);
  const lock = `${place}.lock`;
  const read = () => readBranch(repository);
  return {
    read,
    async advance(from, to) {
      await mkdir(path.dirname(place), { recursive: true });
      // A lock that names a commit of ours is what a process of ours left when it was killed.
      const left = await readFile(lock, 'utf8').catch(() => '');
      if ([to, ownUnfinished].includes(left.trim())) await rm(lock, { force: true });
      const draft = `${place}.${randomUUID()}.tmp`;
      await writeFile(draft, `${to}\n`);
      try {
        await link(draft, lock);
      } catch (error) {
        if (isTaken(error)) throw new BranchTrouble(HELD);
        throw error;
      } finally {
        await rm(draft, { force: true });
      }
      if ((await read()) !== from) {
        await rm(lock, { force: true });
        return false;
      }
      await rename(lock, place);
      return true;
    },
  };
}

export async function readBranch(repository: Repository): Promise<string | null> {
  return git.resolveRef({ ...repository, ref: REF }).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}

const isTaken = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';
