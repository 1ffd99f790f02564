import { describe, expect, it } from 'vitest';
import { type Acquaintance, gatherPeopleToAsk, type KnownBy } from './people-to-ask';

const squad = (name: string) => ({ id: name, slug: name, name });

const knows = (name: string, how: Acquaintance, of = 'Home'): KnownBy => ({
  person: { handle: name.toLowerCase(), name },
  squadToday: squad('Search'),
  how,
  squad: squad(of),
  state: how === 'MOVED' ? 'IN_PRODUCTION' : null,
});

describe('the people to ask', () => {
  it('each person once, with every way in which they know it', () => {
    const people = gatherPeopleToAsk([
      knows('Ada', 'PRESENTED'),
      knows('Ada', 'WROTE'),
      knows('Ada', 'WROTE'),
      knows('Ada', 'MOVED', 'Radio'),
    ]);
    expect(people).toHaveLength(1);
    expect(people[0]?.ways.map(({ how, squad: { name } }) => `${how} ${name}`)).toEqual([
      'WROTE Home',
      'PRESENTED Home',
      'MOVED Radio',
    ]);
  });

  it('those who told of it first, then by name and not by how much they did', () => {
    const people = gatherPeopleToAsk([
      knows('Zoe', 'MOVED', 'Radio'),
      knows('Zoe', 'MEASURED', 'Radio'),
      knows('Bram', 'TRIED'),
      knows('Wim', 'PRESENTED'),
    ]);
    expect(people.map(({ person }) => person.name)).toEqual(['Wim', 'Bram', 'Zoe']);
  });
});
