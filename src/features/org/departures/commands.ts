import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { dayOf, formatDay, holdsOn } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { writePlan } from '../ledger/commands';
import { departurePlan, type Held } from '../memberships/membership-period';
import { findHeld } from '../memberships/queries';
import { canRecordDeparture } from '../policy';
import { type Outcome, refused } from '../refusals';
import { findUnitRecord } from '../units/queries';
import { restoredRow } from './restored-membership';
import type { DepartureInput, UndoDeparture } from './schema';

/** Records that somebody leaves: every membership ends that day, and what they led needs somebody else. */
export async function recordDeparture(
  ctx: Context,
  { personId, leftOn, note }: DepartureInput,
): Promise<Outcome<{ handsOverUnitIds: string[] }>> {
  return transact(async (tx) => {
    const { person, held } = await loadAuthorized(tx, ctx, personId);
    if (person.leftOn !== null) return refused('already-left');
    if (person.startedOn !== null && leftOn < person.startedOn) return refused('not-here-then');

    const { plan, handsOver } = departurePlan(held, leftOn, 'Left the company');
    await writePlan(tx, ctx, { personId, plan, source: 'DEPARTURE', reason: note });
    const isGone = leftOn <= dayOf(ctx.now);
    // The database ends every session of somebody who is gone, in this transaction.
    await tx.person.update({
      where: { id: personId },
      data: { leftOn, deactivatedAt: isGone ? ctx.now : null },
    });
    await recordAudit(tx, ctx, {
      action: 'person.left',
      subjectKind: 'person',
      subjectId: personId,
      after: { leftOn: formatDay(leftOn) },
      reason: note ?? undefined,
    });
    await recordEvent(tx, ctx, 'person.left', { personId, leftOn: formatDay(leftOn) });
    return { ok: true, handsOverUnitIds: [...new Set(handsOver.map(({ unitId }) => unitId))] };
  });
}

/** Takes a recorded leaving back, and reopens what it had ended. */
export async function undoDeparture(
  ctx: Context,
  { personId, reason }: UndoDeparture,
): Promise<Outcome> {
  return transact(async (tx) => {
    const { person, held } = await loadAuthorized(tx, ctx, personId);
    if (person.leftOn === null) throw new NotFound();
    const before = { leftOn: formatDay(person.leftOn) };
    await tx.person.update({
      where: { id: personId },
      data: { leftOn: null, deactivatedAt: null },
    });

    const ended = await tx.membership.findMany({
      where: { personId, supersededAt: null, source: 'DEPARTURE', validTo: person.leftOn },
      include: { supersedes: { select: { validTo: true, endReason: true } } },
    });
    const byId = new Map(held.map((place) => [place.id, place]));
    const rows = ended.flatMap(({ id, supersedes }) => {
      const place = byId.get(id);
      return place && supersedes ? [restoredRow(place, supersedes, reason)] : [];
    });
    const superseded = rows.map(({ supersedesId }) => byId.get(supersedesId) as Held);
    await writePlan(tx, ctx, { personId, plan: { superseded, rows }, source: 'DEPARTURE', reason });
    await recordAudit(tx, ctx, {
      action: 'person.returned',
      subjectKind: 'person',
      subjectId: personId,
      before,
      reason,
    });
    await recordEvent(tx, ctx, 'person.changed', { personId });
    return { ok: true };
  });
}

async function loadAuthorized(tx: Transaction, ctx: Context, personId: string) {
  const person = await tx.person.findUnique({ where: { id: personId } });
  if (!person) throw new NotFound();
  const held = await findHeld(tx, personId);
  const onDay = person.leftOn ? new Date(person.leftOn.getTime() - 1) : ctx.now;
  const home = held.find((place) => place.isPrimary && holdsOn(place, dayOf(onDay)));
  const squad = home ? await findUnitRecord(tx, home.unitId, ctx.now) : null;
  authorize(
    canRecordDeparture(ctx.actor, squad),
    'Only administrators and the leads of the home squad record that somebody leaves.',
  );
  return { person, held };
}
