import 'server-only';
import type { Transaction } from '@/foundation/db';
import { NotFound } from '@/foundation/errors';
import type { UnitKind } from '../schema';
import type { Held } from './membership-period';

const heldColumns = {
  id: true,
  personId: true,
  unitId: true,
  unitKind: true,
  role: true,
  isPrimary: true,
  validFrom: true,
  validTo: true,
  endReason: true,
  note: true,
} as const;

export type HeldBy = Held & { personId: string };

/** A person's memberships that still count, of all times. */
export async function findHeld(
  tx: Pick<Transaction, 'membership'>,
  personId: string,
  kinds?: readonly UnitKind[],
): Promise<HeldBy[]> {
  return tx.membership.findMany({
    where: { personId, supersededAt: null, ...(kinds && { unitKind: { in: [...kinds] } }) },
    select: heldColumns,
    orderBy: { validFrom: 'asc' },
  });
}

/** A unit's memberships that hold on a day or begin after it. */
export async function findHeldInUnit(
  tx: Pick<Transaction, 'membership'>,
  unitId: string,
  from: Date,
): Promise<HeldBy[]> {
  return tx.membership.findMany({
    where: { unitId, supersededAt: null, OR: [{ validTo: null }, { validTo: { gt: from } }] },
    select: heldColumns,
    orderBy: [{ personId: 'asc' }, { validFrom: 'asc' }],
  });
}

/** @throws NotFound when it does not exist or no longer counts */
export async function getHeld(
  tx: Pick<Transaction, 'membership'>,
  membershipId: string,
): Promise<HeldBy> {
  const held = await tx.membership.findFirst({
    where: { id: membershipId, supersededAt: null },
    select: heldColumns,
  });
  if (!held) throw new NotFound();
  return held;
}
