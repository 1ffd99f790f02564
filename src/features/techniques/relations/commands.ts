import 'server-only';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { lockTechnique } from '../keeping/queries';
import { canRelate } from '../policy';
import { leadsInACircle, type Relation } from './circles';

type Stated = Relation & { note: string };

/** Says how one technique relates to another. Said twice it changes nothing but the note. */
export async function relateTechniques(context: Context, { note, ...relation }: Stated) {
  return transact(async (tx) => {
    await authorizeBoth(tx, context, relation);
    const known = await tx.techniqueRelation.findMany({
      select: { fromId: true, toId: true, kind: true },
    });
    if (leadsInACircle(known, relation)) return { ok: false, reason: 'circle' } as const;
    await tx.techniqueRelation.upsert({
      where: { fromId_toId_kind: relation },
      create: { ...relation, note, recordedAt: context.now },
      update: { note },
    });
    await announceBoth(tx, context, relation);
    return { ok: true } as const;
  });
}

export async function removeRelation(context: Context, relation: Relation): Promise<void> {
  await transact(async (tx) => {
    await authorizeBoth(tx, context, relation);
    const { count } = await tx.techniqueRelation.deleteMany({ where: relation });
    if (count > 0) await announceBoth(tx, context, relation);
  });
}

async function authorizeBoth(tx: Transaction, context: Context, { fromId, toId, kind }: Relation) {
  // Always in the same order, so that two that relate the same pair wait instead of blocking each other.
  const locked = new Map();
  for (const id of [fromId, toId].toSorted()) {
    locked.set(id, await lockTechnique(tx, context, id));
  }
  const from = locked.get(fromId);
  const to = locked.get(toId);
  if (!from || !to) throw new NotFound();
  authorize(
    canRelate(context.actor, kind, { from, to }),
    kind === 'SUPERSEDES'
      ? 'That a technique is superseded is for the squad that began it to say.'
      : 'Only the squad that began a technique says what it grew from.',
  );
}

async function announceBoth(tx: Transaction, context: Context, { fromId, toId }: Relation) {
  await tx.technique.updateMany({
    where: { id: { in: [fromId, toId] } },
    data: { updatedAt: context.now },
  });
  for (const techniqueId of [fromId, toId]) {
    await recordEvent(tx, context, 'technique.changed', { techniqueId });
  }
}
