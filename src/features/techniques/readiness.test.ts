import { describe, expect, it } from 'vitest';
import { isReadyToPresent, missingSections, NONE_FOUND, saysNoneFound } from './readiness';

const complete = {
  failedApproaches: 'Popularity priors drowned the tail.',
  dataChallenges: 'Half of the signals arrive a day late.',
  evaluationMethod: 'Replay on four weeks, then an A/B test.',
};

describe('ready to be presented', () => {
  it('with what failed, what the data made hard and how it was judged', () => {
    expect(isReadyToPresent(complete)).toBe(true);
    expect(missingSections(complete)).toEqual([]);
  });

  it('not while one of the three is empty, and the missing ones are named in order', () => {
    expect(missingSections({ ...complete, dataChallenges: '' })).toEqual(['dataChallenges']);
    expect(missingSections({ ...complete, evaluationMethod: ' \n', failedApproaches: '' })).toEqual(
      ['failedApproaches', 'evaluationMethod'],
    );
  });

  it('“none found” is an answer', () => {
    expect(isReadyToPresent({ ...complete, failedApproaches: NONE_FOUND })).toBe(true);
    expect(saysNoneFound(' none found ')).toBe(true);
    expect(saysNoneFound('None found in the tail.')).toBe(false);
  });
});
