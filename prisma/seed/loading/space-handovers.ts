import type { Transaction } from '@/foundation/db';
import { spaceHandovers } from '../wiki-spaces';
import type { Calendar } from './calendar';
import { idOf } from './identifiers';
import { personId, unitId } from './organisation';

/** Who kept spaces before, and which one is offered to another unit. */
export async function loadSpaceHandovers(tx: Transaction, calendar: Calendar): Promise<void> {
  await tx.spaceHandover.createMany({
    data: spaceHandovers.map(({ space, from, to, ago, by, takenBy, note }) => {
      const at = calendar.at(ago, `${space} to ${to}`);
      return {
        spaceId: idOf('space', space),
        fromUnitId: unitId(from),
        toUnitId: unitId(to),
        askedById: personId(by),
        askedAt: at,
        note,
        answer: takenBy ? ('ACCEPTED' as const) : null,
        answeredById: takenBy ? personId(takenBy) : null,
        answeredAt: takenBy ? at : null,
      };
    }),
  });
}
