import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { transact } from '@/foundation/transaction';
import { extendSeries, lockSeries } from './series/commands';

/**
 * Keeps half a year of dates of every running series in the calendar; meant to be called daily.
 * Doing it twice, or on two machines at once, adds nothing twice.
 */
export async function extendAllSeries(context: Context): Promise<{ addedCount: number }> {
  authorize(context.actor.isAdministrator);
  const running = await db.meetupSeries.findMany({
    where: { OR: [{ lastOn: null }, { lastOn: { gte: dayOf(context.now) } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  let addedCount = 0;
  for (const { id } of running) {
    // One transaction each: a series that somebody is changing holds up none of the others for long.
    addedCount += await transact(async (tx) =>
      extendSeries(tx, context, await lockSeries(tx, context, id)),
    );
  }
  return { addedCount };
}
