import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, parseDay } from '@/foundation/days';
import {
  type AdoptionState,
  adoptionStates,
  firstInProductionOn,
  hasEnded,
  inProductionSince,
  isBackDated,
  isInUse,
  type ProposedStep,
  refusalOf,
  type Step,
  standingOf,
  stepsAfter,
  sustainableFrom,
} from './adoption';

const day = (text: string) => parseDay(text) as Date;
const START = day('2025-01-06');

/** A history of steps a week apart. */
const said = (...states: AdoptionState[]): Step[] =>
  states.map((to, index) => ({ to, on: addDays(START, index * 7) }));

const later = day('2026-06-01');

const propose = (to: AdoptionState, traits: Partial<ProposedStep> = {}): ProposedStep => ({
  to,
  on: later,
  hasOwnEvidence: true,
  reasonCode: 'NO_DATA',
  note: 'In our own words.',
  ...traits,
});

describe('what a squad may say next', () => {
  it.each<[AdoptionState[], AdoptionState[]]>([
    [[], ['IDENTIFIED', 'ASSESSING', 'TRIALLING', 'IN_PRODUCTION', 'DECLINED']],
    [['IDENTIFIED'], ['ASSESSING', 'TRIALLING', 'IN_PRODUCTION', 'PAUSED', 'DECLINED']],
    [['ASSESSING'], ['TRIALLING', 'IN_PRODUCTION', 'PAUSED', 'DECLINED']],
    [['TRIALLING'], ['IN_PRODUCTION', 'PAUSED', 'DECLINED']],
    [['IN_PRODUCTION'], ['SUSTAINED', 'PAUSED', 'DISCONTINUED', 'SUPERSEDED']],
    [
      ['IN_PRODUCTION', 'SUSTAINED'],
      ['PAUSED', 'DISCONTINUED', 'SUPERSEDED'],
    ],
    [
      ['TRIALLING', 'PAUSED'],
      ['TRIALLING', 'IN_PRODUCTION', 'DECLINED'],
    ],
    [
      ['IN_PRODUCTION', 'PAUSED'],
      ['IN_PRODUCTION', 'DISCONTINUED', 'SUPERSEDED'],
    ],
    [
      ['IN_PRODUCTION', 'SUSTAINED', 'PAUSED'],
      ['IN_PRODUCTION', 'DISCONTINUED', 'SUPERSEDED'],
    ],
    [['DECLINED'], ['IDENTIFIED', 'ASSESSING', 'TRIALLING', 'IN_PRODUCTION']],
    [
      ['IN_PRODUCTION', 'DISCONTINUED'],
      ['IDENTIFIED', 'ASSESSING', 'TRIALLING', 'IN_PRODUCTION'],
    ],
  ])('after %j: %j', (history, next) => {
    expect(stepsAfter(said(...history))).toEqual(next);
  });

  it('before production a squad may always say that it is not for them', () => {
    for (const state of ['IDENTIFIED', 'ASSESSING', 'TRIALLING'] as const) {
      expect(stepsAfter(said(state))).toContain('DECLINED');
      expect(stepsAfter(said(state, 'PAUSED'))).toContain('DECLINED');
    }
  });

  it('what was in production ends by being discontinued or replaced, not declined', () => {
    expect(stepsAfter(said('IN_PRODUCTION'))).not.toContain('DECLINED');
    expect(stepsAfter(said('IN_PRODUCTION', 'PAUSED'))).not.toContain('DECLINED');
  });
});

describe('what a step needs', () => {
  const history = said('TRIALLING');

  it('a step follows from where the squad stands', () => {
    expect(refusalOf(history, propose('SUSTAINED'), later)).toBe('not-a-step');
    expect(refusalOf(history, propose('IDENTIFIED'), later)).toBe('not-a-step');
    expect(refusalOf([], propose('PAUSED'), later)).toBe('not-a-step');
    expect(refusalOf([], propose('DISCONTINUED'), later)).toBe('not-a-step');
  });

  it('a step cannot happen before the one it follows, but may on the same day', () => {
    const on = START;
    expect(refusalOf(history, propose('DECLINED', { on: addDays(on, -1) }), later)).toBe(
      'before-the-last',
    );
    expect(refusalOf(history, propose('DECLINED', { on }), later)).toBeNull();
  });

  it('a step cannot lie in the future', () => {
    const tomorrow = propose('IDENTIFIED', { on: addDays(later, 1) });
    expect(refusalOf([], tomorrow, later)).toBe('in-the-future');
    expect(refusalOf([], propose('IDENTIFIED'), later)).toBeNull();
  });

  it('going to production needs evidence of the squad’s own', () => {
    const step = propose('IN_PRODUCTION', { hasOwnEvidence: false });
    expect(refusalOf(history, step, later)).toBe('needs-evidence');
    expect(refusalOf(history, propose('IN_PRODUCTION'), later)).toBeNull();
  });

  it('not for us, and no longer in use, need a reason and words', () => {
    const inUse = said('IN_PRODUCTION');
    const bare = { reasonCode: null };
    expect(refusalOf(history, propose('DECLINED', bare), later)).toBe('needs-reason');
    expect(refusalOf(history, propose('DECLINED', { note: ' ' }), later)).toBe('needs-words');
    expect(refusalOf(inUse, propose('DISCONTINUED', bare), later)).toBe('needs-reason');
    expect(refusalOf(inUse, propose('DISCONTINUED', { note: '' }), later)).toBe('needs-words');
    expect(refusalOf(inUse, propose('SUPERSEDED', { note: '' }), later)).toBe('needs-words');
    expect(refusalOf(inUse, propose('PAUSED', { note: '', ...bare }), later)).toBeNull();
  });

  it('a squad that declined may come back to it, saying what changed', () => {
    const declined = said('DECLINED');
    expect(refusalOf(declined, propose('TRIALLING', { note: '' }), later)).toBe('needs-words');
    expect(refusalOf(declined, propose('TRIALLING'), later)).toBeNull();
  });

  it('it has lasted after 90 days in production and a look at whether it still does', () => {
    const inUse = said('IN_PRODUCTION');
    const on = (days: number) => ({ on: addDays(START, days) });
    expect(refusalOf(inUse, propose('SUSTAINED', on(89)), later)).toBe('too-soon-to-sustain');
    expect(refusalOf(inUse, propose('SUSTAINED', on(90)), later)).toBeNull();
    expect(refusalOf(inUse, propose('SUSTAINED', { ...on(90), note: '' }), later)).toBe(
      'needs-words',
    );
  });

  it('a pause starts the 90 days anew', () => {
    const resumed = said('IN_PRODUCTION', 'PAUSED', 'IN_PRODUCTION');
    expect(sustainableFrom(resumed)).toEqual(addDays(START, 14 + 90));
    expect(sustainableFrom(said('IN_PRODUCTION', 'PAUSED'))).toBeNull();
  });
});

