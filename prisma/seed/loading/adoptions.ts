import type { Prisma } from '@/foundation/prisma-client/client';
import type { AdoptionSeed, TechniqueSeed } from '../techniques/technique';
import type { SquadSlug } from '../world';
import type { Calendar } from './calendar';
import { stepEvidenceId } from './evidence';
import { idOf } from './identifiers';
import { personId, unitId } from './organisation';
import { techniqueId, versionOn } from './techniques';

const adoptionId = (slug: string, squad: SquadSlug) => idOf('adoption', slug, squad);

/** What squads said about a technique, each after the squad it had it from. */
export function adoptionRows(calendar: Calendar, one: TechniqueSeed) {
  const inOrder = one.adoptions.toSorted((a, b) => firstAgo(b) - firstAgo(a));
  return {
    adoptions: inOrder.map((adoption) => adoptionRow(calendar, one, adoption)),
    events: inOrder.flatMap((adoption) => eventRows(calendar, one, adoption)),
  };
}

const firstAgo = ({ steps }: AdoptionSeed) => steps[0]?.ago ?? 0;
const lastAgo = ({ steps }: AdoptionSeed) => steps.at(-1)?.ago ?? 0;

function adoptionRow(
  calendar: Calendar,
  one: TechniqueSeed,
  adoption: AdoptionSeed,
): Prisma.AdoptionCreateManyInput {
  const { squad, from, adaptation = '', steps } = adoption;
  const built = steps.findLast(({ to }) => to === 'TRIALLING' || to === 'IN_PRODUCTION');
  return {
    id: adoptionId(one.slug, squad),
    techniqueId: techniqueId(one.slug),
    originSquadId: unitId(one.origin),
    squadId: unitId(squad),
    // What a squad builds on is the write-up it had before it when it began to build.
    versionId: versionOn(one, built?.ago ?? firstAgo(adoption)),
    source: typeof from === 'string' ? from : 'ADOPTION',
    sourceAdoptionId: typeof from === 'string' ? null : adoptionId(one.slug, from.squad),
    adaptation,
    state: steps.at(-1)?.to ?? 'IDENTIFIED',
    firstOn: calendar.workday(firstAgo(adoption)),
    lastOn: calendar.workday(lastAgo(adoption)),
    createdAt: calendar.at(firstAgo(adoption), `${one.slug} ${squad}`),
  };
}

function eventRows(
  calendar: Calendar,
  one: TechniqueSeed,
  { squad, steps }: AdoptionSeed,
): Prisma.AdoptionEventCreateManyInput[] {
  return steps.map((step, index) => ({
    id: idOf('adoption event', one.slug, squad, index),
    adoptionId: adoptionId(one.slug, squad),
    sequence: index + 1,
    fromState: steps[index - 1]?.to ?? null,
    toState: step.to,
    occurredOn: calendar.workday(step.ago),
    precision: step.precision ?? 'DAY',
    recordedAt: calendar.at(step.ago, `${one.slug} ${squad} ${index}`),
    recordedById: personId(step.by),
    reasonCode: 'reason' in step ? step.reason : null,
    note: step.note ?? '',
    evidenceId: step.to === 'IN_PRODUCTION' ? stepEvidenceId(one.slug, squad, index) : null,
  }));
}
