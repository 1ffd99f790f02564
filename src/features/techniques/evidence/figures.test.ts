import { describe, expect, it } from 'vitest';
import { changeInPercent, type Figures, formatChange, formatNumber, missingParts } from './figures';

const figures = (traits: Partial<Figures> = {}): Figures => ({
  metric: null,
  baseline: null,
  value: null,
  intervalLow: null,
  intervalHigh: null,
  n: null,
  ...traits,
});

describe('a number as evidence', () => {
  it('comes with its metric, its baseline and its n', () => {
    expect(missingParts(figures({ value: 0.44 }))).toEqual(['metric', 'baseline', 'n']);
    expect(missingParts(figures({ metric: 'AUC', baseline: 0.4, value: 0.44, n: 900 }))).toEqual(
      [],
    );
    expect(missingParts(figures({ n: 900 }))).toEqual(['metric', 'baseline', 'value']);
    expect(missingParts(figures({ intervalLow: 0.41 }))).toEqual([
      'metric',
      'baseline',
      'value',
      'n',
    ]);
  });

  it('words alone are evidence too', () => {
    expect(missingParts(figures())).toEqual([]);
    expect(missingParts(figures({ metric: 'time to label' }))).toEqual([]);
  });

  it('is compared with its baseline, also a negative one', () => {
    expect(changeInPercent(figures({ baseline: 0.4, value: 0.44 }))).toBeCloseTo(10);
    expect(changeInPercent(figures({ baseline: -2, value: -1 }))).toBeCloseTo(50);
    expect(changeInPercent(figures({ baseline: 0, value: 1 }))).toBeNull();
    expect(changeInPercent(figures())).toBeNull();
  });

  it.each([
    [10.04, '+10 %'],
    [-3.26, '−3.3 %'],
    [0, '0 %'],
  ])('a change of %d reads %s', (change, text) => {
    expect(formatChange(change)).toBe(text);
  });

  it('is written with the digits it can carry', () => {
    expect(formatNumber(0.412345)).toBe('0.4123');
    expect(formatNumber(-1234567)).toBe('−1,235,000');
  });
});