describe('what the history tells', () => {
  it('the first day in production stays the first, whatever came after', () => {
    const history = said('TRIALLING', 'IN_PRODUCTION', 'PAUSED', 'IN_PRODUCTION', 'DISCONTINUED');
    expect(firstInProductionOn(history)).toEqual(addDays(START, 7));
    expect(inProductionSince(history)).toBeNull();
    expect(firstInProductionOn(said('DECLINED'))).toBeNull();
  });

  it('recorded more than 14 days after it happened, it is marked as back-dated', () => {
    const recordedAt = new Date('2025-03-15T09:30:00Z');
    expect(isBackDated(day('2025-03-01'), recordedAt)).toBe(false);
    expect(isBackDated(day('2025-02-28'), recordedAt)).toBe(true);
    expect(isBackDated(day('2025-03-15'), recordedAt)).toBe(false);
  });
});

describe('any history a squad could have recorded', () => {
  /** Walks as a squad would: proposals that the rules refuse are left out. */
  const anyHistory = fc
    .array(
      fc.record({
        to: fc.constantFrom(...adoptionStates),
        wait: fc.integer({ min: 0, max: 120 }),
        hasOwnEvidence: fc.boolean(),
      }),
      { maxLength: 25 },
    )
    .map((tries) => {
      const history: (Step & { hasOwnEvidence: boolean })[] = [];
      let on = START;
      for (const { to, wait, hasOwnEvidence } of tries) {
        on = addDays(on, wait);
        const step = propose(to, { on, hasOwnEvidence });
        if (refusalOf(history, step, day('2099-01-01')) === null) history.push(step);
      }
      return history;
    });

  const holds = (claim: (history: (Step & { hasOwnEvidence: boolean })[]) => boolean) =>
    fc.assert(fc.property(anyHistory, claim), { numRuns: 500 });

  it('never goes back in time', () => {
    holds((history) =>
      history.every((step, index) => index === 0 || step.on >= (history[index - 1] as Step).on),
    );
  });

  it('is in production only with evidence', () => {
    holds((history) => history.every((step) => step.to !== 'IN_PRODUCTION' || step.hasOwnEvidence));
  });

  it('has lasted only after 90 unbroken days in production', () => {
    holds((history) =>
      history.every((step, index) => {
        if (step.to !== 'SUSTAINED') return true;
        const before = history[index - 1];
        return (
          before?.to === 'IN_PRODUCTION' && step.on.getTime() >= addDays(before.on, 90).getTime()
        );
      }),
    );
  });

  it('is discontinued or replaced only after having been in production', () => {
    holds((history) =>
      history.every(
        ({ to }, index) =>
          (to !== 'DISCONTINUED' && to !== 'SUPERSEDED') ||
          firstInProductionOn(history.slice(0, index)) !== null,
      ),
    );
  });

  it('always leaves something to say, and never the same thing twice in a row', () => {
    holds((history) => {
      const next = stepsAfter(history);
      return next.length > 0 && !next.includes(standingOf(history) as AdoptionState);
    });
  });

  it('is in use exactly while a day of production is running', () => {
    holds((history) => isInUse(standingOf(history)) === (inProductionSince(history) !== null));
  });

  it('once ended, is only ever begun again, never paused or ended twice', () => {
    holds((history) =>
      history.every(
        ({ to }, index) =>
          !hasEnded(history[index - 1]?.to ?? null) || (!hasEnded(to) && to !== 'PAUSED'),
      ),
    );
  });
});
