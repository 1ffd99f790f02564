import { instantOf } from '@/features/meetups/recurrence';
import { addDays, daysBetween } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import type { Prisma } from '@/foundation/prisma-client/client';
import { series } from '../meetups';
import type { DateSeed, SeriesSeed } from '../meetups/meetup';
import type { DateOfSeries } from '../techniques/technique';
import type { DaysAgo } from '../world';
import { attendeesOf } from './attendance';
import type { Calendar } from './calendar';
import { idOf } from './identifiers';
import { personId, unitId } from './organisation';
import { personNamed, squadOf } from './roster';
import { rsvpRows } from './rsvps';

const MILLISECONDS_PER_MINUTE = 60_000;
const WEEKDAYS = ['', 'MO', 'TU', 'WE', 'TH', 'FR'];

export type MeetupDate = {
  id: string;
  series: SeriesSeed;
  seed: DateSeed;
  day: Date;
  ago: DaysAgo;
  startsAt: Date;
  endsAt: Date;
  /** Handles; empty for what lies ahead and for what was cancelled. */
  attendees: string[];
};

export function meetupDates(calendar: Calendar): MeetupDate[] {
  return series.flatMap((one) => one.dates.map((seed) => placed(calendar, one, seed)));
}

function placed(calendar: Calendar, one: SeriesSeed, seed: DateSeed): MeetupDate {
  const day = calendar.meeting(one, seed.cycle);
  const startsAt = instantOf(day, one.localTime, one.zone);
  const ago = daysBetween(day, calendar.today);
  const isHeld = ago > 0 && !seed.cancelled;
  return {
    id: meetupId(one, seed.cycle),
    series: one,
    seed,
    day,
    ago,
    startsAt,
    endsAt: new Date(startsAt.getTime() + one.minutes * MILLISECONDS_PER_MINUTE),
    attendees: isHeld ? attendeesOf(one.guild, seed, ago) : [],
  };
}

const meetupId = ({ slug }: SeriesSeed, cycle: number) => idOf('meetup', slug, cycle);

/** The date on which something was presented. */
export function dateOf(dates: readonly MeetupDate[], { series: guild, cycle }: DateOfSeries) {
  const date = dates.find((one) => one.series.guild === guild && one.seed.cycle === cycle);
  if (!date) throw new Error(`${guild} has no date ${cycle}.`);
  return date;
}

export async function loadMeetups(
  tx: Transaction,
  calendar: Calendar,
  dates: readonly MeetupDate[],
): Promise<void> {
  await tx.meetupSeries.createMany({ data: series.map((one) => seriesRow(calendar, one)) });
  await tx.meetup.createMany({ data: dates.map(meetupRow) });
  await tx.agendaItem.createMany({ data: dates.flatMap(agendaRows) });
  await tx.attendance.createMany({ data: dates.flatMap(attendanceRows) });
  await tx.rsvp.createMany({ data: dates.flatMap((date) => rsvpRows(calendar, date)) });
}

function seriesRow(calendar: Calendar, one: SeriesSeed): Prisma.MeetupSeriesCreateManyInput {
  const firstOn = calendar.meeting(one, Math.max(...one.dates.map(({ cycle }) => cycle)));
  return {
    id: idOf('series', one.slug),
    slug: one.slug,
    ownerUnitId: unitId(one.guild),
    title: one.title,
    purpose: one.purpose,
    timeZone: one.zone,
    recurrenceRule: `FREQ=WEEKLY;INTERVAL=${one.everyWeeks};BYDAY=${WEEKDAYS[one.weekday]}`,
    firstOn,
    localTime: one.localTime,
    durationMinutes: one.minutes,
    location: one.location,
    createdAt: calendar.instant(addDays(firstOn, -7), one.slug),
    createdById: personId(one.takesNotes),
  };
}

function meetupRow({
  id,
  series: one,
  seed,
  day,
  startsAt,
  endsAt,
}: MeetupDate): Prisma.MeetupCreateManyInput {
  return {
    id,
    seriesId: idOf('series', one.slug),
    ownerUnitId: unitId(one.guild),
    occursOn: day,
    title: one.title,
    startsAt,
    endsAt,
    timeZone: one.zone,
    location: one.location,
    notes: seed.notes ?? '',
    cancelledAt: seed.cancelled ? new Date(+startsAt - 5 * 60 * MILLISECONDS_PER_MINUTE) : null,
    cancelledReason: seed.cancelled ?? null,
  };
}

function agendaRows({ id, seed, ago }: MeetupDate): Prisma.AgendaItemCreateManyInput[] {
  return seed.items.map(({ kind, title, by, minutes, summary = '', technique }, index) => {
    // Who moves before a date that lies ahead speaks for the squad of today.
    const squad = squadOf(personNamed(by), Math.max(ago, 0));
    return {
      id: idOf('agenda item', id, index),
      meetupId: id,
      position: index + 1,
      kind,
      title,
      summary,
      minutes,
      presenterId: personId(by),
      squadId: squad ? unitId(squad) : null,
      techniqueId: technique ? idOf('technique', technique) : null,
    };
  });
}

function attendanceRows({
  id,
  series: one,
  attendees,
  endsAt,
}: MeetupDate): Prisma.AttendanceCreateManyInput[] {
  return attendees.map((handle) => ({
    meetupId: id,
    personId: personId(handle),
    recordedAt: new Date(+endsAt + 10 * MILLISECONDS_PER_MINUTE),
    recordedById: personId(one.takesNotes),
  }));
}
