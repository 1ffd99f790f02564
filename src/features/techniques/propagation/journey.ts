import { dayOf } from '@/foundation/days';
import type { AdoptionState, ReasonCode } from './adoption';
import type { SourceKind } from './sources';

export type SquadRef = { id: string; slug: string; name: string };
export type PersonRef = { handle: string; name: string };
export type Precision = 'DAY' | 'WEEK' | 'FORTNIGHT';
export type Channel = 'MEETUP' | 'RECORDING' | 'WIKI' | 'QA' | 'CHAT' | 'EMBED' | 'PERSON';

/** One step of an adoption, as recorded. */
export type AdoptionStep = {
  to: AdoptionState;
  on: Date;
  precision: Precision;
  recordedAt: Date;
  by: PersonRef | null;
  reasonCode: ReasonCode | null;
  note: string;
};

/** A squad's dealings with a technique that another began, steps in order. */
export type Adoption = {
  id: string;
  squad: SquadRef;
  source: SourceKind;
  sourceAdoptionId: string | null;
  adaptation: string;
  versionNumber: number;
  firstOn: Date;
  steps: AdoptionStep[];
};

export type Presentation = {
  meetupId: string;
  at: Date;
  presenter: PersonRef | null;
};

/** That people of a squad heard of it: the first time, through one channel (at one meetup). */
export type Hearing = { squad: SquadRef; at: Date; channel: Channel; meetupId: string | null };

export type JourneyFacts = {
  origin: { squad: SquadRef; on: Date; by: PersonRef | null };
  versions: { number: number; at: Date; changeSummary: string; by: PersonRef | null }[];
  presentations: Presentation[];
  hearings: Hearing[];
  adoptions: Adoption[];
  retired: { at: Date; reason: string } | null;
};

export type JourneyEntry = { on: Date } & (
  | { kind: 'began'; squad: SquadRef; by: PersonRef | null }
  | { kind: 'revised'; number: number; changeSummary: string; by: PersonRef | null }
  | { kind: 'presented'; meetupId: string; by: PersonRef | null; heardBy: SquadRef[] }
  | { kind: 'heard'; squad: SquadRef; channel: Channel }
  | { kind: 'moved'; squad: SquadRef; step: AdoptionStep; adoption: Adoption; isFirst: boolean }
  | { kind: 'retired'; reason: string }
);

/** What happened to a technique, from its beginning to today, in the order of time. */
export function tellJourney(facts: JourneyFacts): JourneyEntry[] {
  const { origin, retired } = facts;
  const entries: JourneyEntry[] = [
    { kind: 'began', on: origin.on, squad: origin.squad, by: origin.by },
    ...facts.versions.filter(({ number }) => number > 1).map(revisionOf),
    ...facts.presentations.map((presentation) => presentationOf(presentation, facts.hearings)),
    ...otherHearings(facts),
    ...facts.adoptions.flatMap(stepsOf),
  ];
  if (retired) entries.push({ kind: 'retired', on: dayOf(retired.at), reason: retired.reason });
  // Sorting is stable, so what was recorded at one instant stays in the order in which it was said.
  return entries.toSorted(
    (a, b) => a.on.getTime() - b.on.getTime() || rankOf(a) - rankOf(b) || saidAt(a) - saidAt(b),
  );
}

/** Within one day: it began, was written anew, was presented, was heard of, was taken up, was retired. */
const ranks: Record<JourneyEntry['kind'], number> = {
  began: 0,
  revised: 1,
  presented: 2,
  heard: 3,
  moved: 4,
  retired: 5,
};
const rankOf = ({ kind }: JourneyEntry) => ranks[kind];

/** Of two squads that moved on one day, the one that said so first comes first. */
const saidAt = (entry: JourneyEntry) =>
  entry.kind === 'moved' ? entry.step.recordedAt.getTime() : 0;

function revisionOf({ number, at, changeSummary, by }: JourneyFacts['versions'][number]) {
  return { kind: 'revised' as const, on: dayOf(at), number, changeSummary, by };
}

function presentationOf({ meetupId, at, presenter }: Presentation, hearings: Hearing[]) {
  const heardBy = hearings
    .filter((hearing) => hearing.meetupId === meetupId)
    .map(({ squad }) => squad)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return { kind: 'presented' as const, on: dayOf(at), meetupId, by: presenter, heardBy };
}

/** Hearings that no presentation tells of already. */
function otherHearings({ hearings, presentations }: JourneyFacts): JourneyEntry[] {
  const presentedAt = new Set(presentations.map(({ meetupId }) => meetupId));
  return hearings
    .filter(({ meetupId }) => !meetupId || !presentedAt.has(meetupId))
    .map(({ squad, channel, at }) => ({ kind: 'heard', on: dayOf(at), squad, channel }));
}

function stepsOf(adoption: Adoption): JourneyEntry[] {
  return adoption.steps.map((step, index) => ({
    kind: 'moved',
    on: step.on,
    squad: adoption.squad,
    step,
    adoption,
    isFirst: index === 0,
  }));
}
