import { describe, expect, it } from 'vitest';
import { whyNotMoved, whyNotPresented } from './refusals';

describe('why something was not recorded', () => {
  it('is a whole sentence that says what to do', () => {
    expect(whyNotMoved({ reason: 'moved-meanwhile', standing: 'TRIALLING' })).toMatch(/Reload/);
    expect(
      whyNotPresented({ reason: 'not-ready', missing: ['failedApproaches', 'dataChallenges'] }),
    ).toBe(
      'Before it is presented, write down what failed and what the data made hard; “none found” is an answer.',
    );
  });
});
