import 'server-only';
import type { Transaction } from '@/foundation/db';
import type { UnitKind } from '../schema';

export type ChildUnit = { id: string; kind: UnitKind; name: string };

/** Units that stand directly beneath another on a day or will later. */
export async function findChildrenFrom(
  tx: Pick<Transaction, '$queryRaw'>,
  unitId: string,
  day: Date,
): Promise<ChildUnit[]> {
  return tx.$queryRaw`
    SELECT DISTINCT u.id, u.kind::text AS kind, u.name
    FROM "UnitParent" p JOIN "OrgUnit" u ON u.id = p."unitId"
    WHERE p."parentId" = ${unitId} AND p."supersededAt" IS NULL
      AND (p."validTo" IS NULL OR p."validTo" > ${day}::date)
      AND (u."validTo" IS NULL OR u."validTo" > ${day}::date)`;
}

export async function findRenames(tx: Pick<Transaction, 'unitSuccession'>, unitId: string) {
  const rows = await tx.unitSuccession.findMany({
    where: { predecessorId: unitId, kind: 'RENAME' },
    select: { effectiveOn: true, recordedAt: true, nameBefore: true, nameAfter: true },
  });
  return rows.map((row) => ({
    ...row,
    nameBefore: row.nameBefore ?? '',
    nameAfter: row.nameAfter ?? '',
  }));
}
