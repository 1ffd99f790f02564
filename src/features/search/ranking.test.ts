import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse, liftFor } from './ranking';

describe('fused ranking', () => {
  it('what both lists know stands above what only one knows', () => {
    const order = fuse([
      { weight: 1, keys: ['a', 'b', 'c'] },
      { weight: 1, keys: ['c', 'd'] },
    ]);
    expect(order[0]).toBe('c');
  });

  it('a single list keeps its order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (keys) => {
        expect(fuse([{ weight: 1, keys }])).toEqual(keys);
      }),
    );
  });

  it('loses nothing and repeats nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.uniqueArray(fc.string()), (left, right) => {
        const order = fuse([
          { weight: 1, keys: left },
          { weight: 0.5, keys: right },
        ]);
        expect(new Set(order)).toEqual(new Set([...left, ...right]));
        expect(order).toHaveLength(new Set(order).size);
      }),
    );
  });

  it('a list of greater weight wins between strangers', () => {
    expect(
      fuse([
        { weight: 0.5, keys: ['light'] },
        { weight: 1, keys: ['heavy'] },
      ]),
    ).toEqual(['heavy', 'light']);
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

  it('decides between equals, and never lets the last of a list pass the first', () => {
    const keys = Array.from({ length: 40 }, (_, index) => `k${index}`);
    const liftOf = (key: string) => (key === 'k39' ? liftFor('fresh', 1000) : 1);
    const order = fuse([{ weight: 1, keys }], liftOf);
    expect(order[0]).toBe('k0');
    expect(order.indexOf('k39')).toBeLessThan(39);
  });
});
