import { addDays, dayOf, daysBetween } from '@/foundation/days';

export const adoptionStates = [
  'IDENTIFIED',
  'ASSESSING',
  'TRIALLING',
  'IN_PRODUCTION',
  'SUSTAINED',
  'PAUSED',
  'DECLINED',
  'DISCONTINUED',
  'SUPERSEDED',
] as const;
export type AdoptionState = (typeof adoptionStates)[number];

export const reasonCodes = [
  'NO_NEED',
  'NO_DATA',
  'NO_CAPACITY',
  'UNCLEAR_WHY_IT_WORKS',
  'COULD_NOT_REACH_SOURCE',
  'EVIDENCE_DID_NOT_TRANSFER',
  'BETTER_ALTERNATIVE',
  'POLICY',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** One thing a squad said about a technique, and the day it became true. */
export type Step = { to: AdoptionState; on: Date };

export type ProposedStep = Step & {
  hasOwnEvidence: boolean;
  reasonCode: ReasonCode | null;
  note: string;
};

export type StepRefusal =
  | 'not-a-step'
  | 'in-the-future'
  | 'before-the-last'
  | 'too-soon-to-sustain'
  | 'needs-evidence'
  | 'needs-reason'
  | 'needs-words';

export const DAYS_TO_SUSTAIN = 90;
export const BACK_DATED_AFTER_DAYS = 14;

const FORWARD: readonly AdoptionState[] = ['IDENTIFIED', 'ASSESSING', 'TRIALLING', 'IN_PRODUCTION'];

/** Where a squad stands after what it has said; null while it has said nothing. */
export function standingOf(history: readonly Step[]): AdoptionState | null {
  return history.at(-1)?.to ?? null;
}

export const isInUse = (state: AdoptionState | null) =>
  state === 'IN_PRODUCTION' || state === 'SUSTAINED';

/** The squad has finished with it. Nobody asks again; only the squad itself may take it up anew. */
export const hasEnded = (state: AdoptionState | null) =>
  state === 'DECLINED' || state === 'DISCONTINUED' || state === 'SUPERSEDED';

/**
 * What a squad may say next. Steps may be skipped forward, because an invented step in between
 * would be worse than none; what has been in production is discontinued, not declined.
 */
export function stepsAfter(history: readonly Step[]): AdoptionState[] {
  const standing = standingOf(history);
  if (standing === null) return [...FORWARD, 'DECLINED'];
  if (hasEnded(standing)) return [...FORWARD];
  if (standing === 'PAUSED') return stepsAfterPause(history);
  return [...onwardFrom(standing), 'PAUSED', ...endingsOf(standing)];
}

/** Why this step cannot be recorded; null when it can. */
export function refusalOf(
  history: readonly Step[],
  step: ProposedStep,
  today: Date,
): StepRefusal | null {
  if (!stepsAfter(history).includes(step.to)) return 'not-a-step';
  if (step.on > today) return 'in-the-future';
  const last = history.at(-1);
  if (last && step.on < last.on) return 'before-the-last';
  if (step.to === 'SUSTAINED') {
    const from = sustainableFrom(history);
    if (!from || step.on < from) return 'too-soon-to-sustain';
  }
  if (step.to === 'IN_PRODUCTION' && !step.hasOwnEvidence) return 'needs-evidence';
  if (needsReason(step.to) && !step.reasonCode) return 'needs-reason';
  if (needsWords(standingOf(history), step.to) && step.note.trim() === '') return 'needs-words';
  return null;
}

/** Ends that help the squad which offered it, when they come with a reason. */
export const needsReason = (to: AdoptionState) => to === 'DECLINED' || to === 'DISCONTINUED';

/** A bare click neither ends a use, nor confirms one after 90 days, nor reopens what was closed. */
export const needsWords = (from: AdoptionState | null, to: AdoptionState) =>
  hasEnded(to) || to === 'SUSTAINED' || hasEnded(from);

/** The day since which it has been in production without a break; null when it is not. */
export function inProductionSince(history: readonly Step[]): Date | null {
  if (!isInUse(standingOf(history))) return null;
  return history.findLast(({ to }) => to === 'IN_PRODUCTION')?.on ?? null;
}

/** The first day on which a squad may say that it lasted; null when it is not in production. */
export function sustainableFrom(history: readonly Step[]): Date | null {
  const since = inProductionSince(history);
  return since && addDays(since, DAYS_TO_SUSTAIN);
}

/** The first day it was ever in production: the event that spread is counted by. */
export function firstInProductionOn(history: readonly Step[]): Date | null {
  return history.find(({ to }) => to === 'IN_PRODUCTION')?.on ?? null;
}

/** Recorded so long after it happened that the reader should know. */
export function isBackDated(occurredOn: Date, recordedAt: Date): boolean {
  return daysBetween(occurredOn, dayOf(recordedAt)) > BACK_DATED_AFTER_DAYS;
}

function onwardFrom(state: AdoptionState): AdoptionState[] {
  if (state === 'IN_PRODUCTION') return ['SUSTAINED'];
  if (state === 'SUSTAINED') return [];
  return FORWARD.slice(FORWARD.indexOf(state) + 1);
}

function endingsOf(state: AdoptionState): AdoptionState[] {
  return isInUse(state) ? ['DISCONTINUED', 'SUPERSEDED'] : ['DECLINED'];
}

function stepsAfterPause(history: readonly Step[]): AdoptionState[] {
  const before = history.at(-2)?.to ?? 'IDENTIFIED';
  // After a pause the 90 days begin again, so what had lasted is first in production once more.
  if (isInUse(before)) return ['IN_PRODUCTION', ...endingsOf(before)];
  return [before, ...onwardFrom(before), ...endingsOf(before)];
}
