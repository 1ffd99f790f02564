import { addDays, dayOf } from '@/foundation/days';
import { instantOf, meetingDays } from './recurrence';
import type { Placement } from './series-change';

/** What decides when a series meets. */
export type Schedule = {
  recurrenceRule: string;
  firstOn: Date;
  lastOn: Date | null;
  timeZone: string;
  localTime: string;
  durationMinutes: number;
};

/** Half a year of dates stands in the calendar: enough to offer a talk for, little to rearrange. */
const DAYS_AHEAD = 182;
/** Past dates may be entered too, so that a guild brings its history along. */
const DAYS_BACK = 3 * 366;
const MILLISECONDS_PER_MINUTE = 60_000;

export const horizonOf = (now: Date) => addDays(dayOf(now), DAYS_AHEAD);
export const earliestFirstDay = (now: Date) => addDays(dayOf(now), -DAYS_BACK);

/** Where a schedule places its dates from one day to another, both included. */
export function placementsOf(schedule: Schedule, from: Date, until: Date): Placement[] {
  const { recurrenceRule: rule, firstOn, lastOn, localTime, timeZone, durationMinutes } = schedule;
  return meetingDays({ rule, firstOn, lastOn }, from, until).map((occursOn) => {
    const startsAt = instantOf(occursOn, localTime, timeZone);
    const endsAt = new Date(startsAt.getTime() + durationMinutes * MILLISECONDS_PER_MINUTE);
    return { occursOn, startsAt, endsAt };
  });
}

/** Whether a date stands elsewhere than where its schedule placed it. */
export function isMovedByHand(
  schedule: Schedule,
  { occursOn, startsAt }: { occursOn: Date; startsAt: Date },
): boolean {
  return +instantOf(occursOn, schedule.localTime, schedule.timeZone) !== +startsAt;
}
