import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import type {
  DeliverableModel,
  OrgUnitModel,
  PersonModel,
  WorkingGroupModel,
  WorkingGroupSeatModel,
} from '@/foundation/prisma-client/models';
import { aSquad, aWorkingGroupUnit, day, NOON } from './org';

type GroupTraits = Partial<Omit<WorkingGroupModel, 'id' | 'unitId' | 'startsOn'>> & {
  startsOn?: string;
  weeks?: number;
};

/** A group of ten weeks, in its fifth today, with everything a charter needs but people. */
export async function aWorkingGroup(
  name = 'Drift guideline',
  { startsOn = '2026-02-02', weeks = 10, ...traits }: GroupTraits = {},
): Promise<WorkingGroupModel & { slug: string }> {
  const unit = await aWorkingGroupUnit(name, { from: startsOn });
  const group = await db.workingGroup.create({
    data: {
      unitId: unit.id,
      question: 'How do we see drift in audio features?',
      charter: 'Features that three squads share.',
      exitTest: 'Two squads use the guideline.',
      startsOn: day(startsOn),
      plannedEndOn: addDays(day(startsOn), weeks * 7),
      state: 'ACTIVE',
      createdAt: NOON,
      ...traits,
    },
  });
  return { ...group, slug: unit.slug };
}

type SeatTraits = Partial<
  Pick<WorkingGroupSeatModel, 'isLead' | 'hoursPerWeek' | 'managerAgreed'>
> & {
  squad?: Pick<OrgUnitModel, 'id'>;
  leftOn?: string;
};

export async function aSeat(
  group: Pick<WorkingGroupModel, 'id'>,
  person: Pick<PersonModel, 'id'>,
  { squad, leftOn, ...traits }: SeatTraits = {},
) {
  return db.workingGroupSeat.create({
    data: {
      workingGroupId: group.id,
      personId: person.id,
      squadId: (squad ?? (await aSquad())).id,
      hoursPerWeek: 4,
      managerAgreed: true,
      joinedOn: day('2026-02-02'),
      leftOn: leftOn ? day(leftOn) : null,
      ...traits,
    },
  });
}

let lastPosition = 0;

type DeliverableTraits = Partial<Omit<DeliverableModel, 'id' | 'dueOn'>> & {
  dueOn?: string;
  /** The day on which it came to the state it is in. */
  since?: string;
};

export function aDeliverable(
  group: Pick<WorkingGroupModel, 'id'>,
  title = 'Guideline',
  { dueOn = '2026-03-20', since = '2026-02-02', ...traits }: DeliverableTraits = {},
) {
  return db.deliverable.create({
    data: {
      workingGroupId: group.id,
      position: ++lastPosition,
      kind: 'GUIDELINE',
      title,
      dueOn: day(dueOn),
      ...traits,
      events: {
        create: {
          toState: traits.state ?? 'DRAFT',
          occurredOn: day(since),
          recordedAt: day(since),
        },
      },
    },
  });
}
