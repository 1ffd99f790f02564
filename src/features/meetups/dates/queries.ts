import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { canRunMeetups } from '../policy';
import { listHostUnitIds, type MeetupLine, selectLines } from '../queries';
import { acceptsRsvps, takesAttendance } from '../rsvp';

export type MeetupView = MeetupLine & {
  ownerUnitId: string;
  occursOn: Date;
  notes: string;
  recordingUrl: string | null;
  cancelledReason: string | null;
  movedFrom: Date | null;
  movedReason: string | null;
  seriesSlug: string | null;
  seriesTitle: string | null;
  previousId: string | null;
  nextId: string | null;
  canRun: boolean;
  acceptsRsvps: boolean;
  takesAttendance: boolean;
};

/** One date with what may be done about it; agenda and people are read beside it. */
export async function getMeetup(context: Context, id: string): Promise<MeetupView | null> {
  const { actor, now } = context;
  const [row] = await db.$queryRaw<(MeetupView & { cancelledAt: Date | null })[]>`
    SELECT line.*, m."ownerUnitId", m."occursOn", m.notes, m."recordingUrl", m."cancelledAt",
           m."cancelledReason", m."movedFrom", m."movedReason",
           s.slug AS "seriesSlug", s.title AS "seriesTitle",
           (SELECT p.id FROM "Meetup" p WHERE p."seriesId" = m."seriesId"
              AND (p."startsAt", p.id) < (m."startsAt", m.id)
             ORDER BY p."startsAt" DESC, p.id DESC LIMIT 1) AS "previousId",
           (SELECT n.id FROM "Meetup" n WHERE n."seriesId" = m."seriesId"
              AND (n."startsAt", n.id) > (m."startsAt", m.id)
             ORDER BY n."startsAt", n.id LIMIT 1) AS "nextId"
    FROM (${selectLines(actor.personId)} WHERE m.id = ${id}) line
    JOIN "Meetup" m ON m.id = line.id
    LEFT JOIN "MeetupSeries" s ON s.id = m."seriesId"`;
  if (!row) return null;
  const hostUnitIds = await listHostUnitIds(db, row.ownerUnitId, dayOf(now));
  const { cancelledAt, ...meetup } = row;
  const times = { startsAt: meetup.startsAt, cancelledAt };
  return {
    ...meetup,
    canRun: canRunMeetups(actor, { hostUnitIds }),
    acceptsRsvps: actor.personId !== null && acceptsRsvps(times, now),
    takesAttendance: takesAttendance(times, now),
  };
}
