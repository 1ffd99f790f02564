import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';

/** A date as other pages show it in passing. */
export type MeetupCard = {
  id: string;
  title: string;
  startsAt: Date;
  timeZone: string;
  location: string;
  isCancelled: boolean;
  hostName: string;
};

/** Dates by their ids, in no order. */
export function listMeetupCards(_context: Context, ids: string[]): Promise<MeetupCard[]> {
  return db.$queryRaw<MeetupCard[]>`
    SELECT m.id, m.title, m."startsAt", m."timeZone", m.location,
           m."cancelledAt" IS NOT NULL AS "isCancelled", u.name AS "hostName"
      FROM "Meetup" m JOIN "OrgUnit" u ON u.id = m."ownerUnitId"
     WHERE m.id = ANY (${ids}::text[])`;
}
