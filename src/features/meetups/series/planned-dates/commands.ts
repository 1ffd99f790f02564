import 'server-only';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { recordEvent } from '@/foundation/events';
import type { MeetupSeriesModel } from '@/foundation/prisma-client/models';
import { isMovedByHand } from '../../series-calendar';
import { type Placement, type PlannedDate, reconcileDates } from '../../series-change';

/** The dates of a series from a day on; one that has begun counts as settled on its own. */
export async function plannedDates(
  tx: Transaction,
  { now }: Context,
  series: MeetupSeriesModel,
  from: Date,
): Promise<PlannedDate[]> {
  const rows = await tx.meetup.findMany({
    where: { seriesId: series.id, occursOn: { gte: from } },
    select: {
      id: true,
      occursOn: true,
      startsAt: true,
      title: true,
      notes: true,
      cancelledAt: true,
      _count: { select: { agenda: true, rsvps: true } },
    },
  });
  return rows.map(({ id, occursOn, startsAt, title, notes, cancelledAt, _count }) => ({
    id,
    occursOn,
    startsAt,
    isTouched: _count.agenda + _count.rsvps > 0 || notes !== '' || title !== series.title,
    isCancelled: cancelledAt !== null,
    isMovedByHand: startsAt <= now || isMovedByHand(series, { occursOn, startsAt }),
  }));
}

type Change = {
  before: MeetupSeriesModel;
  series: MeetupSeriesModel;
  planned: PlannedDate[];
  placements: Placement[];
  reason: string;
};

/** Brings the planned dates in line with a changed series, and says what became of them. */
export async function applyChange(
  tx: Transaction,
  context: Context,
  { before, series, planned, placements, reason }: Change,
) {
  const { now } = context;
  const { kept, carried, cancelled, removed, added } = reconcileDates(planned, placements);
  const { id: seriesId, ownerUnitId, title, timeZone, location } = series;
  const shared = { timeZone, location };

  await tx.meetup.deleteMany({ where: { id: { in: removed } } });
  for (const { id, placement } of kept) {
    await tx.meetup.update({ where: { id }, data: { ...placement, ...shared } });
  }
  for (const { id, from, placement } of carried) {
    const data = { ...placement, ...shared, movedFrom: from, movedReason: reason };
    await tx.meetup.update({ where: { id }, data });
  }
  await tx.meetup.updateMany({
    where: { id: { in: cancelled } },
    data: { cancelledAt: now, cancelledReason: reason },
  });
  // A date with a title of its own keeps it.
  await tx.meetup.updateMany({
    where: { id: { in: [...kept, ...carried].map(({ id }) => id) }, title: before.title },
    data: { title },
  });
  await tx.meetup.createMany({
    data: added.map((placement) => ({ ...placement, seriesId, ownerUnitId, title, ...shared })),
    skipDuplicates: true,
  });
  const changedIds = [...kept, ...carried].map(({ id }) => id).concat(cancelled, removed);
  if (changedIds.length > 0) {
    await recordEvent(tx, context, 'meetup.changed', { meetupIds: changedIds });
  }
  return {
    carriedCount: carried.length,
    cancelledCount: cancelled.length,
    addedCount: added.length,
  };
}
