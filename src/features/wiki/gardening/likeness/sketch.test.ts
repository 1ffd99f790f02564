import { describe, expect, it } from 'vitest';
import { likenessOf, NEAR, sketchOf } from './sketch';

/** Words that do not repeat, always the same for the same seed. */
const words = (count: number, seed: string) =>
  Array.from({ length: count }, (_, index) => `${seed}${(index * 7919) % 10_007}`);

function likeness(one: string[], other: string[]): number {
  const [a, b] = [sketchOf(one.join(' ')), sketchOf(other.join(' '))];
  if (!a || !b) throw new Error('A text is too short.');
  return likenessOf(a.sketch, b.sketch);
}

const meet = (one: string[], other: string[]) => {
  const bands = new Set(sketchOf(one.join(' '))?.bands);
  return sketchOf(other.join(' '))?.bands.some((band) => bands.has(band));
};

describe('the likeness of two texts', () => {
  const text = words(400, 'w');

  it('is whole for the same words, whatever their case and marks', () => {
    expect(likeness(text, text)).toBe(1);
    const written = text.join(', ').toUpperCase();
    expect(sketchOf(written)).toEqual(sketchOf(text.join(' ')));
  });

  it('is nothing for texts that share no run of words', () => {
    expect(likeness(text, words(400, 'v'))).toBeLessThan(0.05);
    expect(likeness(text, text.toReversed())).toBeLessThan(0.05);
  });

  it.each([0.9, 0.7, 0.5])(
    'of a text of which %s was copied is told, and it is found where it is near',
    (share) => {
      const kept = text.slice(0, 400 * share);
      const copy = [...kept, ...words(400 - kept.length, 'x')];
      // Of the runs of both together, so many are common.
      const common = share / (2 - share);
      expect(likeness(text, copy)).toBeGreaterThan(common - 0.15);
      expect(likeness(text, copy)).toBeLessThan(common + 0.15);
      if (common > NEAR) expect(meet(text, copy)).toBe(true);
    },
  );

  it('is not asked of a few words', () => {
    expect(sketchOf('to do')).toBeNull();
  });
});
