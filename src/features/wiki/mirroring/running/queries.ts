import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { remoteOf } from '../places/queries';
import { type Branch, BranchTrouble, diskBranch } from '../repository/branch';
import type { Repository } from '../repository/objects';
import { remoteBranch } from '../repository/remote';
import type { MirrorState } from './keeping/commands';

const AT_ONCE = 20;

/** Mirrors whose turn it is: something changed, or it is time to look what others did. */
export async function listDueMirrors({ now }: Context): Promise<string[]> {
  const due = await db.wikiMirror.findMany({
    where: {
      isOn: true,
      AND: [
        { OR: [{ nextLookAt: { lte: now } }, { failure: null, wantedAt: { not: null } }] },
        { OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }] },
      ],
    },
    orderBy: { nextLookAt: 'asc' },
    take: AT_ONCE,
    select: { spaceId: true },
  });
  return due.map(({ spaceId }) => spaceId);
}

export function branchOf(run: MirrorState, repository: Repository): Branch {
  if (run.place === 'disk') return diskBranch(repository, run.intended?.oid ?? null);
  const remote = remoteOf(run.repository);
  if (!remote) {
    throw new BranchTrouble(
      `The operator names no repository for “${run.repository}” any more. Ask for it in GIT_REMOTES, or mirror to the disk.`,
    );
  }
  return remoteBranch(repository, remote);
}
