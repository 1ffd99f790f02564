import type { TechniqueSeed } from './technique';

/** Still a draft: what the data made hard has not been written yet, so it cannot be presented. */
export const adaptiveOnboarding: TechniqueSeed = {
  slug: 'adaptive-taste-questions',
  title: 'Adaptive taste questions at sign-up',
  summary:
    'Choose the next nine artists to show by what the last taps left open, not from a fixed list. First figures; not presented yet.',
  origin: 'first-listen',
  originOn: 20,
  author: 'akinyi-odera',
  writeUp: {
    problem: `The taste screen shows the same nine artists to everyone in a market. For a third of newcomers the first tap already tells what the other eight could have asked, and for a fifth none of the nine says anything.`,
    context: `- 200 taste clusters per market, a posterior updated per tap.
- Up to three screens; 60 ms to choose the next.
- Two markets so far.`,
    approach: `After each screen choose nine artists again: three with the largest expected reduction of entropy, six that are familiar, none that were shown. Stop when the posterior is narrower than after eight plays of a typical newcomer.`,
    failedApproaches: `- **Nine by information alone.** Information per tap +40 %, abandonment 11 % to 19 %: a question that nobody recognises is a question that nobody answers.
- **Five screens.** Taps fall after the third.`,
    dataChallenges: '',
    evaluationMethod: `Planned: randomised at install, decision on return in days 8 to 14, first reading on saves in the first session. So far only the latter: 32.6 % to 33.4 % (31.9 to 34.9), n = 15,200, two markets, one week.`,
    needsData: 'Clusters with enough listeners per market.',
    needsInfrastructure: 'A screen that may change between taps.',
    needsSkill: '',
  },
  writtenOn: 9,
  evidence: [
    {
      kind: 'AB_TEST',
      summary: 'One week, two markets: the interval contains no change.',
      metric: 'Saved something in the first session, %',
      baseline: 32.6,
      value: 33.4,
      interval: [31.9, 34.9],
      n: 15200,
      on: 10,
      by: 'akinyi-odera',
    },
  ],
  attempts: [
    {
      title: 'Nine artists by information gain alone',
      hypothesis: 'Ask what splits the posterior best.',
      setUp: 'Greedy choice, one market, two weeks.',
      outcome: 'FAILED',
      why: 'Gain lies in artists known to few; people who recognise nobody close the app.',
      mayWorkWhen: 'Mixed with familiar names, two to one.',
      endedOn: 31,
      by: 'jerome-nkemelu',
    },
  ],
  presentations: [],
  adoptions: [],
};
