import { describe, expect, it } from 'vitest';
import { FRESHNESS_WORDS } from '../reviews/words';
import { chosenIn, facetsOf, isNarrowed, queryAfter, queryOf, type Tally } from './facets';

const unit = (slug: string) => ({ slug, name: slug.toUpperCase() });
const tallies: Tally[] = [
  { kind: 'HOW_TO', unit: unit('radio'), freshness: 'FRESH', count: 3 },
  { kind: 'HOW_TO', unit: unit('home'), freshness: 'OVERDUE', count: 2 },
  { kind: 'BEST_PRACTICE', unit: unit('radio'), freshness: 'OVERDUE', count: 5 },
];
const counts = (query: Parameters<typeof chosenIn>[0]) => {
  const facets = facetsOf(tallies, chosenIn(query), FRESHNESS_WORDS);
  return Object.fromEntries(
    Object.entries(facets).map(([name, choices]) => [
      name,
      Object.fromEntries(choices.map(({ value, count }) => [value, count])),
    ]),
  );
};

describe('facets', () => {
  it('count what each value would leave, the greatest unit first', () => {
    expect(counts({})).toEqual({
      kind: { 'best-practice': 5, 'how-to': 5 },
      unit: { radio: 8, home: 2 },
      freshness: { fresh: 3, overdue: 7 },
    });
  });

  it('count among what the other facets leave, so that a choice can be changed at once', () => {
    expect(counts({ kind: 'how-to', unit: 'home' })).toEqual({
      kind: { 'how-to': 2 },
      unit: { home: 2, radio: 3 },
      freshness: { overdue: 2 },
    });
  });

  it('take any address: what stands there twice, or is no kind, narrows nothing', () => {
    expect(chosenIn({ kind: ['how-to', 'paper-notes'], freshness: 'green' })).toEqual({
      kind: null,
      unit: null,
      freshness: null,
    });
  });

  it('stand in the address, and a second choice of the same takes it off', () => {
    const chosen = chosenIn({ kind: 'how-to', freshness: 'never-verified' });
    expect(queryOf(chosen)).toEqual({ kind: 'how-to', freshness: 'never-verified' });
    const choice = { value: 'how-to', label: '', count: 1, isChosen: true };
    expect(queryAfter(chosen, 'kind', choice)).toEqual({ freshness: 'never-verified' });
    expect(isNarrowed(chosenIn({ kind: 'poem', freshness: 'stale' }))).toBe(false);
  });
});
