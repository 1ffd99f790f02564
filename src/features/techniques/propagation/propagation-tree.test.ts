import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay, parseDay } from '@/foundation/days';
import { type AdoptionState, adoptionStates } from './adoption';
import type { Adoption } from './journey';
import { growTree } from './propagation-tree';

const START = parseDay('2025-01-06') as Date;
const week = (number: number) => addDays(START, number * 7);
const squad = (name: string) => ({ id: name, slug: name, name });
const origin = { squad: squad('Home'), on: START };
const today = week(40);

const adoption = (
  name: string,
  from: string | null,
  ...steps: [AdoptionState, number][]
): Adoption => ({
  id: name,
  squad: squad(name),
  source: from === 'Home' ? 'ORIGIN' : from ? 'ADOPTION' : 'UNKNOWN',
  sourceAdoptionId: from && from !== 'Home' ? from : null,
  adaptation: '',
  versionNumber: 1,
  firstOn: week(steps[0]?.[1] ?? 0),
  steps: steps.map(([to, number]) => ({
    to,
    on: week(number),
    precision: 'DAY',
    recordedAt: week(number),
    by: null,
    reasonCode: null,
    note: '',
  })),
});

const rows = (adoptions: Adoption[]) => {
  const { branches } = growTree(origin, adoptions, today);
  return branches.map(({ squad: { name }, parentRow }) => [
    name,
    parentRow === null ? null : branches[parentRow]?.squad.name,
  ]);
};

describe('the tree of who had it from whom', () => {
  it('puts below each squad those that had it from them, earliest first', () => {
    expect(
      rows([
        adoption('Mixes', 'Radio', ['TRIALLING', 12]),
        adoption('Search', 'Home', ['IDENTIFIED', 8]),
        adoption('Radio', 'Home', ['IDENTIFIED', 4]),
        adoption('Retention', 'Radio', ['IDENTIFIED', 9]),
      ]),
    ).toEqual([
      ['Home', null],
      ['Radio', 'Home'],
      ['Retention', 'Radio'],
      ['Mixes', 'Radio'],
      ['Search', 'Home'],
    ]);
  });

  it('sets squads that found it themselves, or do not say, apart at the end', () => {
    expect(
      rows([
        adoption('Radio', null, ['IDENTIFIED', 1]),
        adoption('Mixes', 'Home', ['IDENTIFIED', 4]),
        adoption('Search', 'gone', ['IDENTIFIED', 3]),
      ]),
    ).toEqual([
      ['Home', null],
      ['Mixes', 'Home'],
      ['Radio', null],
      ['Search', null],
    ]);
  });

  it('draws considering, trying and using as stretches of one line', () => {
    const steps: [AdoptionState, number][] = [
      ['IDENTIFIED', 10],
      ['TRIALLING', 20],
      ['IN_PRODUCTION', 30],
    ];
    const [, radio] = growTree(origin, [adoption('Radio', 'Home', ...steps)], today).branches;
    expect(radio?.stretches).toEqual([
      { phase: 'considering', from: 0.25, to: 0.5 },
      { phase: 'trying', from: 0.5, to: 0.75 },
      { phase: 'using', from: 0.75, to: 1 },
    ]);
    expect(radio).toMatchObject({ ending: 'goes-on', endsAt: 1, productionAt: 0.75 });
  });

  it('ends the line of a squad that said it is not for them on that day', () => {
    const declined = adoption('Radio', 'Home', ['ASSESSING', 10], ['DECLINED', 20]);
    const [, radio] = growTree(origin, [declined], today).branches;
    expect(radio).toMatchObject({ ending: 'declined', endsAt: 0.5, productionAt: null });
    expect(radio?.stretches).toEqual([{ phase: 'considering', from: 0.25, to: 0.5 }]);
  });

  it('marks months without crowding, whatever the length of the story', () => {
    const ticksFor = (weeks: number) =>
      growTree(origin, [], week(weeks)).ticks.map(({ day }) => formatDay(day).slice(0, 7));
    expect(ticksFor(12)).toEqual(['2025-02', '2025-03']);
    expect(ticksFor(60)).toEqual(['2025-04', '2025-07', '2025-10', '2026-01']);
    expect(ticksFor(4 * 51)).toEqual(['2026-01', '2027-01', '2028-01']);
  });

  it('a technique recorded today still has a width', () => {
    expect(growTree(origin, [], START).branches[0]).toMatchObject({ startsAt: 0, endsAt: 1 });
  });

  it('whatever was recorded, every squad has one line, below its source and within the picture', () => {
    const anyAdoption = fc.record({
      first: fc.nat({ max: 40 }),
      states: fc.array(fc.constantFrom(...adoptionStates), { minLength: 1, maxLength: 5 }),
      parent: fc.option(fc.nat({ max: 9 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(anyAdoption, { maxLength: 10 }), (recorded) => {
        const adoptions = recorded.map(({ first, states, parent }, index) =>
          adoption(
            `s${index}`,
            parent === null ? null : parent === 0 ? 'Home' : `s${parent}`,
            ...states.map((to, at): [AdoptionState, number] => [to, first + at]),
          ),
        );
        const { branches } = growTree(origin, adoptions, week(50));
        expect(branches.map(({ id }) => id).toSorted()).toEqual(
          ['origin', ...adoptions.map(({ id }) => id)].toSorted(),
        );
        for (const [row, branch] of branches.entries()) {
          expect(branch.parentRow === null || branch.parentRow < row).toBe(true);
          const places = branch.stretches.flatMap(({ from, to }) => [from, to]);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
        }
      }),
    );
  });
});
