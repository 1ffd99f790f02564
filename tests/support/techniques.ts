import type { AdoptionState, ReasonCode } from '@/features/techniques/propagation/adoption';
import type { MoveAdoption } from '@/features/techniques/propagation/schema';
import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import type { OrgUnitModel, PersonModel, TechniqueModel } from '@/foundation/prisma-client/models';
import { day, NOON, TODAY } from './org';

let lastNumber = 0;
const next = () => ++lastNumber;

type WriteUp = {
  problem?: string;
  context?: string;
  approach?: string;
  failedApproaches?: string;
  dataChallenges?: string;
  evaluationMethod?: string;
};

/** A write-up that says everything that has to be said before it is presented. */
export const completeWriteUp = {
  problem: 'Counts of rare tracks are mostly noise.',
  context: 'Nine in ten tracks have fewer than fifty listeners.',
  approach: 'Shrink each count towards the mean of its genre.',
  failedApproaches: 'A fixed cut-off hid the new artists.',
  dataChallenges: 'Genres are missing for a fifth of the tracks.',
  evaluationMethod: 'Replay on four weeks, then an A/B test.',
};

type TechniqueTraits = WriteUp & {
  by?: Pick<PersonModel, 'id'>;
  summary?: string;
  originOn?: string;
  updatedAt?: Date;
  slug?: string;
};

/** What a squad wrote down, ready to be presented: `aTechnique(home, 'Shrunken counts', { by: ada })`. */
export async function aTechnique(
  origin: Pick<OrgUnitModel, 'id'>,
  title = `Technique ${next()}`,
  {
    by,
    summary = '',
    originOn = '2025-06-02',
    updatedAt = NOON,
    slug,
    ...said
  }: TechniqueTraits = {},
): Promise<TechniqueModel> {
  const technique = await db.technique.create({
    data: {
      slug: slug ?? `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${next()}`,
      title,
      summary,
      originSquadId: origin.id,
      originOn: day(originOn),
      authorId: by?.id ?? null,
      createdAt: updatedAt,
      updatedAt,
    },
  });
  const version = await db.techniqueVersion.create({
    data: {
      techniqueId: technique.id,
      number: 1,
      ...completeWriteUp,
      ...said,
      authorId: by?.id ?? null,
      createdAt: updatedAt,
    },
  });
  return db.technique.update({
    where: { id: technique.id },
    data: { currentVersionId: version.id },
  });
}

type Step = [state: AdoptionState, on: string, reasonCode?: ReasonCode];

type AdoptionTraits = {
  by?: Pick<PersonModel, 'id'>;
  from?: { id: string } | 'ORIGIN';
  adaptation?: string;
};

/** What a squad said so far: `anAdoption(technique, radio, [['TRIALLING', '2025-09-01']])`. */
export async function anAdoption(
  technique: TechniqueModel,
  squad: Pick<OrgUnitModel, 'id'>,
  steps: Step[],
  { by, from, adaptation = '' }: AdoptionTraits = {},
) {
  const first = steps[0];
  if (!first || !technique.currentVersionId) throw new Error('an adoption has a first step');
  const adoption = await db.adoption.create({
    data: {
      techniqueId: technique.id,
      originSquadId: technique.originSquadId,
      squadId: squad.id,
      versionId: technique.currentVersionId,
      source: from === 'ORIGIN' ? 'ORIGIN' : from ? 'ADOPTION' : 'UNKNOWN',
      sourceAdoptionId: from && from !== 'ORIGIN' ? from.id : null,
      adaptation,
      state: first[0],
      firstOn: day(first[1]),
      lastOn: day(first[1]),
      createdAt: NOON,
    },
  });
  let before: AdoptionState | null = null;
  for (const [index, [toState, on, reasonCode]] of steps.entries()) {
    const evidence =
      toState === 'IN_PRODUCTION' ? await anEvidence(technique, squad, { on }) : null;
    await db.adoptionEvent.create({
      data: {
        adoptionId: adoption.id,
        sequence: index + 1,
        fromState: before,
        toState,
        occurredOn: day(on),
        recordedAt: NOON,
        recordedById: by?.id ?? null,
        reasonCode: reasonCode ?? (toState === 'DECLINED' ? 'NO_NEED' : null),
        evidenceId: evidence?.id ?? null,
      },
    });
    before = toState;
  }
  return adoption;
}

