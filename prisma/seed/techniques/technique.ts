import type { DaysAgo, GuildSlug, SquadSlug } from '../world';

/** The last date of a series is cycle 1, the one before it 2; the next one ahead is 0. */
export type DateOfSeries = { series: GuildSlug; cycle: number };

export type WriteUp = {
  problem: string;
  context: string;
  approach: string;
  failedApproaches: string;
  dataChallenges: string;
  evaluationMethod: string;
  needsData: string;
  needsInfrastructure: string;
  needsSkill: string;
};

export type EvidenceSeed = {
  /** Named when another squad's evidence replicates it. */
  key?: string;
  kind: 'OFFLINE' | 'AB_TEST' | 'COST' | 'LATENCY' | 'INCIDENT' | 'QUALITATIVE';
  summary: string;
  metric?: string;
  baseline?: number;
  value?: number;
  interval?: [low: number, high: number];
  n?: number;
  dataset?: string;
  on: DaysAgo;
  by: string;
  disputed?: string;
  replicates?: string;
};

export type AttemptSeed = {
  title: string;
  hypothesis: string;
  setUp: string;
  outcome: 'WORKED' | 'FAILED' | 'INCONCLUSIVE';
  why: string;
  mayWorkWhen?: string;
  endedOn: DaysAgo;
  by: string;
  /** The origin squad unless another is named. */
  squad?: SquadSlug;
  anonymous?: true;
};

export type ReasonCode =
  | 'NO_NEED'
  | 'NO_DATA'
  | 'NO_CAPACITY'
  | 'UNCLEAR_WHY_IT_WORKS'
  | 'COULD_NOT_REACH_SOURCE'
  | 'EVIDENCE_DID_NOT_TRANSFER'
  | 'BETTER_ALTERNATIVE'
  | 'POLICY';

type Told = { ago: DaysAgo; by: string; note?: string; precision?: 'DAY' | 'WEEK' | 'FORTNIGHT' };

/** One step of a squad's dealings with a technique. */
export type StepSeed = Told &
  (
    | { to: 'IDENTIFIED' | 'ASSESSING' | 'TRIALLING' | 'PAUSED' }
    | { to: 'SUSTAINED' | 'SUPERSEDED'; note: string }
    | { to: 'DECLINED' | 'DISCONTINUED'; reason: ReasonCode; note: string }
    | { to: 'IN_PRODUCTION'; evidence: Omit<EvidenceSeed, 'on' | 'by'> }
  );

export type AdoptionSeed = {
  squad: SquadSlug;
  /** From whom the squad had it: the origin, or another squad that had taken it up. */
  from: 'ORIGIN' | 'COMPONENT' | 'INDEPENDENT' | 'UNKNOWN' | { squad: SquadSlug };
  adaptation?: string;
  steps: StepSeed[];
};

export type TechniqueSeed = {
  slug: string;
  title: string;
  summary: string;
  origin: SquadSlug;
  originOn: DaysAgo;
  author: string;
  /** As first written. */
  writeUp: WriteUp;
  /** When it was first written down; the day after it was solved unless said. */
  writtenOn?: DaysAgo;
  revisions?: { ago: DaysAgo; by: string; changeSummary: string; set: Partial<WriteUp> }[];
  evidence: EvidenceSeed[];
  attempts: AttemptSeed[];
  presentations: (DateOfSeries & { by: string })[];
  /** Who came to know it other than at a meetup, as they said themselves. */
  heard?: {
    person: string;
    channel: 'WIKI' | 'PERSON' | 'RECORDING' | 'CHAT' | 'QA';
    ago: DaysAgo;
  }[];
  adoptions: AdoptionSeed[];
  relations?: {
    to: string;
    kind: 'DERIVED_FROM' | 'ADAPTS' | 'GENERALISES' | 'COMBINES' | 'SUPERSEDES' | 'CONTRADICTS';
    note: string;
    ago: DaysAgo;
  }[];
};
