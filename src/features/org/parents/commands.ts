import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { formatDay } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { Conflict } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import type { UnitKind } from '../schema';
import { type ParentPlan, parentEnding, parentPlan } from './parent-period';

type Unit = { id: string; kind: UnitKind; name: string };

/** Writes where a unit stands from a day on; false when it stands there already. */
export async function placeBeneath(
  tx: Transaction,
  ctx: Context,
  unit: Unit,
  parent: Unit | null,
  on: Date,
  reason?: string | null,
): Promise<boolean> {
  const plan = parentPlan(await recordedParents(tx, unit.id), parent?.id ?? null, on);
  if (plan === 'nothing-changed') return false;
  const before = plan.superseded[0];
  await writeParents(tx, ctx, unit, plan);
  await recordAudit(tx, ctx, {
    action: 'unit.moved',
    subjectKind: 'unit',
    subjectId: unit.id,
    before: before && { unitId: before.parentId, unit: await nameOf(tx, before.parentId) },
    after: {
      ...(parent && { unitId: parent.id, unit: parent.name }),
      name: unit.name,
      from: formatDay(on),
    },
    reason: reason ?? undefined,
  });
  await recordEvent(tx, ctx, 'unit.changed', { unitId: unit.id });
  return true;
}

/** A unit that ends stands nowhere from that day on. */
export async function endParents(tx: Transaction, ctx: Context, unit: Unit, on: Date) {
  await writeParents(tx, ctx, unit, parentEnding(await recordedParents(tx, unit.id), on));
}

function recordedParents(tx: Transaction, unitId: string) {
  return tx.unitParent.findMany({
    where: { unitId, supersededAt: null },
    select: { id: true, parentId: true, validFrom: true, validTo: true },
  });
}

async function writeParents(tx: Transaction, ctx: Context, unit: Unit, plan: ParentPlan) {
  if (plan.superseded.length > 0) {
    const { count } = await tx.unitParent.updateMany({
      where: { id: { in: plan.superseded.map(({ id }) => id) }, supersededAt: null },
      data: { supersededAt: ctx.now },
    });
    if (count < plan.superseded.length) {
      throw new Conflict('Somebody else moved this unit at the same moment. Reload to see where.');
    }
  }
  const parents = await tx.orgUnit.findMany({
    where: { id: { in: plan.rows.map(({ parentId }) => parentId) } },
    select: { id: true, kind: true },
  });
  const kinds = new Map(parents.map(({ id, kind }) => [id, kind]));
  await tx.unitParent.createMany({
    data: plan.rows.map((row) => ({
      ...row,
      unitId: unit.id,
      unitKind: unit.kind,
      parentKind: kinds.get(row.parentId) ?? unit.kind,
      recordedAt: ctx.now,
      recordedById: ctx.actor.personId,
    })),
  });
}

async function nameOf(tx: Transaction, unitId: string): Promise<string> {
  const unit = await tx.orgUnit.findUnique({ where: { id: unitId }, select: { name: true } });
  return unit?.name ?? '';
}
