import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse } from './ranking';

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
