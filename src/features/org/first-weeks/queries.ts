import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { countsOnDay } from '../periods/queries';
import { canView } from '../policy';
import type { UnitKind } from '../schema';
import { isInFirstWeeks } from './first-weeks';

/** A unit somebody belongs to, with whom to ask there. */
export type FirstPlace = {
  kind: UnitKind;
  slug: string;
  name: string;
  leads: { handle: string; name: string }[];
};

export type FirstWeeks = { places: FirstPlace[]; saysWhatToAsk: boolean };

type Row = {
  firstDay: Date | null;
  firstDayOfAll: Date | null;
  saysWhatToAsk: boolean;
  places: FirstPlace[];
};

/** The actor's own people, while they are new here; null for everybody else. */
export async function getFirstWeeks({ actor, now }: Context): Promise<FirstWeeks | null> {
  if (!canView(actor) || actor.personId === null) return null;
  const today = dayOf(now);
  const unitIds = actor.memberships.map(({ unitId }) => unitId);
  const [row] = await db.$queryRaw<Row[]>`
    SELECT (SELECT min(m."validFrom") FROM "Membership" m
             WHERE m."personId" = p.id AND m."supersededAt" IS NULL) AS "firstDay",
      (SELECT min(u."validFrom") FROM "OrgUnit" u) AS "firstDayOfAll",
      cardinality(p."askMeAbout") > 0 AS "saysWhatToAsk",
      COALESCE((SELECT json_agg(json_build_object('kind', u.kind, 'slug', u.slug,
          'name', unit_name_on(u.id, u.name, ${today}::date), 'leads', u.leads) ORDER BY u.name)
        FROM (
          SELECT one.*, COALESCE((
            SELECT json_agg(json_build_object('handle', l.handle, 'name', l.name) ORDER BY l.name)
            FROM "Membership" m JOIN "Person" l ON l.id = m."personId"
            WHERE m."unitId" = one.id AND m.role IN ('LEAD', 'CHAPTER_LEAD')
              AND ${countsOnDay('m', today)} AND l.id <> p.id), '[]') AS leads
          FROM "OrgUnit" one
          WHERE one.id = ANY (${unitIds}) AND one.kind IN ('SQUAD', 'CHAPTER', 'GUILD', 'SUBGUILD')
        ) u), '[]') AS places
    FROM "Person" p WHERE p.id = ${actor.personId}`;
  if (!row || !isInFirstWeeks(row, today)) return null;
  return { places: row.places, saysWhatToAsk: row.saysWhatToAsk };
}
