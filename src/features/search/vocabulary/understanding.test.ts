import { describe, expect, it } from 'vitest';
import { type AskedWord, understand, withSynonyms } from './understanding';

const known = (word: string, entries: number): AskedWord => ({
  word,
  entries,
  isKnown: true,
  candidates: [],
});
const unknown = (word: string, ...candidates: string[]): AskedWord => ({
  word,
  entries: 0,
  isKnown: false,
  candidates: candidates.map((candidate) => ({ word: candidate, entries: 10 })),
});
const TOTAL = 1000;

describe('what a search was meant to say', () => {
  it('an acronym is also looked for in full, and the other way round', () => {
    const list = [['CTR', 'click-through rate']];
    expect(withSynonyms('ctr model', list)).toEqual(['ctr model', 'click-through rate model']);
    expect(withSynonyms('Click-through rate', list)).toEqual(['Click-through rate', 'CTR']);
  });

  it('an acronym within another word is left alone', () => {
    expect(withSynonyms('nectr', [['CTR', 'click-through rate']])).toEqual(['nectr']);
    expect(
      withSynonyms('a.b', [
        ['a.b', 'x'],
        ['axb', 'y'],
      ]),
    ).toEqual(['a.b', 'x']);
  });

  it('a slip is mended beside the word that was typed, and proposed', () => {
    const { variants, didYouMean } = understand(
      'feature drfit',
      [known('feature', 90), unknown('drfit', 'drift')],
      [],
      TOTAL,
    );
    expect(variants).toEqual(['feature drfit', 'feature drift']);
    expect(didYouMean).toBe('feature drift');
  });

  it('nothing is proposed for words that the index knows', () => {
    expect(understand('drift', [known('drift', 3)], [], TOTAL).didYouMean).toBeNull();
  });

  it('a synonym is another way to say it all, and takes no weight from what was typed', () => {
    const asked = understand(
      'cuped',
      [known('cuped', 3)],
      [['CUPED', 'variance reduction']],
      TOTAL,
    );
    expect(asked.variants).toEqual(['cuped', 'variance reduction']);
    expect(asked.weights.map(({ word }) => word)).toEqual(['cuped']);
    expect(asked.rareWords).toEqual([{ word: 'cuped', reached: 3 }]);
  });

  it('a rare word weighs more than a common one, and too common ones are not looked for alone', () => {
    const { weights, rareWords } = understand(
      'model calibration',
      [known('model', 9_000), known('calibration', 12)],
      [],
      10 * TOTAL,
    );
    expect(weights.map(({ word }) => word)).toEqual(['calibration', 'model']);
    expect(rareWords).toEqual([{ word: 'calibration', reached: 12 }]);
  });

  it('a last word that many texts carry was meant as it stands; another may be only begun', () => {
    const begun = (typed: string, entries: number) =>
      understand(typed, [known('model', entries)], [], TOTAL).begun;
    expect(begun('Model', 20)).toBeNull();
    expect(begun('model', 19)).toBe('model');
    expect(begun('model ml', 90)).toBe('model ml');
  });

  it('in a told problem only a few words that nothing carries count against it, in a question all', () => {
    const strange = Array.from({ length: 20 }, (_, at) => unknown(`word${'x'.repeat(at)}`));
    const asked = (others: number) =>
      understand('told', [known('leakage', 3), ...strange.slice(0, others)], [], TOTAL).weights;
    expect(asked(15)).toHaveLength(5);
    expect(asked(15).map(({ word }) => word)).toContain('leakage');
    expect(asked(14)).toHaveLength(15);
  });
});
