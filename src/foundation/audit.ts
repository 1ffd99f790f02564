import 'server-only';
import type { Context } from './context';
import type { Prisma, Transaction } from './db';

type Change = {
  action: string;
  subjectKind: string;
  subjectId: string;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  reason?: string;
};

/** Adds to the audit trail, in the transaction of the change itself. */
export async function recordAudit(
  tx: Transaction,
  { actor, now }: Context,
  change: Change,
): Promise<void> {
  await tx.auditEntry.create({
    data: { ...change, at: now, actorId: actor.personId, actorName: actor.name },
  });
}
