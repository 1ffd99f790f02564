import { describe, expect, it } from 'vitest';
import { changedFacts, trailActionName } from './trail-words';

describe('the trail in words', () => {
  const before = { unitId: 'u1', unit: 'Radio', role: 'MEMBER', from: '2025-01-01', to: null };

  it('shows what changed, beside the unit it happened in', () => {
    expect(changedFacts(before, { ...before, to: '2025-06-01' })).toEqual([
      { label: 'Unit', before: null, after: 'Radio' },
      { label: 'First day no longer', before: null, after: '2025-06-01' },
    ]);
  });

  it('shows all of what is new, and of what was taken back', () => {
    expect(changedFacts(null, before).map(({ label, after }) => `${label} ${after}`)).toEqual([
      'Unit Radio',
      'Role member',
      'From 2025-01-01',
    ]);
    expect(changedFacts(before, null)[1]).toEqual({ label: 'Role', before: 'member', after: null });
  });

  it('never shows ids, and writes lists and marks as words', () => {
    const facts = changedFacts(
      { skills: ['SQL'], isPlatformTeam: false },
      { unitId: 'x', skills: ['SQL', 'drift'], isPlatformTeam: true },
    );
    expect(facts).toEqual([
      { label: 'Skills', before: 'SQL', after: 'SQL, drift' },
      { label: 'ML Platform team', before: null, after: 'yes' },
    ]);
  });

  it('names an action it does not know by the name it has', () => {
    expect(trailActionName('unit.renamed')).toBe('Unit renamed');
    expect(trailActionName('page.revised')).toBe('page.revised');
  });
});
