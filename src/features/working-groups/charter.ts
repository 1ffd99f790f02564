import { type ClosingDeliverable, type Condition, closingConditions } from './closing';

export type GroupState = 'PROPOSED' | 'CHARTERED' | 'ACTIVE' | 'REVIEW' | 'CLOSED' | 'DISBANDED';

const NEXT_STATES: Record<GroupState, readonly GroupState[]> = {
  PROPOSED: ['CHARTERED', 'DISBANDED'],
  CHARTERED: ['ACTIVE', 'DISBANDED'],
  ACTIVE: ['REVIEW', 'DISBANDED'],
  REVIEW: ['CLOSED', 'ACTIVE', 'DISBANDED'],
  CLOSED: [],
  DISBANDED: [],
};

export const SQUADS_MIN = 2;
export const SQUADS_USUAL = 3;

export type CharterFacts = {
  state: GroupState;
  question: string;
  charter: string;
  exitTest: string;
  hasSponsor: boolean;
  hasLead: boolean;
  /** Squads that people with a seat today come from. */
  squadCount: number;
  /** People whose manager has not agreed to their hours. */
  withoutAgreement: readonly string[];
  hasBegun: boolean;
  deliverables: readonly ClosingDeliverable[];
};

export const nextStates = (state: GroupState) => NEXT_STATES[state];

export const hasEnded = (state: GroupState) => state === 'CLOSED' || state === 'DISBANDED';

/** The state a group goes on to when all is well; null at the end. */
export function stateAhead(state: GroupState): GroupState | null {
  return NEXT_STATES[state][0] ?? null;
}

/** What must be so before a group may move to a state. Going back, and disbanding, are always possible. */
export function conditionsFor(to: GroupState, facts: CharterFacts): Condition[] {
  if (to === 'CHARTERED') return charterConditions(facts);
  if (to === 'CLOSED') return closingConditions(facts.deliverables);
  if (to === 'ACTIVE' && facts.state === 'CHARTERED') {
    return [
      ...charterConditions(facts),
      {
        isMet: facts.deliverables.length > 0,
        sentence: 'It names at least one thing that it will hand over.',
      },
      { isMet: facts.hasBegun, sentence: 'Its first day has come.' },
    ];
  }
  if (to === 'REVIEW') {
    const isReady = facts.deliverables.some(({ state }) => state !== 'DRAFT');
    return [{ isMet: isReady, sentence: 'At least one deliverable is ready to be looked at.' }];
  }
  return [];
}

export function canMoveTo(to: GroupState, facts: CharterFacts): boolean {
  return (
    NEXT_STATES[facts.state].includes(to) && conditionsFor(to, facts).every(({ isMet }) => isMet)
  );
}

/** What is allowed but worth a second look. */
export function remarksOn({ squadCount, withoutAgreement }: CharterFacts): string[] {
  const remarks: string[] = [];
  if (squadCount >= SQUADS_MIN && squadCount < SQUADS_USUAL) {
    remarks.push(
      `People come from ${squadCount} squads; what ${SQUADS_USUAL} or more find together tends to hold elsewhere.`,
    );
  }
  if (withoutAgreement.length > 0) {
    remarks.push(`Not yet agreed with their manager: ${withoutAgreement.join(', ')}.`);
  }
  return remarks;
}

function charterConditions(facts: CharterFacts): Condition[] {
  return [
    { isMet: facts.question !== '', sentence: 'It asks one question.' },
    { isMet: facts.charter !== '', sentence: 'Its charter says what is in it and what is not.' },
    { isMet: facts.exitTest !== '', sentence: 'It says how one will see that it is done.' },
    { isMet: facts.hasSponsor, sentence: 'Somebody sponsors it.' },
    { isMet: facts.hasLead, sentence: 'Somebody leads it.' },
    {
      isMet: facts.squadCount >= SQUADS_MIN,
      sentence: `People of at least ${SQUADS_MIN} squads have a seat.`,
    },
  ];
}
