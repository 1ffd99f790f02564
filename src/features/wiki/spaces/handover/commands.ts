import 'server-only';
import { findUnitNamed } from '@/features/org/directory/named/queries';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { canHandOnSpace, canTakeSpace, OWNS_SPACES } from '../../policy';
import { tellOfPages } from '../commands';
import { findHeirIds } from './queries';
import type { AnswerSpace, HandOnSpace } from './schema';

type Space = { id: string; slug: string; ownerUnitId: string };

/**
 * Hands a space to another unit: at once to one that the actor leads, otherwise it is offered to the
 * leads of that unit.
 */
export async function handOnSpace(ctx: Context, { spaceId, toUnit, note }: HandOnSpace) {
  return transact(async (tx) => {
    const space = await lockSpace(tx, { id: spaceId });
    await authorizeHandingOn(tx, ctx, space);
    const unit = await findKeeper(tx, ctx, space, toUnit);
    if (!unit.ok) return unit;
    if (await tx.spaceHandover.findFirst({ where: { spaceId, answer: null } }))
      return { ok: false, reason: 'offered-already' } as const;
    const isTaken = canTakeSpace(ctx.actor, unit.id);
    const { personId: askedById } = ctx.actor;
    const asked = { fromUnitId: space.ownerUnitId, toUnitId: unit.id, askedById, note };
    const answered = { answer: 'ACCEPTED', answeredById: askedById, answeredAt: ctx.now } as const;
    await tx.spaceHandover.create({
      data: { spaceId, askedAt: ctx.now, ...asked, ...(isTaken ? answered : {}) },
      select: { id: true },
    });
    if (isTaken) await giveTo(tx, ctx, space, unit.id, note);
    else await recordEvent(tx, ctx, 'space.offered', { spaceId, toUnitId: unit.id });
    return { ok: true, slug: space.slug, isTaken } as const;
  });
}

/** Takes a space that is offered, declines it, or takes the offer back. */
export async function answerSpaceOffer(ctx: Context, { handoverId, answer }: AnswerSpace) {
  return transact(async (tx) => {
    const asked = await tx.spaceHandover.findUnique({ where: { id: handoverId } });
    if (!asked) throw new NotFound();
    const space = await lockSpace(tx, { id: asked.spaceId });
    if (answer === 'withdraw') await authorizeHandingOn(tx, ctx, space);
    else
      authorize(
        canTakeSpace(ctx.actor, asked.toUnitId),
        'Leads of the unit that was asked say whether it takes the space.',
      );
    const { count } = await tx.spaceHandover.updateMany({
      where: { id: handoverId, answer: null },
      data: { answer: ANSWERS[answer], answeredById: ctx.actor.personId, answeredAt: ctx.now },
    });
    // Answered by somebody else while this one looked at it.
    if (count === 0) return { ok: false, reason: 'no-longer-offered' } as const;
    if (answer === 'accept') await giveTo(tx, ctx, space, asked.toUnitId, asked.note);
    return { ok: true, slug: space.slug } as const;
  });
}

const ANSWERS = { accept: 'ACCEPTED', decline: 'DECLINED', withdraw: 'OVERTAKEN' } as const;

async function authorizeHandingOn(tx: Transaction, ctx: Context, space: Space) {
  const heirIds = await findHeirIds(tx, ctx, space.ownerUnitId);
  authorize(
    canHandOnSpace(ctx.actor, { ...space, heirIds }),
    'A space is handed on by the leads of those who keep it or, when these are no more, of those who answer for what they left.',
  );
}

async function lockSpace(tx: Transaction, { id }: { id: string }): Promise<Space> {
  const [space] = await tx.$queryRaw<Space[]>`
    SELECT id, slug, "ownerUnitId" FROM "WikiSpace" WHERE id = ${id} FOR UPDATE`;
  if (!space) throw new NotFound();
  return space;
}

/** The unit that somebody named, if it can keep a space and does not do so already. */
async function findKeeper(tx: Transaction, { now }: Context, space: Space, named: string) {
  const id = await findUnitNamed(tx, named);
  const unit = id && (await tx.orgUnit.findUnique({ where: { id } }));
  if (!unit) return { ok: false, reason: 'unknown-unit' } as const;
  if (!OWNS_SPACES.includes(unit.kind)) return { ok: false, reason: 'cannot-keep' } as const;
  if (unit.validTo && unit.validTo <= addDays(dayOf(now), 1))
    return { ok: false, reason: 'unit-ended' } as const;
  if (unit.id === space.ownerUnitId) return { ok: false, reason: 'same-unit' } as const;
  return { ok: true, id: unit.id } as const;
}

/** The space changes hands, and with it the pages in it that its former owners kept as their own. */
async function giveTo(tx: Transaction, ctx: Context, space: Space, toUnitId: string, note: string) {
  const { id: spaceId, ownerUnitId: fromUnitId } = space;
  await tx.wikiSpace.update({ where: { id: spaceId }, data: { ownerUnitId: toUnitId } });
  const { count: pages } = await tx.wikiPage.updateMany({
    where: { spaceId, ownerUnitId: fromUnitId },
    data: { ownerUnitId: toUnitId },
  });
  await recordAudit(tx, ctx, {
    action: 'space.handed-over',
    subjectKind: 'space',
    subjectId: spaceId,
    before: { ownerUnitId: fromUnitId },
    after: { ownerUnitId: toUnitId, pages },
    reason: note || undefined,
  });
  await recordEvent(tx, ctx, 'space.handed-over', { spaceId, fromUnitId, toUnitId });
  await tellOfPages(tx, ctx, spaceId, 'page.revised');
}
