import 'server-only';
import type { Context } from './context';
import type { Prisma, Transaction } from './db';

export type FactPayload = Prisma.InputJsonObject;

/**
 * Writes a fact into the outbox, in the transaction of the change it tells of, so that neither
 * exists without the other. The worker hands it to handlers afterwards.
 * @param name noun.past_verb, such as `page.revised`
 */
export async function recordEvent(
  tx: Transaction,
  { actor, now }: Context,
  name: string,
  payload: FactPayload,
): Promise<void> {
  await tx.outboxEvent.create({
    data: { name, payload, actorId: actor.personId, occurredAt: now, availableAt: now },
  });
}
