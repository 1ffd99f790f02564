import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { type Branch, BranchTrouble } from './branch';
import { BRANCH, holds, type Repository } from './objects';

export type RemotePlace = { url: string; branch: string; username?: string; password?: string };

const PATIENCE_MILLISECONDS = 120_000;

/** A branch elsewhere, reached over HTTP; our repository holds a copy of it. */
export function remoteBranch(repository: Repository, place: RemotePlace): Branch {
  const { url, branch, username, password } = place;
  const ref = `refs/heads/${branch}`;
  // Asked a second time, what we know was not enough: without this the library asks for ever.
  const connection = {
    http,
    url,
    onAuth: () => ({ username: username ?? password ?? '', password: password ?? '' }),
    onAuthFailure: () => ({ cancel: true }),
  };
  const stand = async () => {
    const refs = await git.listServerRefs({ ...connection, prefix: ref, protocolVersion: 1 });
    return refs.find((found) => found.ref === ref)?.oid ?? null;
  };
  const setOwnBranch = (value: string) =>
    git.writeRef({ ...repository, ref: `refs/heads/${BRANCH}`, value, force: true });
  return {
    read: () =>
      toldPlainly(async () => {
        const oid = await stand();
        if (oid && !(await holds(repository, oid))) {
          // The library fetches into what a remote's entry names; the token is not in it.
          await git.addRemote({ ...repository, remote: 'origin', url, force: true });
          await git.fetch({
            ...repository,
            ...connection,
            remote: 'origin',
            ref: branch,
            remoteRef: branch,
            singleBranch: true,
            tags: false,
          });
        }
        // Where the mirror goes on from when it is switched to this disk.
        if (oid) await setOwnBranch(oid);
        return oid;
      }),
    advance: (from, to) =>
      toldPlainly(async () => {
        if ((await stand()) !== from) return false;
        await setOwnBranch(to);
        try {
          const { ok, refs } = await git.push({
            ...repository,
            ...connection,
            remote: 'origin',
            ref: BRANCH,
            remoteRef: ref,
          });
          if (ok) return true;
          const [told] = Object.values(refs).flatMap(({ error }) => error || []);
          throw new BranchTrouble(
            `The other side refused the commits: ${told ?? 'no reason given'}.`,
          );
        } catch (error) {
          // Somebody was faster: what they pushed is looked at next.
          if ((await stand()) !== from) return false;
          throw error;
        }
      }),
  };
}

/** What a connection can suffer, as a sentence that says what to do and holds no secret. */
async function toldPlainly<Result>(run: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    const late = new BranchTrouble('The other side did not answer within two minutes.');
    timer = setTimeout(() => reject(late), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([run(), patience]);
  } catch (error) {
    if (error instanceof BranchTrouble) throw error;
    const sentence = sentenceFor(error);
    throw sentence ? new BranchTrouble(sentence) : error;
  } finally {
    clearTimeout(timer);
  }
}

function sentenceFor(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'UserCanceledError') {
    return 'The other side does not let us in. Ask the operator to renew the token in GIT_REMOTES.';
  }
  if (code === 'HttpError') {
    const status = /\b(\d{3})\b/.exec(error instanceof Error ? error.message : '')?.[1];
    return status === '401' || status === '403'
      ? 'The other side does not let us in. Ask the operator to renew the token in GIT_REMOTES.'
      : `The other side answered with ${status ?? 'an error'}. Ask the operator to check its address in GIT_REMOTES.`;
  }
  if (code === 'GitPushError' || code === 'PushRejectedError') {
    return 'The other side refused the commits. Allow the portal to push to this branch.';
  }
  if (/^E[A-Z]+$|CERT|TLS/.test(code)) {
    return `The other side cannot be reached (${code}). It is tried again by itself.`;
  }
  return null;
}
