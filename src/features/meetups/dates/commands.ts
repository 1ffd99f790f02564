import 'server-only';
import type { z } from 'zod';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { dayOf, formatDay } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import type { MeetupModel } from '@/foundation/prisma-client/models';
import { transact } from '@/foundation/transaction';
import { canRunMeetups } from '../policy';
import { listHostUnitIds } from '../queries';
import { instantOf, isTimeZone } from '../recurrence';
import type {
  cancelMeetupInput,
  editMeetupInput,
  moveMeetupInput,
  planMeetupInput,
  restoreMeetupInput,
} from './schema';

const MILLISECONDS_PER_MINUTE = 60_000;

export type LockedMeetup = MeetupModel & { hostUnitIds: string[] };

/** Loads a date and holds it until the transaction ends, so that changes to it queue up. */
export async function lockMeetup(
  tx: Transaction,
  { now }: Context,
  id: string,
): Promise<LockedMeetup> {
  await tx.$queryRaw`SELECT 1 FROM "Meetup" WHERE id = ${id} FOR UPDATE`;
  const meetup = await tx.meetup.findUnique({ where: { id } });
  if (!meetup) throw new NotFound();
  return { ...meetup, hostUnitIds: await listHostUnitIds(tx, meetup.ownerUnitId, dayOf(now)) };
}

/** Announces a single meetup that belongs to no series. */
export async function planMeetup(context: Context, input: z.output<typeof planMeetupInput>) {
  const { unitId, title, heldOn, localTime, timeZone, durationMinutes, location } = input;
  if (!isTimeZone(timeZone)) return { ok: false, reason: 'unknown-time-zone' } as const;
  const startsAt = instantOf(heldOn, localTime, timeZone);
  if (startsAt <= context.now) return { ok: false, reason: 'in-the-past' } as const;
  return transact(async (tx) => {
    const unit = await tx.orgUnit.findUnique({ where: { id: unitId }, select: { id: true } });
    if (!unit) throw new NotFound();
    const hostUnitIds = await listHostUnitIds(tx, unitId, dayOf(context.now));
    authorize(canRunMeetups(context.actor, { hostUnitIds }));
    const { id } = await tx.meetup.create({
      data: {
        ownerUnitId: unitId,
        occursOn: heldOn,
        title,
        startsAt,
        endsAt: endOf(startsAt, durationMinutes),
        timeZone,
        location,
      },
      select: { id: true },
    });
    await announce(tx, context, id, 'meetup.planned', {
      after: { title, startsAt: iso(startsAt) },
    });
    return { ok: true, meetupId: id } as const;
  });
}

/** Changes what is written about a date. */
export async function editMeetup(context: Context, input: z.output<typeof editMeetupInput>) {
  const { meetupId, ...fields } = input;
  return transact(async (tx) => {
    const meetup = await lockMeetup(tx, context, meetupId);
    authorize(canRunMeetups(context.actor, meetup));
    const changed = (['title', 'location', 'recordingUrl', 'notes'] as const).filter(
      (key) => fields[key] !== meetup[key],
    );
    if (changed.length > 0) {
      await tx.meetup.update({ where: { id: meetupId }, data: fields });
      await announce(tx, context, meetupId, 'meetup.edited', {
        before: Object.fromEntries(changed.map((key) => [key, meetup[key]])),
        after: Object.fromEntries(changed.map((key) => [key, fields[key]])),
      });
    }
    return { ok: true } as const;
  });
}

/** Puts a date to another time; the day the rule gave it stays, so the series does not fill it again. */
export async function moveMeetup(context: Context, input: z.output<typeof moveMeetupInput>) {
  const { meetupId, movesTo, localTime, durationMinutes, reason } = input;
  return transact(async (tx) => {
    const meetup = await lockMeetup(tx, context, meetupId);
    authorize(canRunMeetups(context.actor, meetup));
    if (meetup.cancelledAt) return { ok: false, reason: 'cancelled' } as const;
    if (meetup.startsAt <= context.now) return { ok: false, reason: 'begun' } as const;
    const startsAt = instantOf(movesTo, localTime, meetup.timeZone);
    if (startsAt <= context.now) return { ok: false, reason: 'in-the-past' } as const;

    const planned = meetup.movedFrom ?? meetup.startsAt;
    const isBack = +planned === +startsAt;
    await tx.meetup.update({
      where: { id: meetupId },
      data: {
        startsAt,
        endsAt: endOf(startsAt, durationMinutes),
        movedFrom: isBack ? null : planned,
        movedReason: isBack ? null : reason,
      },
    });
    const times = { from: iso(meetup.startsAt), to: iso(startsAt) };
    await recordEvent(tx, context, 'meetup.moved', { meetupId, ...times });
    await announce(tx, context, meetupId, 'meetup.moved', {
      before: { startsAt: times.from },
      after: { startsAt: times.to },
      reason,
    });
    return { ok: true } as const;
  });
}

/** Calls a date off. It stays in the calendar with its reason; answers and agenda stay with it. */
export async function cancelMeetup(context: Context, input: z.output<typeof cancelMeetupInput>) {
  const { meetupId, reason } = input;
  return transact(async (tx) => {
    const meetup = await lockMeetup(tx, context, meetupId);
    authorize(canRunMeetups(context.actor, meetup));
    if (meetup.cancelledAt) return { ok: true } as const;
    // What people attended took place; calling it off afterwards would deny it.
    const attended = await tx.attendance.count({ where: { meetupId } });
    if (attended > 0) return { ok: false, reason: 'took-place' } as const;
    const data = { cancelledAt: context.now, cancelledReason: reason };
    await tx.meetup.update({ where: { id: meetupId }, data });
    await recordEvent(tx, context, 'meetup.cancelled', { meetupId });
    await announce(tx, context, meetupId, 'meetup.cancelled', {
      before: { startsAt: iso(meetup.startsAt) },
      reason,
    });
    return { ok: true } as const;
  });
}

/** Takes a cancellation back. */
export async function restoreMeetup(context: Context, input: z.output<typeof restoreMeetupInput>) {
  const { meetupId } = input;
  return transact(async (tx) => {
    const meetup = await lockMeetup(tx, context, meetupId);
    authorize(canRunMeetups(context.actor, meetup));
    if (!meetup.cancelledAt) return { ok: true } as const;
    const data = { cancelledAt: null, cancelledReason: null };
    await tx.meetup.update({ where: { id: meetupId }, data });
    await announce(tx, context, meetupId, 'meetup.restored', {
      before: { cancelledReason: meetup.cancelledReason, occursOn: formatDay(meetup.occursOn) },
    });
    return { ok: true } as const;
  });
}

type Told = Omit<Parameters<typeof recordAudit>[2], 'action' | 'subjectKind' | 'subjectId'>;

/** The audit entry of a change to a date, and the fact that it changed. */
export async function announce(
  tx: Transaction,
  context: Context,
  meetupId: string,
  action: string,
  told: Told,
): Promise<void> {
  await recordAudit(tx, context, { action, subjectKind: 'meetup', subjectId: meetupId, ...told });
  await recordEvent(tx, context, 'meetup.changed', { meetupId });
}

export const endOf = (startsAt: Date, minutes: number) =>
  new Date(startsAt.getTime() + minutes * MILLISECONDS_PER_MINUTE);

const iso = (at: Date) => at.toISOString();
