import 'server-only';
import type { z } from 'zod';
import { placeBeneath } from '@/features/org/parents/commands';
import { closeUnit } from '@/features/org/successions/closing/commands';
import { createUnit } from '@/features/org/units/commands';
import { getUnitRecord } from '@/features/org/units/queries';
import type { Context } from '@/foundation/context';
import { addDays, dayOf, formatDay } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { canMoveTo, type GroupState, hasEnded, nextStates } from './charter';
import { listDeliverables } from './deliverables/queries';
import { announce, type LockedGroup, lockGroupToRun } from './group/commands';
import { charterFacts } from './group/queries';
import { findHomeSquadId, findPersonNamed, findUnitNamed } from './lookup/queries';
import { canPropose } from './policy';
import { refused } from './refusals';
import type { editGroupInput, moveGroupInput, proposeGroupInput } from './schema';
import { listSeats } from './seats/queries';
import { endAfterWeeks } from './weeks';

/** Proposes a group: its unit, its charter so far, and a seat for whoever proposes it, as its lead. */
export async function proposeGroup(context: Context, input: z.output<typeof proposeGroupInput>) {
  const { actor, now } = context;
  const { name, question, charter, exitTest, startsOn, weeks, hoursPerWeek, managerAgreed } = input;
  const { personId } = actor;
  authorize(canPropose(actor), 'Whoever works in a squad may propose a working group.');
  return transact(async (tx) => {
    const today = dayOf(now);
    const sponsor = input.sponsor ? await findPersonNamed(tx, input.sponsor) : null;
    if (input.sponsor && !sponsor) return refused('unknown-person');
    const squadId = personId && (await findHomeSquadId(tx, personId, today));
    const parent = input.parent
      ? await findUnitNamed(tx, ['GUILD', 'SUBGUILD', 'TRIBE'], input.parent)
      : null;
    if (input.parent && !parent) return refused('unknown-guild');

    const validFrom = new Date(Math.min(+startsOn, +today));
    if (parent) {
      const record = await getUnitRecord(tx, parent.id, now);
      const isThere = record.validFrom <= validFrom && record.validTo === null;
      if (!isThere) return refused('guild-not-there');
    }
    const unit = await createUnit(tx, context, {
      kind: 'WORKING_GROUP',
      name,
      purpose: question,
      validFrom,
    });
    if (parent) await placeBeneath(tx, context, unit, parent, validFrom);
    const { id: groupId } = await tx.workingGroup.create({
      data: {
        unitId: unit.id,
        question,
        charter,
        exitTest,
        sponsorId: sponsor?.id ?? null,
        startsOn,
        plannedEndOn: endAfterWeeks(startsOn, weeks),
        state: 'PROPOSED',
        createdAt: now,
        seats:
          personId && squadId
            ? {
                create: {
                  personId,
                  squadId,
                  isLead: true,
                  hoursPerWeek,
                  managerAgreed,
                  joinedOn: today,
                },
              }
            : undefined,
      },
      select: { id: true },
    });
    await announce(tx, context, groupId, {
      action: 'working-group.proposed',
      after: { state: 'PROPOSED', name, question, startsOn: formatDay(startsOn), weeks },
    });
    return { ok: true, groupId, slug: unit.slug } as const;
  });
}

/** Changes the charter; name and dates only until the work begins. */
export async function editGroup(context: Context, input: z.output<typeof editGroupInput>) {
  const { groupId, name, question, charter, exitTest, startsOn, weeks } = input;
  return transact(async (tx) => {
    const group = await lockGroupToRun(tx, context, groupId);
    if (hasEnded(group.state)) return refused('ended');
    const plannedEndOn = endAfterWeeks(startsOn, weeks);
    const isOpen = group.state === 'PROPOSED' || group.state === 'CHARTERED';
    const isMoved = +startsOn !== +group.startsOn || +plannedEndOn !== +group.plannedEndOn;
    if (!isOpen && (isMoved || name !== group.name)) return refused('dates-fixed');
    const sponsor = input.sponsor ? await findPersonNamed(tx, input.sponsor) : null;
    if (input.sponsor && !sponsor) return refused('unknown-person');

    const sponsorId = sponsor?.id ?? null;
    const data = { question, charter, exitTest, sponsorId, startsOn, plannedEndOn };
    await tx.workingGroup.update({ where: { id: groupId }, data });
    if (name !== group.name || question !== group.question) {
      const unit = { name, purpose: question };
      await tx.orgUnit.update({ where: { id: group.unitId }, data: unit });
      await recordEvent(tx, context, 'unit.changed', { unitId: group.unitId });
    }
    await announce(tx, context, groupId, {
      action: 'working-group.edited',
      before: told(group),
      after: told({ ...data, name }),
    });
    return { ok: true, slug: group.slug } as const;
  });
}

/** Moves a group to another state, when what that needs is there. */
export async function moveGroup(context: Context, input: z.output<typeof moveGroupInput>) {
  const { groupId, to, reason } = input;
  return transact(async (tx) => {
    const group = await lockGroupToRun(tx, context, groupId);
    if (!nextStates(group.state).includes(to)) return refused('not-next');
    if (to === 'DISBANDED' && reason === '') return refused('reason-missing');
    const today = dayOf(context.now);
    const seats = await listSeats(tx, groupId);
    const deliverables = await listDeliverables(tx, groupId, today);
    if (!canMoveTo(to, charterFacts(group, seats, deliverables, today))) {
      return refused('conditions-open');
    }
    const ending = hasEnded(to) ? { endedOn: today, endReason: reason || null } : {};
    await tx.workingGroup.update({ where: { id: groupId }, data: { state: to, ...ending } });
    if (hasEnded(to)) await endUnit(tx, context, group, reason);
    await announceMove(tx, context, group, to, reason);
    return { ok: true, slug: group.slug } as const;
  });
}

async function endUnit(tx: Transaction, context: Context, group: LockedGroup, reason: string) {
  const unit = await getUnitRecord(tx, group.unitId, context.now);
  if (unit.validTo !== null) return;
  // The last day of work still belongs to the unit; one proposed for later ends on the day it began.
  const lastDay = new Date(Math.max(+dayOf(context.now), +unit.validFrom));
  await closeUnit(tx, context, unit, {
    on: addDays(lastDay, 1),
    action: 'unit.dissolved',
    endReason: `${group.name} ended`,
    note: reason || null,
  });
}

async function announceMove(
  tx: Transaction,
  context: Context,
  { id, state: from }: LockedGroup,
  to: GroupState,
  reason: string,
) {
  const change = {
    action: 'working-group.moved',
    before: { state: from },
    after: { state: to },
    reason: reason || undefined,
  };
  await announce(tx, context, id, change, [{ name: 'working-group.moved', payload: { from, to } }]);
}

type Told = Pick<
  LockedGroup,
  'name' | 'question' | 'charter' | 'exitTest' | 'sponsorId' | 'startsOn' | 'plannedEndOn'
>;

function told({ name, question, charter, exitTest, sponsorId, startsOn, plannedEndOn }: Told) {
  return {
    name,
    question,
    charter,
    exitTest,
    sponsorId,
    startsOn: formatDay(startsOn),
    plannedEndOn: formatDay(plannedEndOn),
  };
}
