import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import { env } from '@/foundation/env';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';

export type DemoPerson = {
  id: string;
  name: string;
  headline: string;
  squad: string | null;
  isAdministrator: boolean;
};

const DEMO_PAGE_SIZE = 12;

export const isDemoOn = () => env.GUILDHALL_DEMO;

/** The people of the demo guild as whom anyone may sign in; nobody when demo mode is off. */
export async function listDemoPeople(
  { now }: Context,
  { search, cursor }: { search?: string; cursor?: string },
): Promise<Page<DemoPerson>> {
  if (!isDemoOn()) return { items: [], nextCursor: null };
  const today = dayOf(now);
  const words = (search ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 5);
  const after = decodeCursor(cursor, 2);
  const rows = await db.$queryRaw<DemoPerson[]>`
    SELECT p.id, p.name, p.headline, squad.name AS squad,
           coalesce(u."isAdministrator", false) AS "isAdministrator"
      FROM "Person" p
      LEFT JOIN "User" u ON u."personId" = p.id
      LEFT JOIN "Membership" m ON m."personId" = p.id AND m."isPrimary" AND m."supersededAt" IS NULL
        AND m."validFrom" <= ${today}::date AND (m."validTo" IS NULL OR ${today}::date < m."validTo")
      LEFT JOIN "OrgUnit" squad ON squad.id = m."unitId"
     WHERE p."deactivatedAt" IS NULL AND (p."leftOn" IS NULL OR ${today}::date < p."leftOn")
       ${Prisma.join(
         [
           Prisma.empty,
           ...words.map(
             (word) =>
               Prisma.sql`AND concat_ws(' ', p.name, p.headline, squad.name, CASE WHEN u."isAdministrator" THEN 'administrator' END) ILIKE ${like(word)}`,
           ),
         ],
         ' ',
       )}
       ${after ? Prisma.sql`AND (p.name, p.id) > (${after[0]}, ${after[1]})` : Prisma.empty}
     ORDER BY p.name, p.id
     LIMIT ${DEMO_PAGE_SIZE + 1}`;
  return pageOf(rows, DEMO_PAGE_SIZE, (last) => encodeCursor([last.name, last.id]));
}

const like = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;
