import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import type {
  MeetupModel,
  MeetupSeriesModel,
  OrgUnitModel,
} from '@/foundation/prisma-client/models';
import { aGuild, day, NOON } from './org';

let lastNumber = 0;
const next = () => ++lastNumber;

type MeetupTraits = Partial<Omit<MeetupModel, 'id' | 'ownerUnitId' | 'occursOn'>> & {
  of?: Pick<OrgUnitModel, 'id'>;
  minutes?: number;
};

/** A date of 90 minutes, in three days' time unless a test says otherwise: `aMeetup('Ranking evening')`. */
export async function aMeetup(
  title = `Meetup ${next()}`,
  { of, minutes = 90, ...traits }: MeetupTraits = {},
): Promise<MeetupModel> {
  const owner = of ?? (await aGuild());
  const startsAt = traits.startsAt ?? addDays(NOON, 3);
  return db.meetup.create({
    data: {
      ownerUnitId: owner.id,
      occursOn: day(startsAt.toISOString().slice(0, 10)),
      title,
      startsAt,
      endsAt: new Date(startsAt.getTime() + minutes * 60_000),
      timeZone: 'Europe/Lisbon',
      ...traits,
    },
  });
}

type SeriesTraits = Partial<
  Omit<MeetupSeriesModel, 'id' | 'firstOn' | 'lastOn' | 'ownerUnitId'>
> & {
  firstOn?: string;
  lastOn?: string;
};

/** A series whose calendar is still empty: every other Thursday at 16:00 in Lisbon. */
export async function aSeries(
  owner: Pick<OrgUnitModel, 'id'>,
  { firstOn = '2026-03-05', lastOn, ...traits }: SeriesTraits = {},
): Promise<MeetupSeriesModel> {
  const number = next();
  return db.meetupSeries.create({
    data: {
      ownerUnitId: owner.id,
      slug: `series-${number}`,
      title: `Series ${number}`,
      timeZone: 'Europe/Lisbon',
      recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
      firstOn: day(firstOn),
      lastOn: lastOn ? day(lastOn) : null,
      localTime: '16:00',
      createdAt: NOON,
      ...traits,
    },
  });
}

export function anAgendaItem(
  meetup: Pick<MeetupModel, 'id'>,
  traits: { title?: string; minutes?: number; position?: number; presenterId?: string } = {},
) {
  const number = next();
  return db.agendaItem.create({
    data: {
      meetupId: meetup.id,
      position: number,
      kind: 'TALK',
      title: `Talk ${number}`,
      minutes: 30,
      ...traits,
    },
  });
}
