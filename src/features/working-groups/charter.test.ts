import { describe, expect, it } from 'vitest';
import {
  type CharterFacts,
  canMoveTo,
  conditionsFor,
  type GroupState,
  nextStates,
  remarksOn,
  stateAhead,
} from './charter';

const ready: CharterFacts = {
  state: 'PROPOSED',
  question: 'How do we measure drift?',
  charter: 'Audio features only.',
  exitTest: 'Two squads use the guideline.',
  hasSponsor: true,
  hasLead: true,
  squadCount: 3,
  withoutAgreement: [],
  hasBegun: true,
  deliverables: [
    { title: 'Guideline', state: 'PUBLISHED', owner: { name: 'Radio', exists: true } },
  ],
};
const missing = (to: GroupState, facts: CharterFacts) =>
  conditionsFor(to, facts)
    .filter(({ isMet }) => !isMet)
    .map(({ sentence }) => sentence);

describe('the way of a group', () => {
  it('with everything in place it goes from proposal to closing', () => {
    const way: GroupState[] = ['PROPOSED', 'CHARTERED', 'ACTIVE', 'REVIEW', 'CLOSED'];
    for (const [index, state] of way.entries()) {
      const to = way[index + 1];
      expect(stateAhead(state)).toBe(to ?? null);
      if (to) expect(canMoveTo(to, { ...ready, state }), `${state} to ${to}`).toBe(true);
    }
  });

  it('skips no state, and an ended group stays ended', () => {
    expect(canMoveTo('ACTIVE', ready)).toBe(false);
    expect(canMoveTo('CLOSED', { ...ready, state: 'ACTIVE' })).toBe(false);
    expect(nextStates('CLOSED')).toEqual([]);
    expect(nextStates('DISBANDED')).toEqual([]);
  });

  it('can be disbanded at any time before its end, and go back from review to work', () => {
    for (const state of ['PROPOSED', 'CHARTERED', 'ACTIVE', 'REVIEW'] as const) {
      expect(canMoveTo('DISBANDED', { ...ready, state, squadCount: 0 })).toBe(true);
    }
    expect(canMoveTo('ACTIVE', { ...ready, state: 'REVIEW', deliverables: [] })).toBe(true);
  });
});

describe('what is missing before the next state', () => {
  it.each([
    [{ question: '' }, /one question/],
    [{ charter: '' }, /charter/],
    [{ exitTest: '' }, /done/],
    [{ hasSponsor: false }, /sponsors/],
    [{ hasLead: false }, /leads/],
    [{ squadCount: 1 }, /at least 2 squads/],
  ] as const)('%j keeps it from being chartered', (fault, sentence) => {
    const sentences = missing('CHARTERED', { ...ready, ...fault });
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(sentence);
    expect(canMoveTo('CHARTERED', { ...ready, ...fault })).toBe(false);
  });

  it('nobody begins without a deliverable, or before the first day', () => {
    const facts = { ...ready, state: 'CHARTERED', deliverables: [], hasBegun: false } as const;
    expect(missing('ACTIVE', facts)).toHaveLength(2);
  });

  it('a charter that lost its second squad does not begin either', () => {
    expect(canMoveTo('ACTIVE', { ...ready, state: 'CHARTERED', squadCount: 1 })).toBe(false);
  });

  it('a review needs something to look at', () => {
    const draft = { title: 'Tool', state: 'DRAFT', owner: null } as const;
    const facts = { ...ready, state: 'ACTIVE', deliverables: [draft] } as const;
    expect(canMoveTo('REVIEW', facts)).toBe(false);
    const inReview = { ...draft, state: 'REVIEW' } as const;
    expect(canMoveTo('REVIEW', { ...facts, deliverables: [draft, inReview] })).toBe(true);
  });
});

describe('what is worth a second look', () => {
  it('two squads are allowed but remarked upon; three are not', () => {
    expect(remarksOn({ ...ready, squadCount: 2 })[0]).toMatch(/2 squads/);
    expect(remarksOn(ready)).toEqual([]);
  });

  it('names those whose manager has not agreed', () => {
    expect(remarksOn({ ...ready, withoutAgreement: ['Ada', 'Bram'] })).toEqual([
      'Not yet agreed with their manager: Ada, Bram.',
    ]);
  });
});
