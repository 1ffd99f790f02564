import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { formatDay } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { Conflict } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { handOf, type Writing, writePlans } from '../../ledger/commands';
import { departurePlan } from '../../memberships/membership-period';
import { findHeldInUnit, type HeldBy } from '../../memberships/queries';
import { isByOwnHand } from '../../memberships/roles';
import { endParents } from '../../parents/commands';
import type { UnitRecord } from '../../units/queries';

type Closing = { on: Date; action: string; endReason: string; note: string | null };

/** Ends a unit on a day: what is left of its memberships and its place beneath another end with it. */
export async function closeUnit(
  tx: Transaction,
  ctx: Context,
  unit: UnitRecord,
  { on, action, endReason, note }: Closing,
): Promise<void> {
  const left = await findHeldInUnit(tx, unit.id, on);
  await writePlans(tx, ctx, endings(ctx, left, on, endReason));
  await endParents(tx, ctx, unit, on);
  const { count } = await tx.orgUnit.updateMany({
    where: { id: unit.id, validTo: null },
    data: { validTo: on },
  });
  if (count === 0) throw new Conflict('Somebody else ended this unit at the same moment.');
  await recordAudit(tx, ctx, {
    action,
    subjectKind: 'unit',
    subjectId: unit.id,
    before: { name: unit.name, to: null },
    after: { name: unit.name, to: formatDay(on) },
    reason: note ?? undefined,
  });
  await recordEvent(tx, ctx, 'unit.changed', { unitId: unit.id });
}

/** One writing for each person and hand: nobody but the unit's end closes a guild membership here. */
function endings(ctx: Context, places: readonly HeldBy[], on: Date, endReason: string): Writing[] {
  return places.map((place) => ({
    personId: place.personId,
    plan: departurePlan([place], on, endReason).plan,
    source: isByOwnHand(place.unitKind, place.role) ? 'DEPARTURE' : handOf(ctx.actor),
    reason: endReason,
  }));
}
