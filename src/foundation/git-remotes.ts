import { z } from 'zod';

/** A branch of a repository elsewhere, and how we are let in. */
export type GitRemote = {
  /** Without name and password: this one may be shown. */
  url: string;
  branch: string;
  username?: string;
  password?: string;
};

const HOW =
  'must be a list such as handbook=https://bot:token@git.example.com/guild/handbook.git#main';

/**
 * `<space>=<address>[#<branch>]`, separated by spaces or commas. The operator says where a space
 * may go, so that nobody else can send a token, or the portal's requests, anywhere.
 */
export const gitRemotes = z
  .string()
  .default('')
  .transform((list, ctx) => {
    const remotes = new Map<string, GitRemote>();
    for (const entry of list.split(/[\s,]+/).filter(Boolean)) {
      const [, space, address] = /^([a-z0-9-]+)=(.+)$/.exec(entry) ?? [];
      const remote = space && address ? remoteOf(address) : null;
      if (space && remote) remotes.set(space, remote);
      else ctx.addIssue({ code: 'custom', message: HOW });
    }
    return remotes as ReadonlyMap<string, GitRemote>;
  });

function remoteOf(address: string): GitRemote | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const decoded = unlessMalformed(() =>
    [url.username, url.password, url.hash.slice(1)].map(decodeURIComponent),
  );
  if (!decoded) return null;
  const [username, password, branch = ''] = decoded;
  url.username = url.password = url.hash = '';
  return {
    url: url.href,
    branch: branch || 'main',
    ...(username && { username }),
    ...(password && { password }),
  };
}

/** A bare % is no escape of anything; a token that has one writes it %25. */
function unlessMalformed<Result>(decode: () => Result): Result | null {
  try {
    return decode();
  } catch {
    return null;
  }
}
