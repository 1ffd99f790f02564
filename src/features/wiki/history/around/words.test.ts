import { describe, expect, it } from 'vitest';
import { type PageTrace, wordsOf } from './words';

const trace = (traits: Partial<PageTrace>): PageTrace => ({
  action: 'page.entrusted',
  before: null,
  after: null,
  names: { a: 'Ada', b: 'Bram', r: 'Radio' },
  ...traits,
});

describe('what changed around a text', () => {
  it('is told a line for each thing that became different', () => {
    const before = { kind: 'HOW_TO', ownerUnitId: null, stewardIds: ['a'] };
    const after = { kind: 'BEST_PRACTICE', ownerUnitId: 'r', stewardIds: ['b'] };
    expect(wordsOf(trace({ before, after }))).toEqual([
      'From How-to to Best practice',
      'Kept by Radio',
      'Steward from now on: Bram',
      'Steward no longer: Ada',
    ]);
    expect(wordsOf(trace({ before: after, after: { ...after, ownerUnitId: null } }))).toEqual([
      'Kept by those who own the space',
    ]);
  });

  it('is nothing when only the same was said again, and names nobody who is unknown', () => {
    const same = { stewardIds: ['a'] };
    expect(wordsOf(trace({ before: same, after: same }))).toEqual([]);
    expect(wordsOf(trace({ before: same, after: { stewardIds: ['a', 'x'] } }))).toEqual([
      'Steward from now on: somebody',
    ]);
  });

  it('is where a page lay before it was moved', () => {
    const before = { spaceSlug: 'guild', path: 'drift' };
    const after = { spaceSlug: 'guild', path: 'watching/drift' };
    expect(wordsOf(trace({ action: 'page.moved', before, after }))).toEqual([
      'Moved from guild/drift to guild/watching/drift',
    ]);
  });
});
