import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '@/foundation/days';
import { type ParentPlan, type ParentRow, parentEnding, parentPlan } from './parent-period';

const day = (text: string) => parseDay(text) as Date;
const row = (parentId: string, from: string, to: string | null = null): ParentRow => ({
  id: `${parentId}-${from}`,
  parentId,
  validFrom: day(from),
  validTo: to ? day(to) : null,
});
const written = (plan: ParentPlan | 'nothing-changed') =>
  plan === 'nothing-changed'
    ? plan
    : plan.rows.map(({ parentId, validFrom, validTo }) =>
        [parentId, formatDay(validFrom), validTo ? formatDay(validTo) : 'open'].join(' '),
      );

describe('where a unit stands', () => {
  it('changes from a day on, and stays what it was before', () => {
    const plan = parentPlan([row('north', '2024-01-01')], 'south', day('2025-01-01'));
    expect(written(plan)).toEqual(['north 2024-01-01 2025-01-01', 'south 2025-01-01 open']);
  });

  it('gives way to a later change that is already recorded', () => {
    const recorded = [row('north', '2024-01-01', '2026-01-01'), row('west', '2026-01-01')];
    expect(written(parentPlan(recorded, 'south', day('2025-01-01')))).toEqual([
      'north 2024-01-01 2025-01-01',
      'south 2025-01-01 2026-01-01',
    ]);
  });

  it('may become nowhere', () => {
    const plan = parentPlan([row('north', '2024-01-01')], null, day('2025-01-01'));
    expect(written(plan)).toEqual(['north 2024-01-01 2025-01-01']);
  });

  it('is replaced altogether when it would have begun that day', () => {
    const plan = parentPlan([row('north', '2025-01-01')], 'south', day('2025-01-01'));
    expect(written(plan)).toEqual(['south 2025-01-01 open']);
  });

  it('is not written again when it is the same', () => {
    expect(parentPlan([row('north', '2024-01-01')], 'north', day('2025-01-01'))).toBe(
      'nothing-changed',
    );
  });

  it('ends with the unit, and what was to come does not come', () => {
    const recorded = [row('north', '2024-01-01', '2025-06-01'), row('west', '2025-06-01')];
    expect(written(parentEnding(recorded, day('2025-01-01')))).toEqual([
      'north 2024-01-01 2025-01-01',
    ]);
  });
});
