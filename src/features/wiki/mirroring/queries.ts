import 'server-only';
import path from 'node:path';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { decodeCursor, encodeCursor, pageOf } from '@/foundation/pagination';
import { exportHref, pageHref } from '../addresses';
import { mirrorFolder, remoteOf } from './places/queries';
import { canMirror } from './policy';
import { standingOf } from './state';

const LISTED = 20;

export type Mirror = NonNullable<Awaited<ReturnType<typeof getMirror>>>;

/** How a space flows into git, and what came back from there; null when there is no such space. */
export async function getMirror({ actor }: Context, spaceId: string, after?: string) {
  const space = await db.wikiSpace.findUnique({
    where: { id: spaceId },
    select: {
      slug: true,
      ownerUnitId: true,
      mirror: {
        select: {
          place: true,
          repository: true,
          isOn: true,
          failure: true,
          wantedAt: true,
          mirroredAt: true,
          nextLookAt: true,
          head: true,
        },
      },
    },
  });
  if (!space) return null;
  const { slug, mirror } = space;
  const canManage = canMirror(actor, space);
  const repository = mirror?.repository ?? slug;
  const remote = remoteOf(repository);
  return {
    spaceId,
    href: exportHref({ spaceSlug: slug }),
    canManage,
    remote: remote && `${remote.url} (${remote.branch})`,
    folder: path.basename(mirrorFolder(repository)),
    state: mirror && { ...mirror, standing: standingOf(mirror) },
    isFirst: !after,
    arrivals: mirror && canManage ? await listArrivals(spaceId, slug, after) : null,
  };
}

/** What others changed in the repository, the latest first. */
async function listArrivals(spaceId: string, spaceSlug: string, after?: string) {
  const cursor = decodeCursor(after, 1);
  const rows = await db.wikiMirrorArrival.findMany({
    where: { spaceId },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: LISTED + 1,
    ...(cursor && { cursor: { id: cursor[0] }, skip: 1 }),
    select: {
      id: true,
      commit: true,
      file: true,
      outcome: true,
      note: true,
      byName: true,
      at: true,
      proposalId: true,
      page: { select: { path: true } },
    },
  });
  return pageOf(
    rows.map(({ page, proposalId, ...row }) => ({
      ...row,
      href: proposalId
        ? `/wiki-proposals/${proposalId}`
        : page && pageHref({ spaceSlug, path: page.path }),
    })),
    LISTED,
    ({ id }) => encodeCursor([id]),
  );
}
