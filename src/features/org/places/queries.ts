import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { countsOnDay } from '../periods/queries';

/** The squad that a unit is, and the guilds that it is or lies within. */
export type Place = { squadId: string | null; guildIds: string[] };

/** Where units stand today: for narrowing what belongs to them to a squad or a guild. */
export async function placesOfUnits(
  { now }: Context,
  unitIds: readonly string[],
): Promise<Map<string, Place>> {
  const today = dayOf(now);
  const rows = await db.$queryRaw<({ unitId: string } & Place)[]>`
    WITH RECURSIVE above AS (
      SELECT u.id AS "unitId", u.id, u.kind FROM "OrgUnit" u WHERE u.id = ANY (${unitIds}::text[])
      UNION
      SELECT a."unitId", u.id, u.kind FROM above a
        JOIN "UnitParent" p ON p."unitId" = a.id AND ${countsOnDay('p', today)}
        JOIN "OrgUnit" u ON u.id = p."parentId")
    SELECT "unitId", max(id) FILTER (WHERE id = "unitId" AND kind = 'SQUAD') AS "squadId",
           coalesce(array_agg(id) FILTER (WHERE kind IN ('GUILD', 'SUBGUILD')), '{}') AS "guildIds"
      FROM above GROUP BY "unitId"`;
  return new Map(rows.map(({ unitId, ...place }) => [unitId, place]));
}

/** The guilds and sub-guilds that people are in today. */
export async function guildsOfPeople(
  { now }: Context,
  personIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ personId: string; guildIds: string[] }[]>`
    SELECT m."personId", array_agg(DISTINCT m."unitId") AS "guildIds"
      FROM "Membership" m JOIN "OrgUnit" u ON u.id = m."unitId" AND u.kind IN ('GUILD', 'SUBGUILD')
     WHERE m."personId" = ANY (${personIds}::text[]) AND ${countsOnDay('m', dayOf(now))}
     GROUP BY m."personId"`;
  return new Map(rows.map(({ personId, guildIds }) => [personId, guildIds]));
}
