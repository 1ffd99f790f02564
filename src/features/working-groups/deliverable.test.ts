import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, parseDay } from '@/foundation/days';
import {
  type DeliverableState,
  deliverableFault,
  isHandedOver,
  nextDeliverableStates,
} from './deliverable';

const since = parseDay('2026-02-02') as Date;
const today = addDays(since, 60);
const facts = (state: DeliverableState, ownerSquadId: string | null = 'squad') => ({
  state,
  since,
  ownerSquadId,
});
const on = (days: number, note = '') => ({ on: addDays(since, days), today, note });

describe('a deliverable moves on', () => {
  it('from draft through review and warranty to maintenance, step by step', () => {
    const steps: DeliverableState[] = ['DRAFT', 'REVIEW', 'PUBLISHED', 'WARRANTY', 'MAINTAINED'];
    for (const [index, from] of steps.entries()) {
      const to = steps[index + 1];
      if (to) expect(deliverableFault(facts(from), to, on(40))).toBeNull();
    }
  });

  it.each([
    ['DRAFT', 'PUBLISHED', 40, '', 'not-next'],
    ['PUBLISHED', 'MAINTAINED', 40, '', 'not-next'],
    ['DEPRECATED', 'DRAFT', 40, '', 'not-next'],
    ['DRAFT', 'REVIEW', 61, '', 'in-the-future'],
    ['DRAFT', 'REVIEW', -1, '', 'before-last'],
    ['WARRANTY', 'MAINTAINED', 29, '', 'warranty-runs'],
    ['MAINTAINED', 'DEPRECATED', 40, '', 'note-missing'],
    ['MAINTAINED', 'DEPRECATED', 40, 'Replaced by the new tool', null],
  ] as const)('%s to %s after %i days %s: %s', (from, to, days, note, fault) => {
    expect(deliverableFault(facts(from), to, on(days, note))).toBe(fault);
  });

  it('into maintenance only with a squad that looks after it, after thirty days of warranty', () => {
    expect(deliverableFault(facts('WARRANTY', null), 'MAINTAINED', on(30))).toBe('owner-missing');
    expect(deliverableFault(facts('WARRANTY'), 'MAINTAINED', on(30))).toBeNull();
  });

  it('once handed over never back to a draft, whichever steps are taken', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10), { maxLength: 20 }), (choices) => {
        let state: DeliverableState = 'DRAFT';
        let wasHandedOver = false;
        for (const choice of choices) {
          const next: readonly DeliverableState[] = nextDeliverableStates(state);
          state = next[choice % Math.max(next.length, 1)] ?? state;
          wasHandedOver ||= isHandedOver(state);
          expect(isHandedOver(state)).toBe(wasHandedOver);
        }
      }),
    );
  });
});
