import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { dayOf, formatDay } from '@/foundation/days';
import { authorize } from '@/foundation/errors';
import { recordEvent, recordEvents } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { canManageUnit, canReshapeUnit } from '../policy';
import { type Outcome, refused } from '../refusals';
import { getUnitRecord } from '../units/queries';
import { closeUnit } from './closing/commands';
import { findChildrenFrom, findRenames } from './queries';
import type { Dissolve, Rename } from './schema';
import { nameOn, obstacleOn } from './succession';

/** Gives a unit another name from a day on; pages of earlier days keep the old one, and so do addresses. */
export async function renameUnit(
  ctx: Context,
  { unitId, name, on, note }: Rename,
): Promise<Outcome> {
  return transact(async (tx) => {
    const unit = await getUnitRecord(tx, unitId, ctx.now);
    authorize(canManageUnit(ctx.actor, unit), 'Only those who lead this unit rename it.');
    if (unit.hasCharter) return refused('has-charter');
    const obstacle = obstacleOn(unit, on);
    if (obstacle) return refused(obstacle);
    const renames = await findRenames(tx, unitId);
    const nameBefore = nameOn(unit.name, renames, on);
    if (nameBefore === name) return refused('same-name');

    const rename = { effectiveOn: on, recordedAt: ctx.now, nameBefore, nameAfter: name };
    await tx.unitSuccession.create({
      data: {
        kind: 'RENAME',
        predecessorId: unitId,
        successorId: unitId,
        note,
        recordedById: ctx.actor.personId,
        ...rename,
      },
    });
    const nameToday = nameOn(unit.name, [...renames, rename], dayOf(ctx.now));
    await tx.orgUnit.update({ where: { id: unitId }, data: { name: nameToday } });
    await recordAudit(tx, ctx, {
      action: 'unit.renamed',
      subjectKind: 'unit',
      subjectId: unitId,
      before: { name: nameBefore },
      after: { name, from: formatDay(on) },
      reason: note ?? undefined,
    });
    await recordEvent(tx, ctx, 'unit.changed', { unitId });
    return { ok: true };
  });
}

/** Ends a unit that nothing takes the place of. */
export async function dissolveUnit(ctx: Context, { unitId, on, note }: Dissolve): Promise<Outcome> {
  return transact(async (tx) => {
    const unit = await getUnitRecord(tx, unitId, ctx.now);
    authorize(canReshapeUnit(ctx.actor, unit), 'Only those who lead the unit above end this one.');
    if (unit.hasCharter) return refused('has-charter');
    const obstacle = unit.validTo === null ? obstacleOn(unit, on) : 'after-it-ended';
    if (obstacle) return refused(obstacle);
    if ((await findChildrenFrom(tx, unitId, on)).length > 0) return refused('has-units');

    await tx.unitSuccession.create({
      data: {
        kind: 'DISSOLVE',
        predecessorId: unitId,
        effectiveOn: on,
        note,
        recordedAt: ctx.now,
        recordedById: ctx.actor.personId,
      },
    });
    const endReason = `${unit.name} ended`;
    await closeUnit(tx, ctx, unit, { on, action: 'unit.dissolved', endReason, note });
    return { ok: true };
  });
}

/** Brings names up to date on the day a planned rename begins to hold. For the schedule; does nothing twice. */
export async function settleDueRenames(ctx: Context): Promise<number> {
  return transact(async (tx) => {
    const renamed = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "OrgUnit" u SET name = unit_name_on(u.id, u.name, ${dayOf(ctx.now)}::date)
      WHERE u.id IN (SELECT s."predecessorId" FROM "UnitSuccession" s WHERE s.kind = 'RENAME')
        AND u.name <> unit_name_on(u.id, u.name, ${dayOf(ctx.now)}::date)
      RETURNING u.id`;
    const facts = renamed.map(({ id }) => ({ name: 'unit.changed', payload: { unitId: id } }));
    await recordEvents(tx, ctx, facts);
    return renamed.length;
  });
}
