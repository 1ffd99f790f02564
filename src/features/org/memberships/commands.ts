import 'server-only';
import type { Context } from '@/foundation/context';
import { holdsOn, type Period } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { transact } from '@/foundation/transaction';
import { findPersonNamed, findUnitNamed } from '../directory/named/queries';
import { handOf, writePlan } from '../ledger/commands';
import { canRecordMembership } from '../policy';
import { type Outcome, refused } from '../refusals';
import type { MembershipRole, UnitKind } from '../schema';
import { getUnitRecord, type UnitRecord } from '../units/queries';
import { correctionPlan, endingPlan, isPlan, type NewRow } from './membership-period';
import { findHeld, getHeld } from './queries';
import { isByOwnHand, rolesIn } from './roles';
import type {
  CorrectMembership,
  EndMembership,
  OpenMembership,
  WithdrawMembership,
} from './schema';

/** Opens a membership or appoints a lead. A home squad is changed by moving, guild membership by joining. */
export async function openMembership(ctx: Context, input: OpenMembership): Promise<Outcome> {
  return transact(async (tx) => {
    const unit = await getUnitRecord(tx, input.unitId, ctx.now);
    const personId = await findPersonNamed(tx, input.person);
    if (!personId) return refused('no-such-person');
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    if (isByOwnHand(unit.kind, input.role)) return refused('join-by-own-hand');
    authorize(
      canRecordMembership(ctx.actor, { personId: person.id, role: input.role, unit }),
      'Only those who lead this unit, or one above it, open memberships in it.',
    );

    const period = { validFrom: input.validFrom, validTo: input.validTo };
    const obstacle = obstacleTo(unit, input.role, period, person);
    if (obstacle) return refused(obstacle);
    if (leadsAGuild(unit.kind, input.role) && !(await hasSquadOn(tx, person.id, input.validFrom))) {
      return refused('lead-needs-squad');
    }
    const row: NewRow = {
      unitId: unit.id,
      unitKind: unit.kind,
      role: input.role,
      isPrimary: false,
      ...period,
      endReason: null,
      note: input.note,
      supersedesId: null,
    };
    const plan = { superseded: [], rows: [row] };
    await writePlan(tx, ctx, { personId: person.id, plan, source: handOf(ctx.actor) });
    return { ok: true };
  });
}

export async function endMembership(ctx: Context, input: EndMembership): Promise<Outcome> {
  return transact(async (tx) => {
    const { held } = await loadForRecording(tx, ctx, input.membershipId);
    if (isByOwnHand(held.unitKind, held.role)) return refused('join-by-own-hand');
    const plan = endingPlan(held, input.on, input.reason ?? 'Ended');
    if (!isPlan(plan)) return refused(plan);
    const { personId } = held;
    await writePlan(tx, ctx, { personId, plan, source: handOf(ctx.actor), reason: input.reason });
    return { ok: true };
  });
}

/** Says what should have been recorded; what was recorded stays readable in the history. */
export async function correctMembership(ctx: Context, input: CorrectMembership): Promise<Outcome> {
  return transact(async (tx) => {
    const { held } = await loadForRecording(tx, ctx, input.membershipId);
    const unitId = await findUnitNamed(tx, input.unit);
    if (!unitId) return refused('no-such-unit');
    const unit = await getUnitRecord(tx, unitId, ctx.now);
    const { personId } = held;
    if (isByOwnHand(unit.kind, input.role) || isByOwnHand(held.unitKind, held.role)) {
      return refused('join-by-own-hand');
    }
    authorize(canRecordMembership(ctx.actor, { personId, role: input.role, unit }));

    const period = { validFrom: input.validFrom, validTo: input.validTo };
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    const { role } = input;
    const isPrimary = unit.kind === 'SQUAD' && input.isPrimary;
    const change = { unitId: unit.id, unitKind: unit.kind, role, isPrimary, ...period };
    const plan = correctionPlan(held, change, input.reason);
    if (!isPlan(plan)) return refused(plan);
    const obstacle = obstacleTo(unit, role, period, person);
    if (obstacle) return refused(obstacle);
    await writePlan(tx, ctx, { personId, plan, source: handOf(ctx.actor), reason: input.reason });
    return { ok: true };
  });
}

/** Takes back a membership that never was. */
export async function withdrawMembership(
  ctx: Context,
  { membershipId, reason }: WithdrawMembership,
): Promise<Outcome> {
  return transact(async (tx) => {
    const { held } = await loadForRecording(tx, ctx, membershipId);
    if (isByOwnHand(held.unitKind, held.role)) return refused('join-by-own-hand');
    const plan = { superseded: [held], rows: [] };
    const { personId } = held;
    await writePlan(tx, ctx, { personId, plan, source: handOf(ctx.actor), reason });
    return { ok: true };
  });
}

async function loadForRecording(tx: Transaction, ctx: Context, membershipId: string) {
  const held = await getHeld(tx, membershipId);
  const unit = await getUnitRecord(tx, held.unitId, ctx.now);
  const { personId, role } = held;
  if (unit.hasCharter) throw new NotFound();
  // Own-hand memberships are refused with their own sentence by each command.
  const facts = { personId, role: isByOwnHand(unit.kind, role) ? 'GUEST' : role, unit } as const;
  authorize(
    canRecordMembership(ctx.actor, facts),
    'Only those who lead this unit, or one above it, change memberships in it.',
  );
  return { held, unit };
}

type Employment = { startedOn: Date | null; leftOn: Date | null };

function obstacleTo(unit: UnitRecord, role: MembershipRole, period: Period, person: Employment) {
  if (unit.hasCharter) return 'has-charter';
  if (!rolesIn(unit.kind).includes(role)) return 'role-does-not-fit';
  if (period.validTo !== null && period.validTo <= period.validFrom) return 'ends-before-start';
  const end = period.validTo?.getTime() ?? Number.POSITIVE_INFINITY;
  const unitEnd = unit.validTo?.getTime() ?? Number.POSITIVE_INFINITY;
  if (period.validFrom < unit.validFrom || end > unitEnd) return 'unit-not-there-then';
  const left = person.leftOn?.getTime() ?? Number.POSITIVE_INFINITY;
  if ((person.startedOn && period.validFrom < person.startedOn) || end > left) {
    return 'not-here-then';
  }
  return null;
}

const leadsAGuild = (kind: UnitKind, role: MembershipRole) =>
  role === 'LEAD' && (kind === 'GUILD' || kind === 'SUBGUILD');

async function hasSquadOn(tx: Transaction, personId: string, day: Date): Promise<boolean> {
  const squads = await findHeld(tx, personId, ['SQUAD']);
  return squads.some((squad) => holdsOn(squad, day));
}
