import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, type Transaction } from '@/foundation/db';
import { canView } from '../policy';
import type { UnitKind } from '../schema';
import { carriesItsPeople } from './succession';

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

/** What a split has to send somewhere: the people of a squad or chapter, or the units within another unit. */
export async function listWhatASplitAssigns(
  { actor, now }: Context,
  unit: { id: string; kind: UnitKind },
): Promise<{ id: string; name: string }[]> {
  if (!canView(actor)) return [];
  if (!carriesItsPeople(unit.kind)) return findChildrenFrom(db, unit.id, dayOf(now));
  return db.$queryRaw`
    SELECT p.id, p.name FROM "Person" p WHERE EXISTS (
      SELECT 1 FROM "Membership" m WHERE m."personId" = p.id AND m."unitId" = ${unit.id}
        AND m."supersededAt" IS NULL AND (m."validTo" IS NULL OR m."validTo" > ${dayOf(now)}::date))
    ORDER BY plain_text(p.name), p.id`;
}
