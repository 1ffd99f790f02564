import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { canEditAttempt, speaksFor } from '../policy';
import type { EditAttempt, RecordAttempt } from './schema';

/** A squad keeps what it tried, above all when it failed; with or without a technique. */
export async function recordAttempt(context: Context, input: RecordAttempt) {
  const { actor, now } = context;
  authorize(
    speaksFor(actor, input.squadId),
    'An attempt is written down by the squad that made it.',
  );
  if (input.endedOn > dayOf(now)) return { ok: false, reason: 'in-the-future' } as const;
  return transact(async (tx) => {
    if (input.techniqueId && !(await tx.technique.count({ where: { id: input.techniqueId } }))) {
      throw new NotFound();
    }
    const attempt = await tx.attempt.create({
      data: { ...input, authorId: actor.personId, createdAt: now },
    });
    await announce(tx, context, attempt);
    return { ok: true, attemptId: attempt.id } as const;
  });
}

/** Its author, or anybody in its squad, corrects it. Only the author decides whether to be named. */
export async function editAttempt(context: Context, { attemptId, ...input }: EditAttempt) {
  if (input.endedOn > dayOf(context.now)) return { ok: false, reason: 'in-the-future' } as const;
  return transact(async (tx) => {
    const attempt = await tx.attempt.findUnique({ where: { id: attemptId } });
    if (!attempt) throw new NotFound();
    authorize(
      canEditAttempt(context.actor, attempt),
      'Only its author and members of its squad change an attempt.',
    );
    const isAuthor = attempt.authorId !== null && attempt.authorId === context.actor.personId;
    const isAnonymous = isAuthor ? input.isAnonymous : attempt.isAnonymous;
    await tx.attempt.update({ where: { id: attemptId }, data: { ...input, isAnonymous } });
    await announce(tx, context, { id: attemptId, isAnonymous });
    return { ok: true } as const;
  });
}

async function announce(
  tx: Parameters<typeof recordEvent>[0],
  context: Context,
  { id, isAnonymous }: { id: string; isAnonymous: boolean },
) {
  // The fact of an anonymous attempt must not name in the outbox whom the page does not name.
  const actor = isAnonymous ? { ...context.actor, personId: null } : context.actor;
  await recordEvent(tx, { ...context, actor }, 'attempt.changed', { attemptId: id });
}
