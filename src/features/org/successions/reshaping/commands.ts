import 'server-only';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { transact } from '@/foundation/transaction';
import { findUnitNamed } from '../../directory/named/queries';
import { handOf, type Writing, writePlans } from '../../ledger/commands';
import { findHeldInUnit, type HeldBy } from '../../memberships/queries';
import { placeBeneath } from '../../parents/commands';
import { canManageUnit, canReshapeUnit } from '../../policy';
import { type Outcome, refused } from '../../refusals';
import { createUnit } from '../../units/commands';
import { findUnitRecord, getUnitRecord, type UnitRecord } from '../../units/queries';
import { carryingPlan, type Successor } from '../carried-membership';
import { closeUnit } from '../closing/commands';
import { findChildrenFrom } from '../queries';
import type { Merge, Split } from '../schema';
import { carriesItsPeople, mergeObstacle, obstacleOn, splitObstacle } from '../succession';

/** Makes several units of one, on a day: people (or the units within) go where they are assigned. */
export async function splitUnit(ctx: Context, input: Split): Promise<Outcome<{ slugs: string[] }>> {
  return transact(async (tx) => {
    const unit = await getUnitRecord(tx, input.unitId, ctx.now);
    authorize(
      canReshapeUnit(ctx.actor, unit),
      'Only those who lead the unit above split this one.',
    );
    const obstacle =
      reshapingObstacle(unit, input.on) ?? splitObstacle(input.names, input.continues);
    if (obstacle) return refused(obstacle);
    const parts = input.people.filter(({ part }) => part !== null && part < input.names.length);
    const children = await findChildrenFrom(tx, unit.id, input.on);
    const assigned = new Set(parts.map(({ personId }) => personId));
    if (!input.continues && children.some(({ id }) => !assigned.has(id)))
      return refused('has-units');

    const successors = await openSuccessors(tx, ctx, unit, input);
    const endReason = `${unit.name} was split`;
    for (const [index, successor] of successors.entries()) {
      const ids = parts.filter(({ part }) => part === index).map(({ personId }) => personId);
      const carrying = { unit, successor, on: input.on, endReason };
      await carryPeople(tx, ctx, carrying, ids);
      for (const child of children.filter(({ id }) => ids.includes(id))) {
        await placeBeneath(tx, ctx, child, successor, input.on, endReason);
      }
    }
    if (!input.continues) {
      const { on, note } = input;
      await closeUnit(tx, ctx, unit, { on, action: 'unit.split', endReason, note });
    }
    return { ok: true, slugs: successors.map(({ slug }) => slug) };
  });
}

/** Makes one unit a part of another, on a day: its people and the units within it go over. */
export async function mergeUnit(ctx: Context, input: Merge): Promise<Outcome<{ slug: string }>> {
  return transact(async (tx) => {
    const unit = await getUnitRecord(tx, input.unitId, ctx.now);
    const successorId = await findUnitNamed(tx, input.into);
    const successor = successorId && (await findUnitRecord(tx, successorId, ctx.now));
    if (!successor) return refused('no-such-unit');
    authorize(
      canReshapeUnit(ctx.actor, unit) && canManageUnit(ctx.actor, successor),
      'Merging needs somebody who leads what is above the one, and the other.',
    );
    const obstacle =
      mergeObstacle([unit.kind, successor.kind], [unit.id], successor.id) ??
      reshapingObstacle(unit, input.on);
    if (obstacle) return refused(obstacle);
    const isThere = successor.validFrom <= input.on && successor.validTo === null;
    if (!isThere) return refused('unit-not-there-then');
    if (successor.ancestorIds.includes(unit.id)) return refused('under-itself');

    await recordSuccession(tx, ctx, 'MERGE', unit, successor, input);
    const endReason = `Became part of ${successor.name}`;
    await carryPeople(tx, ctx, { unit, successor, on: input.on, endReason });
    for (const child of await findChildrenFrom(tx, unit.id, input.on)) {
      await placeBeneath(tx, ctx, child, successor, input.on, endReason);
    }
    const { on, note } = input;
    await closeUnit(tx, ctx, unit, { on, action: 'unit.merged', endReason, note });
    return { ok: true, slug: successor.slug };
  });
}

function reshapingObstacle(unit: UnitRecord, on: Date) {
  if (unit.hasCharter) return 'has-charter';
  return unit.validTo === null ? obstacleOn(unit, on) : 'after-it-ended';
}

/** New units of the same kind, standing where the split one stood. */
async function openSuccessors(tx: Transaction, ctx: Context, unit: UnitRecord, input: Split) {
  const { kind } = unit;
  const parentId = unit.ancestorIds[0];
  const parent = parentId ? await findUnitRecord(tx, parentId, ctx.now) : null;
  const successors: { id: string; kind: UnitRecord['kind']; name: string; slug: string }[] = [];
  for (const name of input.names) {
    const opened = await createUnit(tx, ctx, { kind, name, purpose: '', validFrom: input.on });
    if (parent) await placeBeneath(tx, ctx, opened, parent, input.on);
    await recordSuccession(tx, ctx, 'SPLIT', unit, opened, input);
    successors.push(opened);
  }
  return successors;
}

type Carrying = { unit: UnitRecord; successor: Successor; on: Date; endReason: string };

/** Guild membership is everybody's own choice, so nobody is carried into another guild. */
async function carryPeople(
  tx: Transaction,
  ctx: Context,
  { unit, successor, on, endReason }: Carrying,
  only?: readonly string[],
) {
  if (!carriesItsPeople(unit.kind)) return;
  const places = await findHeldInUnit(tx, unit.id, on);
  const there = await findHeldInUnit(tx, successor.id, on);
  const personIds = [...new Set(places.map(({ personId }) => personId))];
  const of = (rows: readonly HeldBy[], id: string) => rows.filter((row) => row.personId === id);
  await writePlans(
    tx,
    ctx,
    personIds
      .filter((id) => only === undefined || only.includes(id))
      .map((personId): Writing => {
        const own = of(places, personId);
        const plan = carryingPlan(own, of(there, personId), successor, on, endReason);
        return { personId, plan, source: handOf(ctx.actor), reason: endReason };
      }),
  );
}

async function recordSuccession(
  tx: Transaction,
  ctx: Context,
  kind: 'SPLIT' | 'MERGE',
  unit: UnitRecord,
  successor: Successor,
  { on, note }: { on: Date; note: string | null },
) {
  await tx.unitSuccession.create({
    data: {
      kind,
      predecessorId: unit.id,
      successorId: successor.id,
      effectiveOn: on,
      note,
      recordedAt: ctx.now,
      recordedById: ctx.actor.personId,
    },
  });
}
