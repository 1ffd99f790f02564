import 'server-only';
import type { Context } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import { authorize } from '@/foundation/errors';
import type { ImportedScheduleModel } from '@/foundation/prisma-client/models';
import { transact } from '@/foundation/transaction';
import { canAdoptImportedSchedules } from '../../policy';
import { isTimeZone, meetingDays, recurrenceFault } from '../../recurrence';
import { insertSeries, type NewSeries } from '../commands';
import { listAdoptableSchedules } from './queries';

/** No import tells how long a meeting lasts; an hour is usual, and a lead changes it on the series. */
const USUAL_MINUTES = 60;
const A_YEAR_AND_A_DAY = 367;

export type Adoption = { startedCount: number; passedOver: { title: string; sentence: string }[] };

/**
 * Starts a series for every imported schedule that was understood and has none yet. What was not
 * understood waits for a person. Doing it again, or twice at once, starts nothing twice.
 */
export async function adoptImportedSchedules(context: Context): Promise<Adoption> {
  authorize(
    canAdoptImportedSchedules(context.actor),
    'Only administrators start series from imported schedules.',
  );
  const adoption: Adoption = { startedCount: 0, passedOver: [] };
  for (const schedule of await listAdoptableSchedules(context)) {
    const details = detailsOf(schedule, dayOf(context.now));
    if ('sentence' in details) {
      adoption.passedOver.push({ title: schedule.title, sentence: details.sentence });
      continue;
    }
    // One transaction each: what is started stays started when a later one fails.
    const series = await transact((tx) => insertSeries(tx, context, details));
    if (series) adoption.startedCount += 1;
  }
  return adoption;
}

function detailsOf(schedule: ImportedScheduleModel, today: Date): NewSeries | { sentence: string } {
  const { recurrenceRule, timeZone, localTime } = schedule;
  if (!recurrenceRule || !timeZone || !localTime) return { sentence: 'It was not understood.' };
  if (!isTimeZone(timeZone)) return { sentence: `The zone ${timeZone} is not known.` };
  const fault = recurrenceFault(recurrenceRule);
  if (fault) return { sentence: fault };
  return {
    ownerUnitId: schedule.unitId,
    externalKey: schedule.externalKey,
    title: schedule.title.slice(0, 140),
    purpose: schedule.originalText,
    location: firstLink(schedule.links),
    recurrenceRule,
    timeZone,
    localTime,
    durationMinutes: USUAL_MINUTES,
    firstOn: nextDayOf(recurrenceRule, schedule.firstOn, today),
    lastOn: null,
  };
}

/**
 * The next day on which it meets. Every second week is counted from a day on which it met, where
 * the source names one; the dates since then are not made up.
 */
function nextDayOf(rule: string, firstOn: Date | null, today: Date): Date {
  const series = { rule, firstOn: firstOn ?? today, lastOn: null };
  return meetingDays(series, today, addDays(today, A_YEAR_AND_A_DAY))[0] ?? today;
}

function firstLink(links: unknown): string {
  const texts = typeof links === 'object' && links !== null ? Object.values(links) : [];
  const link = texts.find((text) => typeof text === 'string' && /^https?:\/\//.test(text));
  return typeof link === 'string' ? link.slice(0, 300) : '';
}
