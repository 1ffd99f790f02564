import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, type Transaction } from '@/foundation/db';
import type { SquadRef } from '../journey';

type Place = { personId: string; squadId: string };

/** The squads that people belonged to on the day of a meetup, but for those whose technique it is. */
export async function findPlacesAt(
  client: Transaction,
  keeperSquadIds: readonly string[],
  meetup: { startsAt: Date; attendeeIds: readonly string[] },
): Promise<Place[]> {
  const on = dayOf(meetup.startsAt);
  const places = await client.membership.findMany({
    where: {
      personId: { in: [...meetup.attendeeIds] },
      unitKind: 'SQUAD',
      unitId: { notIn: [...keeperSquadIds] },
      // A guest is with a squad, but the squad has not heard of it through a guest.
      role: { not: 'GUEST' },
      supersededAt: null,
      validFrom: { lte: on },
      OR: [{ validTo: null }, { validTo: { gt: on } }],
    },
    select: { personId: true, unitId: true },
    distinct: ['personId', 'unitId'],
  });
  return places.map(({ personId, unitId }) => ({ personId, squadId: unitId }));
}

/** Which squads would have heard of a technique at a meetup: squads, never the people. */
export async function listSquadsOn(
  _context: Context,
  { keeperSquadIds }: { keeperSquadIds: readonly string[] },
  meetup: { startsAt: Date; attendeeIds: readonly string[] },
): Promise<SquadRef[]> {
  const places = await findPlacesAt(db, keeperSquadIds, meetup);
  return db.orgUnit.findMany({
    where: { id: { in: places.map(({ squadId }) => squadId) } },
    select: { id: true, slug: true, name: true },
    orderBy: { name: 'asc' },
  });
}
