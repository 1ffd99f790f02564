import { describe, expect, it } from 'vitest';
import { type Alike, countFacets } from './facets';

const units = {
  u1: { slug: 'radio', name: 'Radio' },
  u2: { slug: 'home', name: 'Home' },
  g1: { slug: 'ranking', name: 'Ranking' },
};
const alike = (traits: Partial<Alike>): Alike => ({
  kind: 'page',
  freshness: 'fresh',
  squadId: 'u1',
  guildIds: [],
  age: 'week',
  count: 1,
  ...traits,
});

describe('what the results can be narrowed to', () => {
  const found = [
    alike({ count: 3 }),
    alike({ kind: 'technique', squadId: 'u2', guildIds: ['g1'], age: 'month', count: 2 }),
    alike({ squadId: null, freshness: 'overdue', age: 'before' }),
    alike({ age: 'later' }),
  ];

  it('a week lies within the month and the year, and what is dated ahead in neither', () => {
    const { facets, total } = countFacets(found, units, {});
    expect(total).toBe(7);
    expect(facets.periods).toEqual([
      { value: 'week', count: 3 },
      { value: 'month', count: 5 },
      { value: 'year', count: 5 },
    ]);
  });

  it('a facet keeps its alternatives, and the others count what passes it', () => {
    const { facets, total } = countFacets(found, units, { squad: 'home' });
    expect(total).toBe(2);
    expect(facets.kinds).toEqual([{ value: 'technique', count: 2 }]);
    expect(facets.squads.map(({ name, count }) => [name, count])).toEqual([
      ['Radio', 4],
      ['Home', 2],
    ]);
  });

  it('what misses two filters is counted nowhere', () => {
    const { facets, total } = countFacets(found, units, { squad: 'home', kind: 'page' });
    expect(total).toBe(0);
    expect(facets.kinds).toEqual([{ value: 'technique', count: 2 }]);
    expect(facets.guilds).toEqual([]);
    expect(countFacets(found, units, { squad: 'nowhere' }).total).toBe(0);
  });
});
