import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import {
  decodeTimeCursor,
  encodeCursor,
  PAGE_SIZE,
  type Page,
  pageOf,
} from '@/foundation/pagination';
import { SEARCH_BATCH, type SearchSubject } from '@/foundation/search-subject';
import type { GroupState } from './charter';
import { type Progress, progressOn } from './weeks';

/** A group as a list shows it. */
export type GroupLine = {
  id: string;
  slug: string;
  name: string;
  question: string;
  state: GroupState;
  startsOn: Date;
  plannedEndOn: Date;
  extendedTo: Date | null;
  endedOn: Date | null;
  peopleCount: number;
  squadCount: number;
  deliverableCount: number;
  handedOverCount: number;
  progress: Progress;
};

export type GroupFilter = { which: 'running' | 'ended'; after?: string; size?: number };

/** Groups that are proposed or at work, or those that have ended; the latest to start first. */
export async function listGroups(
  { now }: Context,
  { which, after, size = PAGE_SIZE }: GroupFilter,
): Promise<Page<GroupLine>> {
  const [startsOn, id] = decodeTimeCursor(after) ?? [null, null];
  const ended = Prisma.sql`w.state IN ('CLOSED', 'DISBANDED')`;
  const rows = await db.$queryRaw<GroupLine[]>`
    ${selectLines}
    WHERE ${which === 'ended' ? ended : Prisma.sql`NOT ${ended}`}
      AND (${startsOn}::date IS NULL OR (w."startsOn", w.id) < (${startsOn}::date, ${id}))
    ORDER BY w."startsOn" DESC, w.id DESC LIMIT ${size + 1}`;
  return pageOf(withProgress(rows, now), size, (last) =>
    encodeCursor([last.startsOn.toISOString(), last.id]),
  );
}

/** The groups of a guild or tribe, or those in which people of a squad sit; the latest first. */
export async function listWorkingGroupsOfUnit(
  { now }: Context,
  unitId: string,
): Promise<GroupLine[]> {
  const rows = await db.$queryRaw<GroupLine[]>`
    ${selectLines}
    WHERE w."unitId" IN (SELECT p."unitId" FROM "UnitParent" p
                          WHERE p."parentId" = ${unitId} AND p."supersededAt" IS NULL)
       OR w.id IN (SELECT s."workingGroupId" FROM "WorkingGroupSeat" s WHERE s."squadId" = ${unitId})
    ORDER BY w."startsOn" DESC, w.id DESC LIMIT 12`;
  return withProgress(rows, now);
}

/** The groups in which a person holds or held a seat; the latest first. */
export async function listWorkingGroupsOfPerson(
  { now }: Context,
  personId: string,
): Promise<GroupLine[]> {
  const rows = await db.$queryRaw<GroupLine[]>`
    ${selectLines}
    WHERE w.id IN (SELECT s."workingGroupId" FROM "WorkingGroupSeat" s WHERE s."personId" = ${personId})
    ORDER BY w."startsOn" DESC, w.id DESC LIMIT 12`;
  return withProgress(rows, now);
}

export type MyGroup = GroupLine & {
  /** What is still to be handed over and due first. */
  nextDeliverable: { title: string; dueOn: Date; isOverdue: boolean } | null;
};

/** The groups I have a seat in that have not ended, with what is due next. */
export async function listMyWorkingGroups({ actor, now }: Context): Promise<MyGroup[]> {
  type Row = GroupLine & { nextTitle: string | null; nextDueOn: Date };
  const rows = await db.$queryRaw<Row[]>`
    SELECT line.*, next.title AS "nextTitle", next."dueOn" AS "nextDueOn"
      FROM (${selectLines}
        WHERE w.state NOT IN ('CLOSED', 'DISBANDED') AND EXISTS (
          SELECT 1 FROM "WorkingGroupSeat" s WHERE s."workingGroupId" = w.id
             AND s."personId" = ${actor.personId} AND s."leftOn" IS NULL)) line
      LEFT JOIN LATERAL (
        SELECT d.title, d."dueOn" FROM "Deliverable" d
         WHERE d."workingGroupId" = line.id AND d.state IN ('DRAFT', 'REVIEW')
         ORDER BY d."dueOn", d.position LIMIT 1) next ON true
     ORDER BY line."startsOn", line.id LIMIT 12`;
  return withProgress(rows, now).map(({ nextTitle, nextDueOn, ...line }) => ({
    ...line,
    nextDeliverable: nextTitle
      ? { title: nextTitle, dueOn: nextDueOn, isOverdue: nextDueOn < dayOf(now) }
      : null,
  }));
}

export async function listWorkingGroupsForSearch(
  _context: Context,
  ids: string[] | null,
  after: string | null,
): Promise<SearchSubject[]> {
  return db.$queryRaw<SearchSubject[]>`
    SELECT w.id AS "subjectId", u.name AS title, w.question AS subtitle,
           concat_ws(E'\n', w.charter, w."exitTest",
             (SELECT string_agg(d.title || E'\n' || d.description, E'\n' ORDER BY d.position)
                FROM "Deliverable" d WHERE d."workingGroupId" = w.id)) AS body,
           '/working-groups/' || u.slug AS address, w."unitId",
           GREATEST(w."createdAt", (SELECT max(e."recordedAt") FROM "DeliverableEvent" e
             JOIN "Deliverable" d ON d.id = e."deliverableId" WHERE d."workingGroupId" = w.id)) AS "changedAt"
      FROM "WorkingGroup" w JOIN "OrgUnit" u ON u.id = w."unitId"
     WHERE (${ids}::text[] IS NULL OR w.id = ANY (${ids}::text[]))
       AND (${after}::text IS NULL OR w.id > ${after})
     ORDER BY w.id LIMIT ${SEARCH_BATCH}`;
}

const selectLines = Prisma.sql`
  SELECT w.id, u.slug, u.name, w.question, w.state::text AS state, w."startsOn", w."plannedEndOn",
         w."extendedTo", w."endedOn", seats.people AS "peopleCount", seats.squads AS "squadCount",
         handed.every AS "deliverableCount", handed.over AS "handedOverCount"
    FROM "WorkingGroup" w
    JOIN "OrgUnit" u ON u.id = w."unitId"
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS people, count(DISTINCT s."squadId")::int AS squads
        FROM "WorkingGroupSeat" s
       WHERE s."workingGroupId" = w.id AND (s."leftOn" IS NULL OR s."leftOn" >= w."endedOn")) seats
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS every,
             (count(*) FILTER (WHERE d.state NOT IN ('DRAFT', 'REVIEW', 'DEPRECATED')))::int AS over
        FROM "Deliverable" d WHERE d."workingGroupId" = w.id) handed`;

function withProgress<Line extends GroupLine>(rows: Line[], now: Date): Line[] {
  return rows.map((row) => ({ ...row, progress: progressOn(row, dayOf(now)) }));
}
