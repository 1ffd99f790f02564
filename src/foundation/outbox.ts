import 'server-only';
import { db, type Prisma } from './db';
import { log } from './log';

export type OutboxFact = { id: bigint; name: string; payload: Prisma.JsonValue; attempts: number };

/** Handles facts, all or none; called again with the same facts it changes nothing. */
export type FactHandler = (facts: readonly OutboxFact[], now: Date) => Promise<void>;

const BATCH = 200;
const TRIES_MAX = 12;
const TRANSACTION_MILLISECONDS = 60_000;

/**
 * Hands the oldest waiting facts to every handler and marks them handled. Several workers may run:
 * each takes facts that no other holds.
 * @returns how many were taken; zero when nothing waits
 */
export async function handleWaitingFacts(
  handlers: readonly FactHandler[],
  now: Date,
): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const facts = await tx.$queryRaw<OutboxFact[]>`
        SELECT id, name, payload, attempts FROM "OutboxEvent"
        WHERE "handledAt" IS NULL AND "availableAt" <= ${now}
        ORDER BY "availableAt", id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
      if (facts.length === 0) return 0;
      const failures = await handleTogetherOrApart(handlers, facts, now);
      const handled = facts.filter(({ id }) => !failures.has(id)).map(({ id }) => id);
      await tx.outboxEvent.updateMany({ where: { id: { in: handled } }, data: { handledAt: now } });
      for (const fact of facts) {
        const reason = failures.get(fact.id);
        if (reason)
          await tx.outboxEvent.update({ where: { id: fact.id }, data: retryOf(fact, reason, now) });
      }
      return facts.length;
    },
    { timeout: TRANSACTION_MILLISECONDS },
  );
}

/** One bad fact must not hold up the others of its batch, so a failed batch is tried fact by fact. */
async function handleTogetherOrApart(
  handlers: readonly FactHandler[],
  facts: readonly OutboxFact[],
  now: Date,
): Promise<Map<bigint, string>> {
  const failures = new Map<bigint, string>();
  try {
    for (const handle of handlers) await handle(facts, now);
    return failures;
  } catch (error) {
    log.warn(
      { err: error, facts: facts.length },
      'a batch of facts failed; trying them one by one',
    );
  }
  for (const fact of facts) {
    try {
      for (const handle of handlers) await handle([fact], now);
    } catch (error) {
      failures.set(fact.id, error instanceof Error ? error.message : String(error));
      log.error(
        { err: error, fact: fact.name, id: String(fact.id) },
        'a fact could not be handled',
      );
    }
  }
  return failures;
}

/** Later and later; after the last try it is set aside, with its error, for a person to look at. */
function retryOf({ attempts }: OutboxFact, lastError: string, now: Date) {
  const tries = attempts + 1;
  const isLast = tries >= TRIES_MAX;
  return {
    attempts: tries,
    lastError,
    availableAt: new Date(now.getTime() + 2 ** tries * 1000),
    ...(isLast && { handledAt: now }),
  };
}
