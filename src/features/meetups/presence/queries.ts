import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Page, pageOf } from '@/foundation/pagination';
import type { RsvpAnswer } from '../rsvp';

export type PersonName = { id: string; name: string; handle: string };

export type Presence = {
  counts: Record<RsvpAnswer | 'ATTENDED', number>;
  coming: PersonName[];
  maybe: PersonName[];
  attended: PersonName[];
};

/** So many names of each kind stand on the page; the attendance sheet lists everyone. */
export const NAMES_SHOWN = 60;

type PresenceRow = PersonName & { part: RsvpAnswer | 'ATTENDED'; total: number };

/** Who says they come, and who was there. */
export async function getPresence(_context: Context, meetupId: string): Promise<Presence> {
  const rows = await db.$queryRaw<PresenceRow[]>`
    SELECT part, total, id, name, handle FROM (
      SELECT one.part, p.id, p.name, p.handle,
             (count(*) OVER (PARTITION BY one.part))::int AS total,
             row_number() OVER (PARTITION BY one.part ORDER BY p.name, p.id) AS place
        FROM (
          SELECT answer::text AS part, "personId" FROM "Rsvp" WHERE "meetupId" = ${meetupId}
          UNION ALL
          SELECT 'ATTENDED', "personId" FROM "Attendance" WHERE "meetupId" = ${meetupId}
        ) one JOIN "Person" p ON p.id = one."personId"
    ) ranked WHERE place <= ${NAMES_SHOWN} ORDER BY part, place`;
  const of = (part: PresenceRow['part']) => rows.filter((row) => row.part === part);
  const count = (part: PresenceRow['part']) => of(part)[0]?.total ?? 0;
  return {
    counts: {
      YES: count('YES'),
      MAYBE: count('MAYBE'),
      NO: count('NO'),
      ATTENDED: count('ATTENDED'),
    },
    coming: of('YES'),
    maybe: of('MAYBE'),
    attended: of('ATTENDED'),
  };
}

export type SheetLine = PersonName & { answer: RsvpAnswer | null; wasThere: boolean };

/**
 * A sheet of the attendance list: the members of the guild on that day, whoever said they might
 * come, and whoever is recorded. With a text, everybody in the company whose name contains it.
 */
export async function listAttendanceSheet(
  _context: Context,
  meetupId: string,
  { text = '', after }: { text?: string; after?: string } = {},
): Promise<Page<SheetLine>> {
  const [name, id] = decodeCursor(after, 2) ?? [null, null];
  const rows = await db.$queryRaw<SheetLine[]>`
    SELECT p.id, p.name, p.handle, r.answer::text AS answer, a."personId" IS NOT NULL AS "wasThere"
      FROM "Meetup" m
      CROSS JOIN LATERAL (${text ? peopleNamed(text) : expectedPeople}) AS candidate (id)
      JOIN "Person" p ON p.id = candidate.id
      LEFT JOIN "Rsvp" r ON r."meetupId" = m.id AND r."personId" = p.id
      LEFT JOIN "Attendance" a ON a."meetupId" = m.id AND a."personId" = p.id
     WHERE m.id = ${meetupId}
       AND (p."leftOn" IS NULL OR m."occursOn" < p."leftOn" OR a."personId" IS NOT NULL)
       AND (${name}::text IS NULL OR (p.name, p.id) > (${name}, ${id}))
     ORDER BY p.name, p.id LIMIT ${PAGE_SIZE + 1}`;
  return pageOf(rows, PAGE_SIZE, (last) => encodeCursor([last.name, last.id]));
}

const peopleNamed = (text: string) =>
  Prisma.sql`SELECT id FROM "Person" WHERE name ILIKE ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`;

const expectedPeople = Prisma.sql`
  SELECT "personId" FROM "Rsvp" WHERE "meetupId" = m.id AND answer IN ('YES', 'MAYBE')
  UNION SELECT "personId" FROM "Attendance" WHERE "meetupId" = m.id
  UNION SELECT "personId" FROM "Membership"
         WHERE "unitId" = m."ownerUnitId" AND "supersededAt" IS NULL AND "validFrom" <= m."occursOn"
           AND ("validTo" IS NULL OR m."occursOn" < "validTo")`;

/** Whether the actor has ever said if they come to a meetup. */
export async function hasAnsweredOnce({ actor }: Context): Promise<boolean> {
  if (actor.personId === null) return false;
  const answer = await db.rsvp.findFirst({
    where: { personId: actor.personId },
    select: { personId: true },
  });
  return answer !== null;
}
