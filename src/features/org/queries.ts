import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import { SEARCH_BATCH, type SearchSubject } from '@/foundation/search-subject';
import { countsOnDay } from './periods/queries';
import { canView } from './policy';

/** People as the search index holds them: who they are now, also when they have left. */
export async function listPeopleForSearch(
  { actor, now }: Context,
  ids: string[] | null,
  after: string | null,
): Promise<SearchSubject[]> {
  if (!canView(actor)) return [];
  const today = dayOf(now);
  return db.$queryRaw<SearchSubject[]>`
    SELECT p.id AS "subjectId", p.name AS title,
      CASE WHEN p."leftOn" <= ${today}::date THEN 'Left the company'
        ELSE concat_ws(' · ', NULLIF(p.headline, ''), home.name) END AS subtitle,
      concat_ws(E'\n', array_to_string(p.skills || p."askMeAbout", ', '), p.about) AS body,
      '/people/' || p.handle AS address, home.id AS "unitId", p."updatedAt" AS "changedAt"
    FROM "Person" p
    LEFT JOIN LATERAL (
      SELECT u.id, u.name FROM "Membership" m JOIN "OrgUnit" u ON u.id = m."unitId"
      WHERE m."personId" = p.id AND m."isPrimary" AND ${countsOnDay('m', today)} LIMIT 1
    ) home ON true
    WHERE ${among('p', ids, after)}
    ORDER BY p.id LIMIT ${ids ? ids.length : SEARCH_BATCH}`;
}

/** Units as the search index holds them, findable by the names they had before. Chartered working groups speak for themselves. */
export async function listUnitsForSearch(
  { actor, now }: Context,
  ids: string[] | null,
  after: string | null,
): Promise<SearchSubject[]> {
  if (!canView(actor)) return [];
  const today = dayOf(now);
  return db.$queryRaw<SearchSubject[]>`
    SELECT u.id AS "subjectId", unit_name_on(u.id, u.name, ${today}::date) AS title,
      concat_ws(' · ', CASE u.kind WHEN 'SUBGUILD' THEN 'Sub-guild' WHEN 'WORKING_GROUP' THEN 'Working group' ELSE initcap(u.kind::text) END, above.name,
        CASE WHEN u."validTo" <= ${today}::date THEN 'ended' END) AS subtitle,
      concat_ws(E'\n', u.purpose, former.names) AS body,
      '/org/' || u.slug AS address,
      u.id AS "unitId", u."updatedAt" AS "changedAt"
    FROM "OrgUnit" u
    LEFT JOIN LATERAL (
      SELECT a.name FROM "UnitParent" p JOIN "OrgUnit" a ON a.id = p."parentId"
      WHERE p."unitId" = u.id AND ${countsOnDay('p', today)} LIMIT 1
    ) above ON true
    LEFT JOIN LATERAL (
      SELECT 'Formerly ' || string_agg(DISTINCT s."nameBefore", ', ') AS names
      FROM "UnitSuccession" s WHERE s."predecessorId" = u.id AND s.kind = 'RENAME'
    ) former ON true
    WHERE ${among('u', ids, after)}
      AND NOT EXISTS (SELECT 1 FROM "WorkingGroup" w WHERE w."unitId" = u.id)
    ORDER BY u.id LIMIT ${ids ? ids.length : SEARCH_BATCH}`;
}

function among(alias: string, ids: string[] | null, after: string | null): Prisma.Sql {
  const id = Prisma.raw(`${alias}.id`);
  const meant = ids ? Prisma.sql`${id} = ANY (${ids})` : Prisma.sql`true`;
  return after ? Prisma.sql`${meant} AND ${id} > ${after}` : meant;
}
