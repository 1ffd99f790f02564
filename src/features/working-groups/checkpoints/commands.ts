import 'server-only';
import type { z } from 'zod';
import type { Context } from '@/foundation/context';
import { dayOf, formatDay } from '@/foundation/days';
import { transact } from '@/foundation/transaction';
import { hasEnded } from '../charter';
import { announce, lockGroupToRun } from '../group/commands';
import { refused } from '../refusals';
import type { recordCheckpointInput } from '../schema';
import { checkpointsOf } from '../weeks';

/** Writes down where the group stood at one of its checkpoints; the last word on a week counts. */
export async function recordCheckpoint(
  context: Context,
  input: z.output<typeof recordCheckpointInput>,
) {
  const { groupId, week, heldOn, note } = input;
  return transact(async (tx) => {
    const group = await lockGroupToRun(tx, context, groupId);
    if (hasEnded(group.state)) return refused('ended');
    if (!checkpointsOf(group).some((due) => due.week === week)) {
      return refused('no-such-checkpoint');
    }
    if (heldOn > dayOf(context.now)) return refused('in-the-future');
    const key = { workingGroupId_week: { workingGroupId: groupId, week } };
    const before = await tx.checkpoint.findUnique({ where: key });
    await tx.checkpoint.upsert({
      where: key,
      create: { workingGroupId: groupId, week, heldOn, note },
      update: { heldOn, note },
    });
    await announce(tx, context, groupId, {
      action: 'working-group.checkpoint_held',
      before: before ? { week, heldOn: formatDay(before.heldOn), note: before.note } : undefined,
      after: { week, heldOn: formatDay(heldOn), note },
    });
    return { ok: true, slug: group.slug } as const;
  });
}
