import 'server-only';
import type { z } from 'zod';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import type { WorkingGroupSeatModel } from '@/foundation/prisma-client/models';
import { transact } from '@/foundation/transaction';
import { hasEnded } from '../charter';
import { announce, lockGroup, lockGroupToRun } from '../group/commands';
import { findHomeSquadId, findPersonNamed, findUnitNamed } from '../lookup/queries';
import { canGiveUpSeat, canRunGroup } from '../policy';
import { refused } from '../refusals';
import type { addSeatInput, editSeatInput, endSeatInput } from '../schema';

/** Gives somebody a seat for their squad; who had left comes back to the same one. */
export async function addSeat(context: Context, input: z.output<typeof addSeatInput>) {
  const { groupId, person, squad, ...terms } = input;
  return transact(async (tx) => {
    const group = await lockGroupToRun(tx, context, groupId);
    if (hasEnded(group.state)) return refused('ended');
    const found = await findPersonNamed(tx, person);
    if (!found) return refused('unknown-person');
    const today = dayOf(context.now);
    const named = squad ? await findUnitNamed(tx, ['SQUAD'], squad) : null;
    if (squad && !named) return refused('unknown-squad');
    const squadId = named?.id ?? (await findHomeSquadId(tx, found.id, today));
    if (!squadId) return refused('no-home-squad');

    const key = { workingGroupId_personId: { workingGroupId: groupId, personId: found.id } };
    const former = await tx.workingGroupSeat.findUnique({ where: key });
    if (former && former.leftOn === null) return refused('already-seated');
    const seat = { squadId, joinedOn: today, leftOn: null, ...terms };
    const { id } = await tx.workingGroupSeat.upsert({
      where: key,
      create: { workingGroupId: groupId, personId: found.id, ...seat },
      update: seat,
      select: { id: true },
    });
    await announce(tx, context, groupId, {
      action: 'working-group.seat_taken',
      after: { person: found.name, squadId, ...terms },
    });
    return { ok: true, seatId: id, slug: group.slug } as const;
  });
}

/** Changes the hours of a seat, whether the manager agreed, and whether it leads. */
export async function editSeat(context: Context, input: z.output<typeof editSeatInput>) {
  const { seatId, ...terms } = input;
  return transact(async (tx) => {
    const { seat, group } = await lockSeat(tx, seatId);
    authorize(canRunGroup(context.actor, group));
    if (hasEnded(group.state)) return refused('ended');
    await tx.workingGroupSeat.update({ where: { id: seatId }, data: terms });
    await announce(tx, context, group.id, {
      action: 'working-group.seat_changed',
      before: told(seat),
      after: { person: seat.person.name, ...terms },
    });
    return { ok: true, slug: group.slug } as const;
  });
}

/** Ends a seat today; it stays visible as a former one. */
export async function endSeat(context: Context, input: z.output<typeof endSeatInput>) {
  const { seatId } = input;
  return transact(async (tx) => {
    const { seat, group } = await lockSeat(tx, seatId);
    authorize(canGiveUpSeat(context.actor, group, seat));
    if (hasEnded(group.state)) return refused('ended');
    if (seat.leftOn) return { ok: true, slug: group.slug } as const;
    const leftOn = new Date(Math.max(+dayOf(context.now), +seat.joinedOn));
    await tx.workingGroupSeat.update({ where: { id: seatId }, data: { leftOn } });
    await announce(tx, context, group.id, {
      action: 'working-group.seat_left',
      before: told(seat),
    });
    return { ok: true, slug: group.slug } as const;
  });
}

async function lockSeat(tx: Transaction, id: string) {
  const found = await tx.workingGroupSeat.findUnique({
    where: { id },
    select: { workingGroupId: true },
  });
  if (!found) throw new NotFound();
  const group = await lockGroup(tx, found.workingGroupId);
  const seat = await tx.workingGroupSeat.findUniqueOrThrow({
    where: { id },
    include: { person: { select: { name: true } } },
  });
  return { seat, group };
}

function told(seat: WorkingGroupSeatModel & { person: { name: string } }) {
  const { person, hoursPerWeek, managerAgreed, isLead } = seat;
  return { person: person.name, hoursPerWeek, managerAgreed, isLead };
}
