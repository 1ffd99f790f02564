import 'server-only';
import type { Context } from './context';
import type { Prisma, Transaction } from './db';

export type FactPayload = Prisma.InputJsonObject;

/** @param name noun.past_verb, such as `page.revised` */
export type Fact = { name: string; payload: FactPayload };

/**
 * Writes a fact into the outbox, in the transaction of the change it tells of, so that neither
 * exists without the other. The worker hands it to handlers afterwards.
 * @param name noun.past_verb, such as `page.revised`
 */
export async function recordEvent(
  tx: Transaction,
  ctx: Context,
  name: string,
  payload: FactPayload,
): Promise<void> {
  await recordEvents(tx, ctx, [{ name, payload }]);
}

/** The same for facts that belong together, in one statement. */
export async function recordEvents(
  tx: Transaction,
  ctx: Context,
  facts: readonly Fact[],
): Promise<void> {
  if (facts.length === 0) return;
  await tx.outboxEvent.createMany({ data: facts.map((fact) => outboxEvent(ctx, fact)) });
}

/** A fact as it waits to be handed on, for what writes it beside the change itself. */
export const outboxEvent = ({ actor, now }: Context, fact: Fact) => ({
  ...fact,
  actorId: actor.personId,
  occurredAt: now,
  availableAt: now,
});
