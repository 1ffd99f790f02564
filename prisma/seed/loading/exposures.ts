import type { Prisma } from '@/foundation/prisma-client/client';
import type { TechniqueSeed } from '../techniques/technique';
import type { DaysAgo } from '../world';
import type { Calendar } from './calendar';
import { idOf } from './identifiers';
import { dateOf, type MeetupDate } from './meetups';
import { personId, unitId } from './organisation';
import { personNamed, squadOf } from './roster';
import { techniqueId, versionOn } from './techniques';

/** Who was there when it was presented, and what people said of how else they came to know it. */
export function exposureRows(
  calendar: Calendar,
  one: TechniqueSeed,
  dates: readonly MeetupDate[],
): Prisma.ExposureCreateManyInput[] {
  const observed = one.presentations.flatMap((presentation) => {
    const { id, attendees, ago, startsAt, endsAt } = dateOf(dates, presentation);
    return attendees.flatMap((handle) => {
      const squad = squadElsewhere(one, handle, ago);
      if (!squad) return [];
      return {
        ...heardOf(one, handle, squad, ago),
        id: idOf('exposure', one.slug, id, handle),
        channel: 'MEETUP' as const,
        grade: 'OBSERVED' as const,
        at: startsAt,
        meetupId: id,
        recordedAt: endsAt,
      };
    });
  });
  const told = (one.heard ?? []).flatMap(({ person, channel, ago }) => {
    const squad = squadElsewhere(one, person, ago);
    if (!squad) return [];
    const at = calendar.at(ago, `${person} ${one.slug}`);
    return {
      ...heardOf(one, person, squad, ago),
      id: idOf('exposure', one.slug, channel, person),
      channel,
      grade: 'SELF' as const,
      at,
      recordedAt: at,
    };
  });
  return [...observed, ...told];
}

/** The squad somebody belonged to on that day, unless it is the one that began the technique. */
function squadElsewhere(one: TechniqueSeed, handle: string, ago: DaysAgo) {
  const squad = squadOf(personNamed(handle), ago);
  return squad === one.origin ? undefined : squad;
}

function heardOf(one: TechniqueSeed, handle: string, squad: string, ago: DaysAgo) {
  return {
    techniqueId: techniqueId(one.slug),
    versionId: versionOn(one, ago),
    squadId: unitId(squad),
    personId: personId(handle),
  };
}
