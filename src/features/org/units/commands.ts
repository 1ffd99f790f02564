import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { formatDay } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { slugFrom } from '@/foundation/slug';
import { transact } from '@/foundation/transaction';
import { findUnitNamed } from '../directory/named/queries';
import { placeBeneath } from '../parents/commands';
import { canChangeParent, canManageUnit, canOpenUnit } from '../policy';
import { type Outcome, refused } from '../refusals';
import type { UnitKind } from '../schema';
import { freeSlug } from '../slugs';
import { mayStandBeneath, needsParent, parentKindsOf } from '../unit-hierarchy';
import { findUnitRecord, getUnitRecord, type UnitRecord } from './queries';
import type { ChangeParent, DescribeUnit, OpenUnit } from './schema';

/** Opens a tribe, squad, chapter, guild or sub-guild. */
export async function openUnit(ctx: Context, input: OpenUnit): Promise<Outcome<{ slug: string }>> {
  return transact(async (tx) => {
    const parent = await findNamed(tx, input.parent, ctx.now);
    if (input.parent && !parent) return refused('no-such-unit');
    authorize(canOpenUnit(ctx.actor, parent), 'Only those who lead the unit above open one in it.');
    const obstacle = placementObstacle(input.kind, parent, input.validFrom);
    if (obstacle) return refused(obstacle);

    const { kind, name, purpose, validFrom } = input;
    const unit = await createUnit(tx, ctx, { kind, name, purpose, validFrom });
    if (parent) await placeBeneath(tx, ctx, unit, parent, validFrom);
    return { ok: true, slug: unit.slug };
  });
}

/** Changes what a unit says of itself; its name is changed by renaming, which keeps the old one. */
export async function describeUnit(
  ctx: Context,
  { unitId, ...description }: DescribeUnit,
): Promise<Outcome> {
  return transact(async (tx) => {
    const unit = await getUnitRecord(tx, unitId, ctx.now);
    authorize(canManageUnit(ctx.actor, unit), 'Only those who lead this unit describe it.');
    const columns = { purpose: true, timeZone: true, isPlatformTeam: true } as const;
    const before = await tx.orgUnit.findUniqueOrThrow({ where: { id: unitId }, select: columns });
    const after = {
      ...description,
      // Which squad runs the shared platform is not for the squad itself to say.
      isPlatformTeam:
        ctx.actor.isAdministrator && unit.kind === 'SQUAD'
          ? description.isPlatformTeam
          : before.isPlatformTeam,
    };
    await tx.orgUnit.update({ where: { id: unitId }, data: after });
    await recordAudit(tx, ctx, {
      action: 'unit.described',
      subjectKind: 'unit',
      subjectId: unitId,
      before,
      after,
    });
    await recordEvent(tx, ctx, 'unit.changed', { unitId });
    return { ok: true };
  });
}

/** Puts a unit beneath another, or beneath none, from a day on. */
export async function changeParent(ctx: Context, input: ChangeParent): Promise<Outcome> {
  return transact(async (tx) => {
    const unit = await getUnitRecord(tx, input.unitId, ctx.now);
    const parent = await findNamed(tx, input.parent, ctx.now);
    if (input.parent && !parent) return refused('no-such-unit');
    if (unit.hasCharter) return refused('has-charter');
    authorize(
      canChangeParent(ctx.actor, unit, parent),
      'Moving a unit needs somebody who leads both the unit above it now and the one above it then.',
    );
    if (input.on < unit.validFrom) return refused('before-it-began');
    if (unit.validTo && input.on >= unit.validTo) return refused('after-it-ended');
    const obstacle = placementObstacle(unit.kind, parent, input.on);
    if (obstacle) return refused(obstacle);
    if (parent && (parent.id === unit.id || parent.ancestorIds.includes(unit.id))) {
      return refused('under-itself');
    }
    const changed = await placeBeneath(tx, ctx, unit, parent, input.on, input.reason);
    return changed ? { ok: true } : refused('nothing-changed');
  });
}

type NewUnit = { kind: UnitKind; name: string; purpose: string; validFrom: Date };

/** Adds a unit with a free address, in the transaction of what brought it about. */
export async function createUnit(tx: Transaction, ctx: Context, unit: NewUnit) {
  const alike = await tx.orgUnit.findMany({
    where: { slug: { startsWith: slugFrom(unit.name) } },
    select: { slug: true },
  });
  const slug = freeSlug(
    unit.name,
    alike.map((other) => other.slug),
  );
  const created = await tx.orgUnit.create({ data: { ...unit, slug } });
  await recordAudit(tx, ctx, {
    action: 'unit.opened',
    subjectKind: 'unit',
    subjectId: created.id,
    after: { kind: unit.kind, name: unit.name, from: formatDay(unit.validFrom) },
  });
  await recordEvent(tx, ctx, 'unit.changed', { unitId: created.id });
  return created;
}

async function findNamed(
  tx: Transaction,
  word: string | null,
  now: Date,
): Promise<UnitRecord | null> {
  if (word === null) return null;
  const id = await findUnitNamed(tx, word);
  return id === null ? null : findUnitRecord(tx, id, now);
}

function placementObstacle(kind: UnitKind, parent: UnitRecord | null, from: Date) {
  if (!parent) {
    if (needsParent(kind)) return 'parent-missing';
    return null;
  }
  if (parentKindsOf(kind).length === 0 || !mayStandBeneath(kind, parent.kind)) {
    return 'wrong-parent';
  }
  const isThere = parent.validFrom <= from && parent.validTo === null;
  return isThere ? null : 'unit-not-there-then';
}
