import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, Prisma, type Transaction } from '@/foundation/db';
import {
  decodeTimeCursor,
  encodeCursor,
  PAGE_SIZE,
  type Page,
  pageOf,
} from '@/foundation/pagination';
import type { UnitKind } from '@/foundation/prisma-client/enums';
import { SEARCH_BATCH, type SearchSubject } from '@/foundation/search-subject';
import type { RsvpAnswer } from './rsvp';

/** A date as a list shows it. */
export type MeetupLine = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  location: string;
  isCancelled: boolean;
  isMoved: boolean;
  unitSlug: string;
  unitName: string;
  unitKind: UnitKind;
  agendaTitles: string[];
  comingCount: number;
  myAnswer: RsvpAnswer | null;
};

export type MeetupFilter = {
  when: 'upcoming' | 'past';
  /** Only those of the guilds I am in. */
  mine?: boolean;
  /** Only those of this unit and of what stands beneath it. */
  unitSlug?: string;
  seriesId?: string;
  after?: string;
  size?: number;
};

/** Dates in order of time: those to come from the next one on, those gone by from the last one back. */
export async function listMeetups(
  context: Context,
  { when, mine, unitSlug, seriesId, after, size = PAGE_SIZE }: MeetupFilter,
): Promise<Page<MeetupLine>> {
  const { actor, now } = context;
  const cursor = decodeTimeCursor(after);
  const conditions = [
    when === 'upcoming' ? isToCome(now) : Prisma.sql`m."endsAt" <= ${now}`,
    seriesId ? Prisma.sql`m."seriesId" = ${seriesId}` : null,
    mine ? Prisma.sql`m."ownerUnitId" = ANY (${myGuildIds(context)})` : null,
    unitSlug ? ownedWithin(unitSlug, dayOf(now)) : null,
    cursor && afterCursor(when, cursor),
  ].filter((condition) => condition !== null);
  const direction = when === 'upcoming' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const rows = await db.$queryRaw<MeetupLine[]>`
    ${selectLines(actor.personId)}
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY m."startsAt" ${direction}, m.id ${direction} LIMIT ${size + 1}`;
  return pageOf(rows, size, ({ startsAt, id }) => encodeCursor([startsAt.toISOString(), id]));
}

/** What a unit's own page shows of its meetups: a few to come, a few gone by. */
export async function listMeetupsOfUnit(
  { actor, now }: Context,
  unitId: string,
): Promise<{ upcoming: MeetupLine[]; past: MeetupLine[] }> {
  const rows = await db.$queryRaw<MeetupLine[]>`
    (${selectLines(actor.personId)} WHERE m."ownerUnitId" = ${unitId} AND ${isToCome(now)}
      ORDER BY m."startsAt", m.id LIMIT 4)
    UNION ALL
    (${selectLines(actor.personId)} WHERE m."ownerUnitId" = ${unitId} AND m."endsAt" <= ${now}
      ORDER BY m."startsAt" DESC, m.id DESC LIMIT 5)`;
  return {
    upcoming: rows.filter(({ endsAt }) => endsAt > now),
    past: rows.filter(({ endsAt }) => endsAt <= now),
  };
}

/** The next date of any of my guilds that is being held, also one that has just begun. */
export async function getNextMeetup(context: Context): Promise<MeetupLine | null> {
  const { actor, now } = context;
  const [next] = await db.$queryRaw<MeetupLine[]>`
    ${selectLines(actor.personId)}
    WHERE m."ownerUnitId" = ANY (${myGuildIds(context)}) AND m."cancelledAt" IS NULL AND ${isToCome(now)}
    ORDER BY m."startsAt", m.id LIMIT 1`;
  return next ?? null;
}

