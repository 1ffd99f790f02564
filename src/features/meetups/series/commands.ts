import 'server-only';
import type { z } from 'zod';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { addDays, dayOf, formatDay } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize, Conflict, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import type { MeetupSeriesModel } from '@/foundation/prisma-client/models';
import { slugFrom } from '@/foundation/slug';
import { transact } from '@/foundation/transaction';
import { canRunMeetups } from '../policy';
import { listHostUnitIds } from '../queries';
import { isTimeZone, recurrenceFault, wallClock } from '../recurrence';
import { earliestFirstDay, horizonOf, placementsOf, type Schedule } from '../series-calendar';
import { ruleOf } from '../series-pattern';
import { applyChange, plannedDates } from './planned-dates/commands';
import type { changeSeriesInput, createSeriesInput, endSeriesInput } from './schema';

type Refusal = { ok: false; reason: 'unknown-time-zone' | 'rule'; sentence?: string };

/** Starts a guild's series and puts its dates into the calendar. */
export async function createSeries(context: Context, input: z.output<typeof createSeriesInput>) {
  const { unitId, title, purpose, location, ...rest } = input;
  const schedule = scheduleOf(rest, rest.firstOn);
  if ('ok' in schedule) return schedule;
  if (rest.firstOn < earliestFirstDay(context.now)) {
    return { ok: false, reason: 'too-long-ago' } as const;
  }
  return transact(async (tx) => {
    const unit = await tx.orgUnit.findUnique({ where: { id: unitId }, select: { id: true } });
    if (!unit) throw new NotFound();
    const hostUnitIds = await listHostUnitIds(tx, unitId, dayOf(context.now));
    authorize(canRunMeetups(context.actor, { hostUnitIds }));
    const details = { ownerUnitId: unitId, title, purpose, location };
    const series = await insertSeries(tx, context, { ...details, ...schedule });
    if (!series) throw new Conflict('This series already exists.');
    return { ok: true, seriesId: series.id, slug: series.slug } as const;
  });
}

export type NewSeries = Schedule &
  Pick<MeetupSeriesModel, 'ownerUnitId' | 'title' | 'purpose' | 'location'> & {
    externalKey?: string;
  };

/** Writes a series under the first free address and fills its calendar; null when its source already has one. */
export async function insertSeries(tx: Transaction, context: Context, details: NewSeries) {
  const base = slugFrom(details.title);
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    const data = { ...details, slug, createdAt: context.now, createdById: context.actor.personId };
    // Skipping a taken address is free of races, unlike looking first.
    const [series] = await tx.meetupSeries.createManyAndReturn({ data, skipDuplicates: true });
    if (!series && details.externalKey) {
      const where = { externalKey: details.externalKey };
      if (await tx.meetupSeries.findUnique({ where, select: { id: true } })) return null;
    }
    if (!series) continue;
    await extendSeries(tx, context, series);
    await recordChange(tx, context, series.id, 'series.created', { after: told(series) });
    return series;
  }
}

/**
 * Lets a series follow another rule, hour, zone or place from a day on. Dates before that day and
 * dates that have begun stay as they were; see series-change.ts for the others.
 */
export async function changeSeries(context: Context, input: z.output<typeof changeSeriesInput>) {
  const { seriesId, fromOn, reason, title, purpose, location, ...rest } = input;
  const schedule = scheduleOf(rest, fromOn);
  if ('ok' in schedule) return schedule;
  return transact(async (tx) => {
    const before = await lockSeries(tx, context, seriesId);
    const today = wallClock(context.now, before.timeZone).day;
    if (fromOn < today) return { ok: false, reason: 'in-the-past' } as const;
    if (fromOn > horizonOf(context.now)) return { ok: false, reason: 'too-far' } as const;

    // Until that day the old rule goes on, so its dates must be there before it is forgotten.
    await extendSeries(tx, context, before, addDays(fromOn, -1));
    const data = { title, purpose, location, ...schedule };
    const series = await tx.meetupSeries.update({ where: { id: seriesId }, data });
    const planned = await plannedDates(tx, context, before, fromOn);
    const placements = placementsOf(series, fromOn, horizonOf(context.now)).filter(
      ({ startsAt }) => startsAt > context.now,
    );
    const changed = await applyChange(tx, context, { before, series, planned, placements, reason });
    const audit = { before: told(before), after: told(series), reason };
    await recordChange(tx, context, seriesId, 'series.changed', audit);
    return { ok: true, slug: series.slug, ...changed } as const;
  });
}

