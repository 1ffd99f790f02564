import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meantWord, slipsBetween } from './spelling';

describe('the word that was meant', () => {
  it.each([
    ['drfit', 'drift'],
    ['dritf', 'drift'],
    ['rift', 'drift'],
    ['ddrift', 'drift'],
    ['calibartion', 'calibration'],
    ['calbration', 'calibration'],
  ])('%s is one slip from %s', (typed, meant) => {
    expect(slipsBetween(typed, meant)).toBe(1);
    expect(meantWord(typed, [{ word: meant, entries: 1 }])).toBe(meant);
  });

  it('of two words as near, the one that more entries carry', () => {
    const candidates = [
      { word: 'ranging', entries: 2 },
      { word: 'ranking', entries: 90 },
    ];
    expect(meantWord('ranming', candidates)).toBe('ranking');
  });

  it('a word too far away is not put into anybody’s mouth', () => {
    expect(meantWord('xylophone', [{ word: 'telephone', entries: 5 }])).toBeNull();
    expect(meantWord('cache', [{ word: 'batch', entries: 5 }])).toBeNull();
  });

  it('is the same seen from either side, and nothing only between equals', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
        expect(slipsBetween(a, b) === 0).toBe(a === b);
        expect(slipsBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
