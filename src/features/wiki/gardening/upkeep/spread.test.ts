import { describe, expect, it } from 'vitest';
import { absenceFactor, effectiveNumber } from './spread';

describe('on how few the wiki rests', () => {
  it('is the fewest who made half of it', () => {
    expect(absenceFactor([1000, 433, 343, 332, 202, 90, 42, 33])).toBe(2);
    expect(absenceFactor(Array.from({ length: 8 }, () => 125))).toBe(4);
    expect(absenceFactor([5])).toBe(1);
    expect(absenceFactor([])).toBe(0);
  });

  it('is told in squads of equal shares', () => {
    expect(effectiveNumber([12, 5, 3, 2, 1, 1])).toBeCloseTo(3.13, 2);
    expect(effectiveNumber([4, 4, 4])).toBeCloseTo(3);
    expect(effectiveNumber([])).toBe(0);
  });
});