/** Ends a series after a day. What is planned later is called off, or removed where nothing was prepared. */
export async function endSeries(context: Context, input: z.output<typeof endSeriesInput>) {
  const { seriesId, lastOn, reason } = input;
  return transact(async (tx) => {
    const before = await lockSeries(tx, context, seriesId);
    if (lastOn < before.firstOn) return { ok: false, reason: 'before-first' } as const;
    const series = await tx.meetupSeries.update({ where: { id: seriesId }, data: { lastOn } });
    await extendSeries(tx, context, series);
    const planned = await plannedDates(tx, context, before, addDays(lastOn, 1));
    const all = planned.map((date) => ({ ...date, isMovedByHand: false }));
    const changed = await applyChange(tx, context, {
      before,
      series,
      planned: all.filter(({ startsAt }) => startsAt > context.now),
      placements: [],
      reason,
    });
    const audit = { before: told(before), after: told(series), reason };
    await recordChange(tx, context, seriesId, 'series.ended', audit);
    return { ok: true, slug: series.slug, ...changed } as const;
  });
}

/** Puts the dates of a series into the calendar up to a day. Those that are there stay as they are. */
export async function extendSeries(
  tx: Transaction,
  { now }: Context,
  series: MeetupSeriesModel,
  until = horizonOf(now),
): Promise<number> {
  const { id, ownerUnitId, title, timeZone, location } = series;
  const placements = placementsOf(series, series.firstOn, until);
  const data = placements.map((placement) => ({
    ...placement,
    seriesId: id,
    ownerUnitId,
    title,
    timeZone,
    location,
  }));
  const { count } = await tx.meetup.createMany({ data, skipDuplicates: true });
  return count;
}

/** Holds a series until the transaction ends; two changes of it, or a change and an extension, queue up. */
export async function lockSeries(tx: Transaction, context: Context, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "MeetupSeries" WHERE id = ${id} FOR UPDATE`;
  const series = await tx.meetupSeries.findUnique({ where: { id } });
  if (!series) throw new NotFound();
  const hostUnitIds = await listHostUnitIds(tx, series.ownerUnitId, dayOf(context.now));
  authorize(canRunMeetups(context.actor, { hostUnitIds }));
  return series;
}

type ScheduleInput = Pick<
  z.output<typeof createSeriesInput>,
  'pattern' | 'rule' | 'timeZone' | 'localTime' | 'durationMinutes' | 'lastOn'
>;

function scheduleOf(input: ScheduleInput, firstOn: Date): Schedule | Refusal {
  const { pattern, rule, timeZone, localTime, durationMinutes, lastOn } = input;
  if (!isTimeZone(timeZone)) return { ok: false, reason: 'unknown-time-zone' };
  const recurrenceRule = ruleOf(pattern, firstOn, rule);
  const fault = recurrenceFault(recurrenceRule);
  if (fault) return { ok: false, reason: 'rule', sentence: fault };
  if (lastOn && lastOn < firstOn) {
    return { ok: false, reason: 'rule', sentence: 'The last date lies before the first.' };
  }
  return { recurrenceRule, firstOn, lastOn, timeZone, localTime, durationMinutes };
}

async function recordChange(
  tx: Transaction,
  context: Context,
  seriesId: string,
  action: string,
  change: Omit<Parameters<typeof recordAudit>[2], 'action' | 'subjectKind' | 'subjectId'>,
) {
  const subject = { subjectKind: 'meetup-series', subjectId: seriesId };
  await recordAudit(tx, context, { action, ...subject, ...change });
  await recordEvent(tx, context, 'series.changed', { seriesId });
}

function told(series: MeetupSeriesModel) {
  const { title, timeZone, recurrenceRule, localTime, durationMinutes, location } = series;
  return {
    title,
    timeZone,
    recurrenceRule,
    localTime,
    durationMinutes,
    location,
    firstOn: formatDay(series.firstOn),
    lastOn: series.lastOn && formatDay(series.lastOn),
  };
}
