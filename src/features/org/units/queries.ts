import 'server-only';
import { dayOf } from '@/foundation/days';
import { Prisma, type Transaction } from '@/foundation/db';
import { NotFound } from '@/foundation/errors';
import { countsOnDay } from '../periods/queries';
import type { UnitKind } from '../schema';

/** What commands decide by: the unit, its life, and everything it stands beneath. */
export type UnitRecord = {
  id: string;
  kind: UnitKind;
  slug: string;
  name: string;
  validFrom: Date;
  validTo: Date | null;
  ancestorIds: string[];
  hasCharter: boolean;
};

/**
 * The unit as a command needs it. Who answers for it is who stands above it today, or on the nearest
 * day of its life when it has ended or not begun.
 */
export async function findUnitRecord(
  tx: Pick<Transaction, '$queryRaw'>,
  unitId: string,
  now: Date,
): Promise<UnitRecord | null> {
  const [unit] = await findUnitRecords(tx, [unitId], now);
  return unit ?? null;
}

/** @throws NotFound when there is no such unit */
export async function getUnitRecord(
  tx: Pick<Transaction, '$queryRaw'>,
  unitId: string,
  now: Date,
): Promise<UnitRecord> {
  const unit = await findUnitRecord(tx, unitId, now);
  if (!unit) throw new NotFound();
  return unit;
}

export async function findUnitRecords(
  tx: Pick<Transaction, '$queryRaw'>,
  unitIds: readonly string[],
  now: Date,
): Promise<UnitRecord[]> {
  if (unitIds.length === 0) return [];
  return tx.$queryRaw<UnitRecord[]>`
    WITH RECURSIVE asked AS (
      SELECT u.*, LEAST(GREATEST(${dayOf(now)}::date, u."validFrom"), COALESCE(u."validTo" - 1, 'infinity')) AS day
      FROM "OrgUnit" u WHERE u.id IN (${Prisma.join(unitIds)})
    ), above AS (
      SELECT a.id AS "unitId", p."parentId" AS id, a.day, 1 AS depth
      FROM asked a JOIN "UnitParent" p ON p."unitId" = a.id AND p."supersededAt" IS NULL
        AND p."validFrom" <= a.day AND (p."validTo" IS NULL OR p."validTo" > a.day)
      UNION ALL
      SELECT b."unitId", p."parentId", b.day, b.depth + 1
      FROM above b JOIN "UnitParent" p ON p."unitId" = b.id AND p."supersededAt" IS NULL
        AND p."validFrom" <= b.day AND (p."validTo" IS NULL OR p."validTo" > b.day)
    )
    SELECT a.id, a.kind::text AS kind, a.slug, unit_name_on(a.id, a.name, a.day) AS name, a."validFrom", a."validTo",
      ARRAY(SELECT b.id FROM above b WHERE b."unitId" = a.id ORDER BY b.depth) AS "ancestorIds",
      EXISTS (SELECT 1 FROM "WorkingGroup" w WHERE w."unitId" = a.id) AS "hasCharter"
    FROM asked a`;
}

/** All that stands beneath a unit on a day, whatever the depth. */
export async function findDescendants(
  tx: Pick<Transaction, '$queryRaw'>,
  unitId: string,
  day: Date,
): Promise<{ id: string; kind: UnitKind }[]> {
  return tx.$queryRaw`
    WITH RECURSIVE below AS (
      SELECT p."unitId" AS id FROM "UnitParent" p WHERE p."parentId" = ${unitId} AND ${countsOnDay('p', day)}
      UNION
      SELECT p."unitId" FROM below b JOIN "UnitParent" p ON p."parentId" = b.id AND ${countsOnDay('p', day)}
    )
    SELECT u.id, u.kind::text AS kind FROM below b JOIN "OrgUnit" u ON u.id = b.id`;
}
