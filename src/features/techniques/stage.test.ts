import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StageFacts, stageOf, stages } from './stage';

const nothing: StageFacts = {
  presentations: 0,
  adopters: 0,
  generalisations: 0,
  successors: 0,
  isRetired: false,
};

describe('the stage of a technique', () => {
  it.each([
    ['nothing has happened yet', {}, 'DRAFT'],
    ['it was presented', { presentations: 1 }, 'PRESENTED'],
    ['another squad runs it', { presentations: 1, adopters: 1 }, 'ADAPTED_BY_OTHERS'],
    ['another squad runs it before it was presented', { adopters: 1 }, 'ADAPTED_BY_OTHERS'],
    ['a wider technique grew from it', { adopters: 3, generalisations: 1 }, 'GENERALISED'],
    ['its squad retired it', { adopters: 3, isRetired: true }, 'RETIRED'],
    ['another technique took its place', { adopters: 3, successors: 1 }, 'SUPERSEDED'],
    ['it was retired in favour of another', { successors: 1, isRetired: true }, 'SUPERSEDED'],
  ])('when %s', (_what, facts, stage) => {
    expect(stageOf({ ...nothing, ...facts })).toBe(stage);
  });

  it('only moves on as more happens', () => {
    const count = fc.nat({ max: 3 });
    const someFacts = fc.record({
      presentations: count,
      adopters: count,
      generalisations: count,
      successors: count,
      isRetired: fc.boolean(),
    });
    const counted = fc.constantFrom(
      'presentations' as const,
      'adopters' as const,
      'generalisations' as const,
      'successors' as const,
    );
    fc.assert(
      fc.property(someFacts, counted, (facts, name) => {
        const more = { ...facts, [name]: facts[name] + 1 };
        expect(stages.indexOf(stageOf(more))).toBeGreaterThanOrEqual(
          stages.indexOf(stageOf(facts)),
        );
      }),
    );
  });
});
