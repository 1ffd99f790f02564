import 'server-only';
import type { Context } from './context';
import type { Prisma, Transaction } from './db';

export type Change = {
  action: string;
  subjectKind: string;
  subjectId: string;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  reason?: string;
};

/** Adds to the audit trail, in the transaction of the change itself. */
export async function recordAudit(tx: Transaction, ctx: Context, change: Change): Promise<void> {
  await recordAudits(tx, ctx, [change]);
}

/** The same for changes that belong together, in one statement. */
export async function recordAudits(
  tx: Transaction,
  ctx: Context,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.auditEntry.createMany({ data: changes.map((change) => auditEntry(ctx, change)) });
}

/** A change as it is kept in the trail, for what writes it beside the change itself. */
export const auditEntry = ({ actor, now }: Context, change: Change) => ({
  ...change,
  at: now,
  actorId: actor.personId,
  actorName: actor.name,
});
