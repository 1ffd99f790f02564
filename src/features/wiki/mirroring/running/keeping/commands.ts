import 'server-only';
import { randomUUID } from 'node:crypto';
import { currentInstant } from '@/foundation/clock';
import type { Context } from '@/foundation/context';
import { db, Prisma, type Transaction } from '@/foundation/db';
import { transact } from '@/foundation/transaction';
import { filesToPutBack, type IntendedCommits, intendedCommits } from '../../schema';

/** Longer than one step takes, and than the wait for a remote. */
const LEASE_MILLISECONDS = 300_000;

/** Another process took over: what this one was about to do, that one does. */
export class LostLease extends Error {}

export type MirrorState = {
  spaceId: string;
  lease: string;
  slug: string;
  repository: string;
  name: string;
  place: string;
  openedAt: Date;
  head: string | null;
  intended: IntendedCommits | null;
  arriving: string | null;
  putBack: Record<string, string | null>;
  failures: number;
};

/** Takes a mirror for one process; null when another one has it, or it was switched off. */
export async function takeLease({ now }: Context, spaceId: string): Promise<MirrorState | null> {
  const lease = randomUUID() as string;
  const { count } = await db.wikiMirror.updateMany({
    where: {
      spaceId,
      isOn: true,
      OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }],
    },
    data: { lease, leasedUntil: new Date(now.getTime() + LEASE_MILLISECONDS) },
  });
  if (count === 0) return null;
  const mirror = await db.wikiMirror.findUniqueOrThrow({
    where: { spaceId },
    include: { space: { select: { slug: true, name: true, createdAt: true } } },
  });
  const { slug, name, createdAt: openedAt } = mirror.space;
  const { place, repository, head, arriving, failures } = mirror;
  return {
    spaceId,
    lease,
    slug,
    name,
    place,
    repository,
    openedAt,
    head,
    arriving,
    failures,
    intended: mirror.intended ? intendedCommits.parse(mirror.intended) : null,
    putBack: filesToPutBack.parse(mirror.putBack),
  };
}

/** Keeps something of a mirror, as long as it is still ours. */
export async function keep(
  run: Pick<MirrorState, 'spaceId' | 'lease'>,
  data: Prisma.WikiMirrorUncheckedUpdateManyInput,
  tx: Transaction = db,
): Promise<void> {
  const { spaceId, lease } = run;
  const { count } = await tx.wikiMirror.updateMany({ where: { spaceId, lease }, data });
  if (count === 0) throw new LostLease();
}

/** Holds on to a mirror that there is much to write of. */
export const holdOn = (run: Pick<MirrorState, 'spaceId' | 'lease'>): Promise<void> =>
  keep(run, { leasedUntil: new Date(currentInstant().getTime() + LEASE_MILLISECONDS) });

/** The branch has these commits: from now on they are what is known of it. */
export async function confirm(run: MirrorState, { oid, pages }: IntendedCommits): Promise<void> {
  const { spaceId } = run;
  const ids = pages.map(({ pageId }) => pageId);
  await transact(async (tx) => {
    await keep(run, { head: oid, putBack: {}, intended: Prisma.DbNull }, tx);
    await tx.wikiMirrorPage.deleteMany({ where: { spaceId, pageId: { in: ids } } });
    await tx.wikiMirrorPage.createMany({
      data: pages.flatMap(({ pageId, path, number, facts }) =>
        path === null ? [] : [{ spaceId, pageId, path, number, facts }],
      ),
    });
  });
  run.head = oid;
  run.intended = null;
  run.putBack = {};
}

/** What was intended never reached the branch; it is written anew. */
export async function dropIntended(run: MirrorState): Promise<void> {
  await keep(run, { intended: Prisma.DbNull });
  run.intended = null;
}
