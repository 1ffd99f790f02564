import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { db, Prisma, type Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { transact } from '@/foundation/transaction';
import { remoteOf } from './places/queries';
import { canMirror } from './policy';

type Place = 'disk' | 'remote';

/** Lets a space flow into a git repository, from its first revision or from where it was stopped. */
export async function switchMirrorOn(
  ctx: Context,
  { spaceId, place }: { spaceId: string; place: Place },
) {
  const space = await loadSpace(ctx, spaceId);
  if (place === 'remote' && !remoteOf(space.mirror?.repository ?? space.slug))
    return { ok: false, reason: 'no-remote' } as const;
  const { now } = ctx;
  const state = { place, isOn: true, nextLookAt: now, wantedAt: now, failure: null, failures: 0 };
  await transact(async (tx) => {
    const began = { beganAt: now, beganById: ctx.actor.personId };
    await tx.wikiMirror.upsert({
      where: { spaceId },
      create: { spaceId, repository: space.slug, ...state, ...began },
      update: state,
    });
    await audit(tx, ctx, spaceId, 'mirror.switched-on', { place });
  });
  return { ok: true, slug: space.slug } as const;
}

/** Stops it; the repository stays as it is, and can go on from there later. */
export async function switchMirrorOff(ctx: Context, { spaceId }: { spaceId: string }) {
  const space = await loadSpace(ctx, spaceId);
  await transact(async (tx) => {
    const { count } = await tx.wikiMirror.updateMany({
      where: { spaceId, isOn: true },
      // Whoever works on it now finds that it is no longer theirs.
      data: { isOn: false, lease: null, leasedUntil: null },
    });
    if (count === 1) await audit(tx, ctx, spaceId, 'mirror.switched-off', {});
  });
  return { ok: true, slug: space.slug } as const;
}

/** Forgets how far it was: the whole history is written anew, into an empty branch. */
export async function beginMirrorAnew(ctx: Context, { spaceId }: { spaceId: string }) {
  const space = await loadSpace(ctx, spaceId);
  await transact(async (tx) => {
    const { count } = await tx.wikiMirror.updateMany({
      where: { spaceId, failure: { not: null } },
      data: {
        head: null,
        intended: Prisma.DbNull,
        arriving: null,
        putBack: {},
        lease: null,
        leasedUntil: null,
        failure: null,
        failures: 0,
        nextLookAt: ctx.now,
        wantedAt: ctx.now,
        mirroredAt: null,
      },
    });
    if (count === 0) return;
    await tx.wikiMirrorPage.deleteMany({ where: { spaceId } });
    await audit(tx, ctx, spaceId, 'mirror.begun-anew', {});
  });
  return { ok: true, slug: space.slug } as const;
}

async function loadSpace({ actor }: Context, spaceId: string) {
  const space = await db.wikiSpace.findUnique({
    where: { id: spaceId },
    select: { slug: true, ownerUnitId: true, mirror: { select: { repository: true } } },
  });
  if (!space) throw new NotFound();
  authorize(
    canMirror(actor, space),
    'A space is mirrored by an administrator, or by a lead of those who own it.',
  );
  return space;
}

const audit = (
  tx: Transaction,
  ctx: Context,
  subjectId: string,
  action: string,
  after: Prisma.InputJsonObject,
) => recordAudit(tx, ctx, { action, subjectKind: 'space', subjectId, after });
