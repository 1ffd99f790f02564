import 'server-only';
import type { z } from 'zod';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { authorize, Forbidden } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { lockMeetup } from '../dates/commands';
import { canRsvp, canRunMeetups } from '../policy';
import { acceptsRsvps, attendanceChange, takesAttendance } from '../rsvp';
import type { answerRsvpInput, recordAttendanceInput } from './schema';

/** Says, or changes, whether I come. Saying it twice is saying it once. */
export async function answerRsvp(context: Context, input: z.output<typeof answerRsvpInput>) {
  const { actor, now } = context;
  const { meetupId, answer } = input;
  const { personId } = actor;
  authorize(canRsvp(actor), 'Only a person can say whether they come.');
  if (personId === null) throw new Forbidden();
  return transact(async (tx) => {
    const meetup = await lockMeetup(tx, context, meetupId);
    if (!acceptsRsvps(meetup, now)) return { ok: false, reason: 'closed' } as const;
    const key = { meetupId_personId: { meetupId, personId } };
    const before = await tx.rsvp.findUnique({ where: key, select: { answer: true } });
    if (before?.answer === answer) return { ok: true, answer } as const;
    await tx.rsvp.upsert({
      where: key,
      create: { meetupId, personId, answer, at: now },
      update: { answer, at: now },
    });
    await recordEvent(tx, context, 'rsvp.answered', { meetupId, personId, answer });
    return { ok: true, answer } as const;
  });
}

/** Records what one sheet of the attendance list says has changed. */
export async function recordAttendance(
  context: Context,
  input: z.output<typeof recordAttendanceInput>,
) {
  const { actor, now } = context;
  const { meetupId } = input;
  return transact(async (tx) => {
    const meetup = await lockMeetup(tx, context, meetupId);
    authorize(canRunMeetups(actor, meetup));
    if (meetup.cancelledAt) return { ok: false, reason: 'cancelled' } as const;
    if (!takesAttendance(meetup, now)) return { ok: false, reason: 'not-begun' } as const;

    const said = attendanceChange(input.shown, input.before, input.ticked);
    const recorded = await tx.attendance.findMany({
      where: { meetupId, personId: { in: [...said.added, ...said.removed] } },
      select: { personId: true },
    });
    const isRecorded = new Set(recorded.map(({ personId }) => personId));
    // Another lead may have recorded the same in the meantime: only what is still new counts.
    const known = await tx.person.findMany({
      where: { id: { in: said.added.filter((id) => !isRecorded.has(id)) } },
      select: { id: true },
    });
    const added = known.map(({ id }) => id);
    const removed = said.removed.filter((id) => isRecorded.has(id));
    if (added.length + removed.length === 0) return { ok: true, added, removed } as const;

    await tx.attendance.createMany({
      data: added.map((personId) => ({
        meetupId,
        personId,
        recordedAt: now,
        recordedById: actor.personId,
      })),
    });
    await tx.attendance.deleteMany({ where: { meetupId, personId: { in: removed } } });
    await recordEvent(tx, context, 'attendance.recorded', { meetupId, added, removed });
    await recordAudit(tx, context, {
      action: 'attendance.recorded',
      subjectKind: 'meetup',
      subjectId: meetupId,
      before: { personIds: removed },
      after: { personIds: added },
    });
    return { ok: true, added, removed } as const;
  });
}
