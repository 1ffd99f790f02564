import { describe, expect, it } from 'vitest';
import { freshnessOn } from './freshness';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const on = (text: string, review: { due?: string; verified?: string; obsolete?: boolean }) =>
  freshnessOn(
    {
      reviewDueOn: review.due ? day(review.due) : null,
      verifiedAt: review.verified ? day(review.verified) : null,
      isObsolete: review.obsolete ?? false,
    },
    day(text),
  );

describe('freshness is judged on the day somebody looks', () => {
  it('goes from fresh to due to overdue as days pass', () => {
    const checked = { verified: '2026-04-01', due: '2026-07-01' };
    expect(on('2026-06-30', checked)).toBe('fresh');
    expect(on('2026-07-01', checked)).toBe('due');
    expect(on('2026-07-31', checked)).toBe('due');
    expect(on('2026-08-01', checked)).toBe('overdue');
  });

  it('obsolete stays obsolete, and what nobody verified says so', () => {
    expect(on('2026-06-01', { due: '2026-07-01', obsolete: true })).toBe('obsolete');
    expect(on('2026-06-01', { due: '2026-07-01' })).toBe('unreviewed');
    expect(on('2026-06-01', { verified: '2025-01-01' })).toBe('fresh');
  });
});
