import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';

export type PickedMeetup = {
  id: string;
  title: string;
  unitName: string;
  startsAt: Date;
  timeZone: string;
};

/** Held dates whose title or guild contains a text, the latest first, for choosing one. */
export async function listPastMeetupsForPicker(
  { now }: Context,
  text: string,
): Promise<PickedMeetup[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return db.$queryRaw<PickedMeetup[]>`
    SELECT m.id, m.title, u.name AS "unitName", m."startsAt", m."timeZone"
      FROM "Meetup" m JOIN "OrgUnit" u ON u.id = m."ownerUnitId"
     WHERE m."startsAt" <= ${now} AND m."cancelledAt" IS NULL
       AND (${text} = '' OR m.title ILIKE ${pattern} OR u.name ILIKE ${pattern})
     ORDER BY m."startsAt" DESC, m.id DESC LIMIT 30`;
}

/** Title, guild and time of some dates, for pages of things that name them. */
export async function listMeetupTitles(
  _context: Context,
  ids: readonly string[],
): Promise<PickedMeetup[]> {
  if (ids.length === 0) return [];
  return db.$queryRaw<PickedMeetup[]>`
    SELECT m.id, m.title, u.name AS "unitName", m."startsAt", m."timeZone"
      FROM "Meetup" m JOIN "OrgUnit" u ON u.id = m."ownerUnitId"
     WHERE m.id = ANY (${[...ids]}) ORDER BY m."startsAt", m.id`;
}

export type MeetupFacts = {
  id: string;
  title: string;
  startsAt: Date;
  isCancelled: boolean;
  attendeeIds: string[];
};

/** When a date began and who was there. */
export async function getMeetupFacts(
  _context: Context,
  meetupId: string,
): Promise<MeetupFacts | null> {
  const [facts] = await db.$queryRaw<MeetupFacts[]>`
    SELECT m.id, m.title, m."startsAt", m."cancelledAt" IS NOT NULL AS "isCancelled",
           ARRAY(SELECT a."personId" FROM "Attendance" a WHERE a."meetupId" = m.id ORDER BY 1)
             AS "attendeeIds"
      FROM "Meetup" m WHERE m.id = ${meetupId}`;
  return facts ?? null;
}
