import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvents } from '@/foundation/events';
import type { WorkingGroupModel } from '@/foundation/prisma-client/models';
import { canRunGroup, type GroupFacts } from '../policy';

export type LockedGroup = WorkingGroupModel & GroupFacts & { name: string; slug: string };

/** Loads a group and holds it until the transaction ends, so that changes to it queue up. */
export async function lockGroup(tx: Transaction, id: string): Promise<LockedGroup> {
  await tx.$queryRaw`SELECT 1 FROM "WorkingGroup" WHERE id = ${id} FOR UPDATE`;
  const group = await tx.workingGroup.findUnique({
    where: { id },
    include: {
      unit: { select: { name: true, slug: true } },
      seats: { where: { isLead: true, leftOn: null }, select: { personId: true } },
    },
  });
  if (!group) throw new NotFound();
  const { unit, seats, ...row } = group;
  return { ...row, ...unit, leadIds: seats.map(({ personId }) => personId) };
}

/** The same for somebody who is about to change it. */
export async function lockGroupToRun(tx: Transaction, { actor }: Context, id: string) {
  const group = await lockGroup(tx, id);
  authorize(
    canRunGroup(actor, group),
    'Only the leads and the sponsor of the group, and administrators, may do this.',
  );
  return group;
}

type Change = Omit<Parameters<typeof recordAudit>[2], 'subjectKind' | 'subjectId'>;
type Fact = { name: string; payload: Record<string, string> };

/** The audit entry of a change to a group, and the facts that it brings. */
export async function announce(
  tx: Transaction,
  context: Context,
  groupId: string,
  change: Change,
  facts: readonly Fact[] = [],
): Promise<void> {
  await recordAudit(tx, context, {
    subjectKind: 'working-group',
    subjectId: groupId,
    ...change,
  });
  await recordEvents(tx, context, [
    { name: 'working-group.changed', payload: { workingGroupId: groupId } },
    ...facts.map(({ name, payload }) => ({
      name,
      payload: { workingGroupId: groupId, ...payload },
    })),
  ]);
}