export function anEvidence(
  technique: Pick<TechniqueModel, 'id'>,
  squad: Pick<OrgUnitModel, 'id'>,
  {
    on = TODAY,
    by,
    summary = 'Fewer complaints.',
  }: { on?: string; by?: Pick<PersonModel, 'id'>; summary?: string } = {},
) {
  return db.evidence.create({
    data: {
      techniqueId: technique.id,
      squadId: squad.id,
      kind: 'QUALITATIVE',
      summary,
      measuredOn: day(on),
      authorId: by?.id ?? null,
      createdAt: NOON,
    },
  });
}

export function anAttempt(
  squad: Pick<OrgUnitModel, 'id'>,
  traits: {
    title?: string;
    techniqueId?: string;
    by?: Pick<PersonModel, 'id'>;
    isAnonymous?: boolean;
    outcome?: 'WORKED' | 'FAILED' | 'INCONCLUSIVE';
    why?: string;
  } = {},
) {
  const { by, ...columns } = traits;
  return db.attempt.create({
    data: {
      squadId: squad.id,
      title: `Attempt ${next()}`,
      hypothesis: 'It should have helped.',
      outcome: 'FAILED',
      why: 'It did not.',
      endedOn: day(TODAY),
      authorId: by?.id ?? null,
      createdAt: NOON,
      ...columns,
    },
  });
}

/** What a meetup hands to techniques: when it began and who was there. */
export const meetupFacts = (
  meetup: { id: string; startsAt: Date },
  people: Pick<PersonModel, 'id'>[] = [],
) => ({
  id: meetup.id,
  startsAt: meetup.startsAt,
  isCancelled: false,
  attendeeIds: people.map(({ id }) => id),
});

/** That a technique was presented: on a date of its own, with nobody named as having been there. */
export function aPresentation(
  technique: TechniqueModel,
  at = addDays(NOON, -30),
  meetupId?: string,
) {
  if (!technique.currentVersionId) throw new Error('a technique has a version');
  return db.presentation.create({
    data: {
      techniqueId: technique.id,
      versionId: technique.currentVersionId,
      meetupId: meetupId ?? `meetup-${next()}`,
      presentedAt: at,
      recordedAt: NOON,
    },
  });
}

/** What a form sends when a squad says something today, with nothing but what is needed. */
export const word = (
  technique: Pick<TechniqueModel, 'id'>,
  squad: Pick<OrgUnitModel, 'id'>,
  to: AdoptionState,
  traits: Partial<MoveAdoption> = {},
): MoveAdoption => ({
  techniqueId: technique.id,
  squadId: squad.id,
  after: 0,
  to,
  occurredOn: day(TODAY),
  precision: 'DAY',
  source: null,
  changed: null,
  adaptation: '',
  reasonCode: to === 'DECLINED' || to === 'DISCONTINUED' ? 'NO_DATA' : null,
  note: 'In our own words.',
  evidenceId: null,
  evidenceKind: 'QUALITATIVE',
  evidenceSummary: to === 'IN_PRODUCTION' ? 'It runs and helps.' : '',
  metric: null,
  baseline: null,
  value: null,
  intervalLow: null,
  intervalHigh: null,
  n: null,
  dataset: null,
  url: null,
  ...traits,
});

/**
 * Lets changes really race: writing to the table is held back until every one of them waits, either
 * for the table or for another that came first. What each had read by then is what it decides on.
 */
export async function racing<Result>(
  table: string,
  ...changes: (() => Promise<Result>)[]
): Promise<Result[]> {
  let running: Promise<Result[]> | undefined;
  await db.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(`LOCK TABLE "${table}" IN SHARE MODE`);
      running = Promise.all(changes.map((change) => change()));
      // Failures are looked at below; here they must not end the test unseen.
      running.catch(() => {});
      await untilWaiting(changes.length);
    },
    { timeout: 15_000 },
  );
  return running ?? [];
}

async function untilWaiting(count: number) {
  for (let tries = 0; tries < 300; tries++) {
    // Asked outside of the holding transaction, which would be shown the same answer for ever.
    const [row] = await db.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (row?.waiting === count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${count} changes were to wait, but did not.`);
}
