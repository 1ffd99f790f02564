import 'server-only';
import type { z } from 'zod';
import type { Context } from '@/foundation/context';
import { dayOf, formatDay } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import type { DeliverableModel } from '@/foundation/prisma-client/models';
import { transact } from '@/foundation/transaction';
import { hasEnded } from '../charter';
import { deliverableFault } from '../deliverable';
import { announce, type LockedGroup, lockGroup, lockGroupToRun } from '../group/commands';
import { findUnitNamed } from '../lookup/queries';
import { canMoveDeliverable, canRunGroup } from '../policy';
import { refused } from '../refusals';
import type { addDeliverableInput, editDeliverableInput, moveDeliverableInput } from '../schema';
import { endOfGroup } from '../weeks';

/** Adds something that the group will hand over, as a draft. */
export async function addDeliverable(
  context: Context,
  input: z.output<typeof addDeliverableInput>,
) {
  const { groupId, ownerSquad, ...fields } = input;
  return transact(async (tx) => {
    const group = await lockGroupToRun(tx, context, groupId);
    if (hasEnded(group.state)) return refused('ended');
    if (!isWithin(group, fields.dueOn)) return refused('due-outside');
    const owner = ownerSquad ? await findUnitNamed(tx, ['SQUAD'], ownerSquad) : null;
    if (ownerSquad && !owner) return refused('unknown-squad');
    const last = await tx.deliverable.aggregate({
      where: { workingGroupId: groupId },
      _max: { position: true },
    });
    const step = { occurredOn: dayOf(context.now), recordedAt: context.now };
    const { id } = await tx.deliverable.create({
      data: {
        workingGroupId: groupId,
        position: (last._max.position ?? 0) + 1,
        ...fields,
        ownerSquadId: owner?.id ?? null,
        events: { create: { toState: 'DRAFT', ...step, recordedById: context.actor.personId } },
      },
      select: { id: true },
    });
    await announce(tx, context, groupId, {
      action: 'deliverable.added',
      after: { title: fields.title, kind: fields.kind, dueOn: formatDay(fields.dueOn) },
    });
    return { ok: true, deliverableId: id, slug: group.slug } as const;
  });
}

/** Changes what is written about a deliverable, and who looks after it. */
export async function editDeliverable(
  context: Context,
  input: z.output<typeof editDeliverableInput>,
) {
  const { deliverableId, ownerSquad, ...fields } = input;
  return transact(async (tx) => {
    const { deliverable, group } = await lockDeliverable(tx, deliverableId);
    authorize(canRunGroup(context.actor, group));
    const isNewDue = +fields.dueOn !== +deliverable.dueOn;
    if (isNewDue && !isWithin(group, fields.dueOn)) return refused('due-outside');
    const owner = ownerSquad ? await findUnitNamed(tx, ['SQUAD'], ownerSquad) : null;
    if (ownerSquad && !owner) return refused('unknown-squad');
    const after = { ...fields, ownerSquadId: owner?.id ?? null };
    await tx.deliverable.update({ where: { id: deliverableId }, data: after });
    await announce(tx, context, group.id, {
      action: 'deliverable.edited',
      before: told(deliverable),
      after: told(after),
    });
    return { ok: true, slug: group.slug } as const;
  });
}

/** Moves a deliverable to another state and keeps who did and when. */
export async function moveDeliverable(
  context: Context,
  input: z.output<typeof moveDeliverableInput>,
) {
  const { deliverableId, to, occurredOn, note } = input;
  const { actor, now } = context;
  return transact(async (tx) => {
    const { deliverable, group } = await lockDeliverable(tx, deliverableId);
    const { ownerSquadId, state: from, title } = deliverable;
    const groupHasEnded = hasEnded(group.state);
    authorize(canMoveDeliverable(actor, group, { ownerSquadId, groupHasEnded }));
    const last = await tx.deliverableEvent.findFirst({
      where: { deliverableId },
      orderBy: [{ occurredOn: 'desc' }, { recordedAt: 'desc' }],
      select: { occurredOn: true },
    });
    const since = last?.occurredOn ?? group.startsOn;
    const day = { on: occurredOn, today: dayOf(now), note };
    const fault = deliverableFault({ state: from, since, ownerSquadId }, to, day);
    if (fault) return refused(fault);

    await tx.deliverable.update({ where: { id: deliverableId }, data: { state: to } });
    await tx.deliverableEvent.create({
      data: {
        deliverableId,
        fromState: from,
        toState: to,
        occurredOn,
        recordedAt: now,
        recordedById: actor.personId,
        note,
      },
    });
    const change = {
      action: 'deliverable.moved',
      before: { title, state: from },
      after: { title, state: to, on: formatDay(occurredOn) },
      reason: note || undefined,
    };
    await announce(tx, context, group.id, change, [
      { name: 'deliverable.moved', payload: { deliverableId, from, to } },
    ]);
    return { ok: true, slug: group.slug } as const;
  });
}

// The group is locked before its deliverable is read, so that of two changes one waits for the other.
async function lockDeliverable(tx: Transaction, id: string) {
  const found = await tx.deliverable.findUnique({
    where: { id },
    select: { workingGroupId: true },
  });
  if (!found) throw new NotFound();
  const group = await lockGroup(tx, found.workingGroupId);
  return { deliverable: await tx.deliverable.findUniqueOrThrow({ where: { id } }), group };
}

const isWithin = (group: LockedGroup, day: Date) =>
  group.startsOn <= day && day <= endOfGroup(group);

type Told = Pick<
  DeliverableModel,
  'kind' | 'title' | 'description' | 'version' | 'url' | 'dueOn' | 'ownerSquadId'
>;

function told({ kind, title, description, version, url, dueOn, ownerSquadId }: Told) {
  return { kind, title, description, version, url, dueOn: formatDay(dueOn), ownerSquadId };
}
