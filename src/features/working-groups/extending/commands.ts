import 'server-only';
import type { z } from 'zod';
import type { Context } from '@/foundation/context';
import { dayOf, formatDay } from '@/foundation/days';
import { transact } from '@/foundation/transaction';
import { announce, lockGroupToRun } from '../group/commands';
import { refused } from '../refusals';
import type { extendGroupInput } from '../schema';
import { extensionFault } from '../weeks';

/** Gives a group at work its one extension. */
export async function extendGroup(context: Context, input: z.output<typeof extendGroupInput>) {
  const { groupId, extendedTo, reason } = input;
  return transact(async (tx) => {
    const group = await lockGroupToRun(tx, context, groupId);
    if (group.state !== 'ACTIVE' && group.state !== 'REVIEW') return refused('not-under-way');
    const fault = extensionFault(group, extendedTo);
    if (fault) return refused(fault);
    const extension = { extendedTo, extendedOn: dayOf(context.now), extensionReason: reason };
    await tx.workingGroup.update({ where: { id: groupId }, data: extension });
    const to = formatDay(extendedTo);
    const change = {
      action: 'working-group.extended',
      before: { endsOn: formatDay(group.plannedEndOn) },
      after: { endsOn: to },
      reason,
    };
    await announce(tx, context, groupId, change, [
      { name: 'working-group.extended', payload: { to } },
    ]);
    return { ok: true, slug: group.slug } as const;
  });
}
