import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Freshness } from './freshness';
import { inOrder, liftFor } from './ranking';

const found = (closeness: number, freshness: Freshness = 'unreviewed', squadsUsing = 0) => ({
  closeness,
  freshness,
  squadsUsing,
});

describe('the order of what was found', () => {
  it('loses nothing, and puts the closest first where nothing else is known', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (closeness) => {
        const order = inOrder(closeness.map((each) => found(each)));
        expect(order.map((one) => one.closeness)).toEqual(closeness.toSorted((a, b) => b - a));
      }),
    );
  });

  it('between equals, what is true and in use comes first', () => {
    const order = inOrder([found(0.7, 'obsolete'), found(0.7), found(0.7, 'fresh', 4)]);
    expect(order.map(({ freshness }) => freshness)).toEqual(['fresh', 'unreviewed', 'obsolete']);
  });

  it('no use and no date puts what does not fit above what does', () => {
    const [first] = inOrder([found(0.5, 'fresh', 1000), found(0.8, 'overdue')]);
    expect(first?.closeness).toBe(0.8);
  });
});

describe('a lift', () => {
  const states = ['fresh', 'due', 'unreviewed', 'overdue', 'obsolete'] as const;

  it('falls from fresh to obsolete', () => {
    const lifts = states.map((state) => liftFor(state, 0));
    expect(lifts).toEqual(lifts.toSorted((a, b) => b - a));
    expect(liftFor('unreviewed', 0)).toBe(1);
  });

  it('grows with the squads that use it, less with each, and stays small', () => {
    fc.assert(
      fc.property(fc.nat(1000), (squads) => {
        expect(liftFor('unreviewed', squads + 1)).toBeGreaterThan(liftFor('unreviewed', squads));
        expect(liftFor('fresh', squads)).toBeLessThan(1.13);
      }),
    );
  });
});
