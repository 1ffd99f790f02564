import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { SEARCH_BATCH, type SearchSubject } from '@/foundation/search-subject';
import type { AgendaItemKind } from '../schema';

export type AgendaItemView = {
  id: string;
  position: number;
  kind: AgendaItemKind;
  title: string;
  summary: string;
  minutes: number;
  techniqueId: string | null;
  presenter: { id: string; name: string; handle: string } | null;
  squad: { name: string; slug: string } | null;
  /** I present this item and may word it. */
  isMine: boolean;
};

type Row = Omit<AgendaItemView, 'presenter' | 'squad' | 'isMine'> & {
  presenterId: string | null;
  presenterName: string;
  presenterHandle: string;
  squadName: string | null;
  squadSlug: string;
};

/** The items of one date in their order; an agenda is as long as a meeting, so it has no pages. */
export async function listAgenda({ actor }: Context, meetupId: string): Promise<AgendaItemView[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id, a.position, a.kind::text AS kind, a.title, a.summary, a.minutes, a."techniqueId",
           p.id AS "presenterId", p.name AS "presenterName", p.handle AS "presenterHandle",
           u.name AS "squadName", u.slug AS "squadSlug"
      FROM "AgendaItem" a
      LEFT JOIN "Person" p ON p.id = a."presenterId"
      LEFT JOIN "OrgUnit" u ON u.id = a."squadId"
     WHERE a."meetupId" = ${meetupId} ORDER BY a.position`;
  return rows.map(
    ({ presenterId, presenterName, presenterHandle, squadName, squadSlug, ...item }) => ({
      ...item,
      presenter: presenterId
        ? { id: presenterId, name: presenterName, handle: presenterHandle }
        : null,
      squad: squadName ? { name: squadName, slug: squadSlug } : null,
      isMine: presenterId !== null && presenterId === actor.personId,
    }),
  );
}

export type SuggestedPresenter = { handle: string; name: string };

/** People to propose while a presenter's name is typed: members of the unit that holds the date. */
export async function listSuggestedPresenters(
  _context: Context,
  meetupId: string,
): Promise<SuggestedPresenter[]> {
  return db.$queryRaw<SuggestedPresenter[]>`
    SELECT DISTINCT p.name, p.handle
      FROM "Meetup" m
      JOIN "Membership" s ON s."unitId" = m."ownerUnitId" AND s."supersededAt" IS NULL
       AND s."validFrom" <= m."occursOn" AND (s."validTo" IS NULL OR m."occursOn" < s."validTo")
      JOIN "Person" p ON p.id = s."personId" AND p."leftOn" IS NULL
     WHERE m.id = ${meetupId} ORDER BY p.name, p.handle LIMIT 200`;
}

/**
 * Talks and other agenda items for the search index; those of a cancelled date are not found.
 * @param meetupIds the dates they belong to; null for all
 */
export async function listTalksForSearch(
  _context: Context,
  meetupIds: string[] | null,
  after: string | null,
): Promise<SearchSubject[]> {
  return db.$queryRaw<SearchSubject[]>`
    SELECT a.id AS "subjectId", a."meetupId" AS "partOf", a.title,
           concat_ws(' · ', p.name, m.title, to_char(m."startsAt" AT TIME ZONE m."timeZone", 'FMDD FMMonth YYYY')) AS subtitle,
           a.summary AS body, '/meetups/' || m.id AS address,
           coalesce(a."squadId", m."ownerUnitId") AS "unitId", m."startsAt" AS "changedAt"
      FROM "AgendaItem" a
      JOIN "Meetup" m ON m.id = a."meetupId" AND m."cancelledAt" IS NULL
      LEFT JOIN "Person" p ON p.id = a."presenterId"
     WHERE (${meetupIds}::text[] IS NULL OR a."meetupId" = ANY (${meetupIds}::text[]))
       AND (${after}::text IS NULL OR a.id > ${after})
     ORDER BY a.id LIMIT ${meetupIds ? null : SEARCH_BATCH}`;
}
