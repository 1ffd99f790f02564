import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, parseDay } from '@/foundation/days';
import { possibleSources, type SourceFacts } from './sources';

const START = parseDay('2025-01-06') as Date;
const on = (week: number) => addDays(START, week * 7);

const radio = { id: 'a-radio', squadId: 'radio', sourceAdoptionId: null, firstOn: on(1) };
const mixes = { id: 'a-mixes', squadId: 'mixes', sourceAdoptionId: 'a-radio', firstOn: on(1) };
const search = { id: 'a-search', squadId: 'search', sourceAdoptionId: null, firstOn: on(6) };

describe('from whom a squad may have it', () => {
  it('from squads that had begun by then', () => {
    const squads = possibleSources([radio, mixes, search], 'home', on(3));
    expect(squads.map(({ squadId }) => squadId)).toEqual(['radio', 'mixes']);
  });

  it('not from itself, nor from a squad that had it from them', () => {
    expect(possibleSources([radio, mixes, search], 'radio', on(1))).toEqual([]);
    expect(possibleSources([radio, mixes, search], 'mixes', on(1))).toEqual([radio]);
  });

  it('however squads choose, nobody ends up having it from themselves', () => {
    const choices = fc.array(fc.record({ week: fc.nat({ max: 8 }), pick: fc.nat({ max: 20 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(choices, (picks) => {
        const adoptions: SourceFacts[] = picks.map(({ week }, index) => ({
          id: `a${index}`,
          squadId: `s${index}`,
          sourceAdoptionId: null,
          firstOn: on(week),
        }));
        for (const [index, { pick }] of picks.entries()) {
          const own = adoptions[index] as SourceFacts;
          const possible = possibleSources(adoptions, own.squadId, own.firstOn);
          own.sourceAdoptionId = possible[pick % Math.max(possible.length, 1)]?.id ?? null;
        }
        for (const start of adoptions) {
          const seen = new Set<string>();
          for (let at: SourceFacts | undefined = start; at; ) {
            expect(seen.has(at.id)).toBe(false);
            seen.add(at.id);
            const parent: string | null = at.sourceAdoptionId;
            at = adoptions.find(({ id }) => id === parent);
          }
        }
      }),
    );
  });
});
