import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Best, leastOfBest } from './best';

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => b - a);
const anyNumbers = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 12 });

describe('the greatest of some numbers', () => {
  it('are the first of all, sorted, and the greatest stands for what is missing', () => {
    fc.assert(
      fc.property(anyNumbers, fc.integer({ min: 1, max: 5 }), (numbers, most) => {
        fc.pre(numbers.length > 0);
        const best = new Best(most);
        best.add(99);
        best.clear();
        for (const number of numbers) best.add(number);
        const all = sorted(numbers);
        const expected = Array.from({ length: most }, (_, at) => all[at] ?? all[0] ?? 0);
        expect(best.mean()).toBeCloseTo(expected.reduce((sum, one) => sum + one, 0) / most, 9);
      }),
    );
  });

  it('the least of them is none that a smaller number is greater than', () => {
    fc.assert(
      fc.property(anyNumbers, fc.integer({ min: 1, max: 9 }), (numbers, most) => {
        const expected = sorted(numbers)[most - 1] ?? Number.NEGATIVE_INFINITY;
        expect(leastOfBest(Float32Array.from(numbers), most)).toBe(expected);
      }),
    );
  });
});
