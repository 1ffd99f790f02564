import type { Prisma } from '@/foundation/prisma-client/client';
import { inclination, membersOf } from './attendance';
import type { Calendar } from './calendar';
import { fraction, idOf } from './identifiers';
import type { MeetupDate } from './meetups';
import { personId } from './organisation';

const MILLISECONDS_PER_DAY = 86_400_000;

/** The nearer a date, the more people have said whether they come; index 0 is the next one ahead. */
const ANSWERED_AHEAD = [0.72, 0.4, 0.2, 0.1, 0.04];
const ANSWERED_BEFORE = 0.85;
/** Answers to dates longer ago are of no use to anybody. */
const PAST_DATES_WITH_ANSWERS = 3;

export function rsvpRows(calendar: Calendar, date: MeetupDate): Prisma.RsvpCreateManyInput[] {
  const { id, seed, series, ago, attendees } = date;
  if (seed.cancelled || seed.cycle > PAST_DATES_WITH_ANSWERS) return [];
  const share = seed.cycle > 0 ? ANSWERED_BEFORE : (ANSWERED_AHEAD[-seed.cycle] ?? 0);
  const presenters = seed.items.map(({ by }) => by);
  return membersOf(series.guild, Math.max(ago, 0)).flatMap((person) => {
    const { handle } = person;
    const key = `${handle} ${series.slug} ${seed.cycle}`;
    const presents = presenters.includes(handle);
    if (!presents && fraction(`answers ${key}`) >= share) return [];
    const comes =
      presents ||
      (seed.cycle > 0
        ? attendees.includes(handle)
        : fraction(`comes ${key}`) < inclination(person, series.guild, 0));
    const answer = comes ? 'YES' : fraction(`maybe ${key}`) < 0.4 ? 'MAYBE' : 'NO';
    return [
      { meetupId: id, personId: personId(handle), answer, at: answeredAt(calendar, date, key) },
    ];
  });
}

/** Within the twelve days before the date, or before today. */
function answeredAt({ now }: Calendar, { startsAt, id }: MeetupDate, key: string): Date {
  const latest = Math.min(+startsAt, +now);
  const before = 0.05 + fraction(`${idOf('rsvp', id)} ${key}`) * 12;
  return new Date(latest - before * MILLISECONDS_PER_DAY);
}
