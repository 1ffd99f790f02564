import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Page, pageOf } from '@/foundation/pagination';
import type { UnitKind } from '@/foundation/prisma-client/enums';
import { canRunMeetups } from '../policy';
import { listHostUnitIds } from '../queries';
import { describeRule } from '../recurrence';

export type SeriesView = {
  id: string;
  slug: string;
  title: string;
  purpose: string;
  timeZone: string;
  recurrenceRule: string;
  /** The rule in words. */
  rhythm: string;
  firstOn: Date;
  lastOn: Date | null;
  localTime: string;
  durationMinutes: number;
  location: string;
  unit: { id: string; slug: string; name: string; kind: UnitKind };
  canRun: boolean;
};

export async function getSeries(context: Context, slug: string): Promise<SeriesView | null> {
  const { actor, now } = context;
  const series = await db.meetupSeries.findUnique({
    where: { slug },
    omit: { externalKey: true, createdAt: true, createdById: true, ownerUnitId: true },
    include: { ownerUnit: { select: { id: true, slug: true, name: true, kind: true } } },
  });
  if (!series) return null;
  const { ownerUnit: unit, ...facts } = series;
  const hostUnitIds = await listHostUnitIds(db, unit.id, dayOf(now));
  return {
    ...facts,
    unit,
    rhythm: describeRule(facts.recurrenceRule),
    canRun: canRunMeetups(actor, { hostUnitIds }),
  };
}

export type SeriesLine = {
  id: string;
  slug: string;
  title: string;
  rhythm: string;
  localTime: string;
  timeZone: string;
  hasEnded: boolean;
  unitName: string;
  unitSlug: string;
  unitKind: UnitKind;
  nextAt: Date | null;
};

/** Every series by title, with its next date; ended ones too, marked as such. */
export async function listSeries(
  { now }: Context,
  after: string | undefined,
): Promise<Page<SeriesLine>> {
  const [title, id] = decodeCursor(after, 2) ?? [null, null];
  const rows = await db.$queryRaw<(Omit<SeriesLine, 'rhythm'> & { rule: string })[]>`
    SELECT s.id, s.slug, s.title, s."recurrenceRule" AS rule, s."localTime", s."timeZone",
           s."lastOn" IS NOT NULL AND s."lastOn" < ${dayOf(now)}::date AS "hasEnded",
           u.name AS "unitName", u.slug AS "unitSlug", u.kind::text AS "unitKind",
           (SELECT min(m."startsAt") FROM "Meetup" m
             WHERE m."seriesId" = s.id AND m."endsAt" > ${now} AND m."cancelledAt" IS NULL) AS "nextAt"
      FROM "MeetupSeries" s JOIN "OrgUnit" u ON u.id = s."ownerUnitId"
     WHERE ${title}::text IS NULL OR (s.title, s.id) > (${title}, ${id})
     ORDER BY s.title, s.id LIMIT ${PAGE_SIZE + 1}`;
  const lines = rows.map(({ rule, ...line }) => ({ ...line, rhythm: describeRule(rule) }));
  return pageOf(lines, PAGE_SIZE, (last) => encodeCursor([last.title, last.id]));
}

export type HostUnit = { id: string; name: string; slug: string; timeZone: string | null };

const HOSTS_MAX = 200;

/** The guilds for which I may start a series: those I lead and what stands beneath them. */
export async function listUnitsIMayHostFor({ actor, now }: Context): Promise<HostUnit[]> {
  const today = dayOf(now);
  const ledIds = actor.memberships
    .filter(({ role }) => role === 'LEAD' || role === 'CHAPTER_LEAD')
    .map(({ unitId }) => unitId);
  if (!actor.isAdministrator && ledIds.length === 0) return [];
  return db.$queryRaw<HostUnit[]>`
    WITH RECURSIVE mine AS (
      SELECT unnest(${ledIds}::text[]) AS id
      UNION
      SELECT p."unitId" FROM mine JOIN "UnitParent" p ON p."parentId" = mine.id
       AND p."supersededAt" IS NULL AND p."validFrom" <= ${today}::date
       AND (p."validTo" IS NULL OR ${today}::date < p."validTo")
    )
    SELECT u.id, u.name, u.slug, u."timeZone" FROM "OrgUnit" u
     WHERE u.kind IN ('GUILD', 'SUBGUILD') AND u."validFrom" <= ${today}::date
       AND (u."validTo" IS NULL OR ${today}::date < u."validTo")
       AND (${actor.isAdministrator} OR u.id IN (SELECT id FROM mine))
     ORDER BY u.name, u.id LIMIT ${HOSTS_MAX}`;
}