/** A unit and everything it stands beneath on a day: those whose leads run its meetups. */
export async function listHostUnitIds(
  client: Transaction,
  unitId: string,
  on: Date,
): Promise<string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE host AS (
      SELECT ${unitId} AS id
      UNION
      SELECT p."parentId" FROM host h JOIN "UnitParent" p ON p."unitId" = h.id
       AND p."supersededAt" IS NULL AND p."validFrom" <= ${on}::date
       AND (p."validTo" IS NULL OR ${on}::date < p."validTo")
    ) SELECT id FROM host`;
  return rows.map(({ id }) => id);
}

/** Dates worth finding: those with an agenda, notes or a recording. An empty date to come is none. */
export async function listMeetupsForSearch(
  _context: Context,
  ids: string[] | null,
  after: string | null,
): Promise<SearchSubject[]> {
  return db.$queryRaw<SearchSubject[]>`
    SELECT m.id AS "subjectId", m.title, u.name || ', ' || to_char(m."startsAt" AT TIME ZONE m."timeZone", 'FMDD FMMonth YYYY')
             || CASE WHEN m."cancelledAt" IS NULL THEN '' ELSE ' (cancelled)' END AS subtitle,
           concat_ws(E'\\n', agenda.text, m.notes) AS body,
           '/meetups/' || m.id AS address, m."ownerUnitId" AS "unitId", m."startsAt" AS "changedAt"
      FROM "Meetup" m
      JOIN "OrgUnit" u ON u.id = m."ownerUnitId"
      LEFT JOIN LATERAL (
        SELECT string_agg(concat_ws(E'\\n', a.title, p.name, a.summary), E'\\n' ORDER BY a.position) AS text
          FROM "AgendaItem" a LEFT JOIN "Person" p ON p.id = a."presenterId"
         WHERE a."meetupId" = m.id) agenda ON true
     WHERE (agenda.text IS NOT NULL OR m.notes <> '' OR m."recordingUrl" IS NOT NULL)
       AND (${ids}::text[] IS NULL OR m.id = ANY (${ids}::text[]))
       AND (${after}::text IS NULL OR m.id > ${after})
     ORDER BY m.id LIMIT ${SEARCH_BATCH}`;
}

/** The columns and tables of a line, up to WHERE; `m` is the meetup. */
export const selectLines = (personId: string | null) => Prisma.sql`
  SELECT m.id, m.title, m."startsAt", m."endsAt", m."timeZone", m.location,
         m."cancelledAt" IS NOT NULL AS "isCancelled", m."movedFrom" IS NOT NULL AS "isMoved",
         u.slug AS "unitSlug", u.name AS "unitName", u.kind::text AS "unitKind",
         ARRAY(SELECT a.title FROM "AgendaItem" a WHERE a."meetupId" = m.id ORDER BY a.position)
           AS "agendaTitles",
         (SELECT count(*)::int FROM "Rsvp" y WHERE y."meetupId" = m.id AND y.answer = 'YES')
           AS "comingCount",
         r.answer::text AS "myAnswer"
    FROM "Meetup" m
    JOIN "OrgUnit" u ON u.id = m."ownerUnitId"
    LEFT JOIN "Rsvp" r ON r."meetupId" = m.id AND r."personId" = ${personId}`;

/** No meetup is longer than ten hours, which lets the index on the start find those under way. */
const isToCome = (now: Date) =>
  Prisma.sql`m."startsAt" > ${now}::timestamptz - interval '10 hours' AND m."endsAt" > ${now}`;

const afterCursor = (when: MeetupFilter['when'], [startsAt, id]: string[]) =>
  when === 'upcoming'
    ? Prisma.sql`(m."startsAt", m.id) > (${startsAt}::timestamptz, ${id})`
    : Prisma.sql`(m."startsAt", m.id) < (${startsAt}::timestamptz, ${id})`;

const ownedWithin = (slug: string, on: Date) => Prisma.sql`m."ownerUnitId" IN (
  WITH RECURSIVE within AS (
    SELECT id FROM "OrgUnit" WHERE slug = ${slug}
    UNION
    SELECT p."unitId" FROM within w JOIN "UnitParent" p ON p."parentId" = w.id
     AND p."supersededAt" IS NULL AND p."validFrom" <= ${on}::date
     AND (p."validTo" IS NULL OR ${on}::date < p."validTo")
  ) SELECT id FROM within)`;

function myGuildIds({ actor }: Context): string[] {
  return actor.memberships
    .filter(({ kind }) => kind === 'GUILD' || kind === 'SUBGUILD')
    .map(({ unitId }) => unitId);
}
