import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { canOpenSpace, OWNS_SPACES } from '../policy';

const UNITS_TO_CHOOSE_FROM = 1_000;

/** Units that the actor may open a space for. */
export async function listUnitsToOpenFor({ actor, now }: Context) {
  const own = actor.memberships
    .filter(({ unitId, kind }) => OWNS_SPACES.includes(kind) && canOpenSpace(actor, unitId))
    .map(({ unitId }) => unitId);
  if (!actor.isAdministrator && own.length === 0) return [];
  return db.orgUnit.findMany({
    where: {
      ...(actor.isAdministrator ? { kind: { in: [...OWNS_SPACES] } } : { id: { in: own } }),
      OR: [{ validTo: null }, { validTo: { gt: dayOf(now) } }],
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: UNITS_TO_CHOOSE_FROM,
  });
}
