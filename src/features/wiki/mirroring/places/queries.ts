import 'server-only';
import path from 'node:path';
import { env } from '@/foundation/env';

/** The repository of a space on this machine; for a remote one, the copy from which it is pushed. */
export const mirrorFolder = (repository: string) =>
  path.resolve(
    env.GUILDHALL_MIRRORS ?? path.join(env.GUILDHALL_DATA, 'mirrors'),
    `${repository}.git`,
  );

/** Where the operator lets a space be pushed to. */
export const remoteOf = (repository: string) => env.GIT_REMOTES.get(repository) ?? null;

export const portalHost = () => new URL(env.NEXTAUTH_URL).hostname;
