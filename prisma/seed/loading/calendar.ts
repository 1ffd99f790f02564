import { addDays, dayInZone } from '@/foundation/days';
import type { SeriesSeed } from '../meetups/meetup';
import { company, type DaysAgo } from '../world';
import { fraction } from './identifiers';

const MILLISECONDS_PER_MINUTE = 60_000;
const FIRST_WORKING_MINUTE = 9 * 60;
const WORKING_MINUTES = 7 * 60;

/** Turns "so many days ago" into days and instants, counted from the day of loading. */
export class Calendar {
  readonly today: Date;

  constructor(readonly now: Date) {
    this.today = dayInZone(now, company.zone);
  }

  day(ago: DaysAgo): Date {
    return addDays(this.today, -ago);
  }

  /** Work is done on working days: what would fall on a weekend happened on the Friday before. */
  workday(ago: DaysAgo): Date {
    const day = this.day(ago);
    const weekday = isoWeekday(day);
    return weekday > 5 ? addDays(day, 5 - weekday) : day;
  }

  /** A time within working hours of that day, always the same for the same key, never still to come. */
  instant(day: Date, key: string): Date {
    const minutes = FIRST_WORKING_MINUTE + Math.floor(fraction(`minute ${key}`) * WORKING_MINUTES);
    return new Date(Math.min(day.getTime() + minutes * MILLISECONDS_PER_MINUTE, +this.now));
  }

  at(ago: DaysAgo, key: string): Date {
    return this.instant(this.workday(ago), key);
  }

  /** The day of a series' date: cycle 0 is the next one ahead, 1 the last one, and so on. */
  meeting({ weekday, weeksAhead, everyWeeks }: SeriesSeed, cycle: number): Date {
    const untilWeekday = ((weekday - isoWeekday(this.today) + 6) % 7) + 1;
    return addDays(this.today, untilWeekday + weeksAhead * 7 - cycle * everyWeeks * 7);
  }

  /** The Monday of the week so many weeks ago. */
  mondayOfWeeksAgo(weeks: number): Date {
    return addDays(this.today, -(((isoWeekday(this.today) + 6) % 7) + weeks * 7));
  }
}

/** 1 is Monday, 7 is Sunday. */
export function isoWeekday(day: Date): number {
  return day.getUTCDay() || 7;
}
