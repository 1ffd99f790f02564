import { addDays, daysBetween } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { type WorkingGroupSeed, workingGroups } from '../working-groups';
import type { Calendar } from './calendar';
import { idOf } from './identifiers';
import { personId, unitId } from './organisation';
import { personNamed, squadOf } from './roster';

const groupId = ({ slug }: WorkingGroupSeed) => idOf('working group', slug);
const deliverableId = ({ slug }: WorkingGroupSeed, index: number) =>
  idOf('deliverable', slug, index);

export async function loadWorkingGroups(tx: Transaction, calendar: Calendar): Promise<void> {
  const groups = workingGroups.map((group) => rowsOf(calendar, group));
  await tx.orgUnit.createMany({ data: groups.map(({ unit }) => unit) });
  await tx.unitParent.createMany({ data: groups.map(({ parent }) => parent) });
  await tx.workingGroup.createMany({ data: groups.map(({ group }) => group) });
  await tx.workingGroupSeat.createMany({ data: groups.flatMap(({ seats }) => seats) });
  await tx.deliverable.createMany({ data: groups.flatMap(({ deliverables }) => deliverables) });
  await tx.deliverableEvent.createMany({ data: groups.flatMap(({ events }) => events) });
  await tx.checkpoint.createMany({ data: groups.flatMap(({ checkpoints }) => checkpoints) });
}

function rowsOf(calendar: Calendar, seed: WorkingGroupSeed) {
  const startsOn = calendar.mondayOfWeeksAgo(seed.beganWeeksAgo);
  const on = (day: number) => addDays(startsOn, day);
  const plannedEndOn = on(seed.weeks * 7);
  const endedOn = seed.state === 'CLOSED' ? plannedEndOn : null;
  const createdAt = calendar.instant(on(-10), seed.slug);
  const period = { validFrom: startsOn, validTo: endedOn };
  const unit = { id: unitId(seed.slug), kind: 'WORKING_GROUP' as const };
  return {
    unit: {
      ...unit,
      ...period,
      slug: seed.slug,
      name: seed.name,
      purpose: seed.question,
      createdAt,
      updatedAt: createdAt,
    },
    parent: {
      id: idOf('parent', seed.slug),
      unitId: unit.id,
      unitKind: unit.kind,
      parentId: unitId('machine-learning'),
      parentKind: 'GUILD' as const,
      ...period,
      recordedAt: createdAt,
    },
    group: {
      id: groupId(seed),
      unitId: unit.id,
      question: seed.question,
      charter: seed.charter,
      exitTest: seed.exitTest,
      sponsorId: personId(seed.sponsor),
      startsOn,
      plannedEndOn,
      state: seed.state,
      endedOn,
      endReason: seed.endReason ?? null,
      createdAt,
    },
    seats: seed.seats.map((seat) => ({
      id: idOf('seat', seed.slug, seat.person),
      workingGroupId: groupId(seed),
      personId: personId(seat.person),
      squadId: squadAt(seat.person, daysBetween(startsOn, calendar.today)),
      isLead: seat.leads ?? false,
      hoursPerWeek: seat.hours,
      managerAgreed: seat.managerAgreed ?? true,
      joinedOn: on(seat.joined ?? 0),
      leftOn: seat.left === undefined ? endedOn : on(seat.left),
    })),
    ...deliverableRows(calendar, seed, on),
    checkpoints: seed.checkpoints.map(({ week, note }) => ({
      workingGroupId: groupId(seed),
      week,
      heldOn: on(week * 7),
      note,
    })),
  };
}

function deliverableRows(calendar: Calendar, seed: WorkingGroupSeed, on: (day: number) => Date) {
  return {
    deliverables: seed.deliverables.map((one, index) => ({
      id: deliverableId(seed, index),
      workingGroupId: groupId(seed),
      position: index + 1,
      kind: one.kind,
      title: one.title,
      description: one.description,
      state: one.steps.at(-1)?.to ?? ('DRAFT' as const),
      version: one.version,
      dueOn: on(one.due),
      ownerSquadId: one.owner ? unitId(one.owner) : null,
    })),
    events: seed.deliverables.flatMap((one, index) =>
      one.steps.map(({ to, day, by, note = '' }, step) => ({
        id: idOf('deliverable event', seed.slug, index, step),
        deliverableId: deliverableId(seed, index),
        fromState: one.steps[step - 1]?.to ?? null,
        toState: to,
        occurredOn: on(day),
        recordedAt: calendar.instant(on(day), `${seed.slug} ${index} ${step}`),
        recordedById: personId(by),
        note,
      })),
    ),
  };
}

function squadAt(handle: string, ago: number): string {
  const squad = squadOf(personNamed(handle), ago);
  if (!squad) throw new Error(`${handle} had no squad ${ago} days ago.`);
  return unitId(squad);
}
