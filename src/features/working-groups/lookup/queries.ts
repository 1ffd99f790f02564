import 'server-only';
import type { Transaction } from '@/foundation/db';
import type { UnitKind } from '@/foundation/prisma-client/enums';

/** Somebody by handle, else by a whole name that only one person has. */
export async function findPersonNamed(tx: Transaction, text: string) {
  const select = { id: true, name: true } as const;
  const handle = text.toLowerCase().replace(/^@/, '');
  const byHandle = await tx.person.findUnique({ where: { handle }, select });
  if (byHandle) return byHandle;
  const byName = await tx.person.findMany({
    where: { name: { equals: text, mode: 'insensitive' } },
    select,
    take: 2,
  });
  return byName.length === 1 ? (byName[0] ?? null) : null;
}

/** A unit of one of these kinds by its address, else by a whole name that only one has. */
export async function findUnitNamed(tx: Transaction, kinds: UnitKind[], text: string) {
  const select = { id: true, name: true, kind: true, slug: true } as const;
  const bySlug = await tx.orgUnit.findUnique({ where: { slug: text.toLowerCase() }, select });
  if (bySlug && kinds.includes(bySlug.kind)) return bySlug;
  const byName = await tx.orgUnit.findMany({
    where: { kind: { in: kinds }, name: { equals: text, mode: 'insensitive' } },
    select,
    take: 2,
  });
  return byName.length === 1 ? (byName[0] ?? null) : null;
}

/** The squad that is a person's home on a day. */
export async function findHomeSquadId(
  tx: Transaction,
  personId: string,
  on: Date,
): Promise<string | null> {
  const home = await tx.membership.findFirst({
    where: {
      personId,
      isPrimary: true,
      supersededAt: null,
      validFrom: { lte: on },
      OR: [{ validTo: null }, { validTo: { gt: on } }],
    },
    select: { unitId: true },
  });
  return home?.unitId ?? null;
}
