import type { TechniqueSeed } from './technique';

export const snipsEvaluation: TechniqueSeed = {
  slug: 'self-normalised-counterfactual-evaluation',
  title: 'Self-normalised counterfactual evaluation on logged propensities',
  summary:
    'Log the probability of what was shown, and judge a new ranker on old data with clipped, self-normalised weights, with four checks before anyone reads the number.',
  origin: 'home',
  originOn: 370,
  author: 'anselm-okoro',
  writeUp: {
    problem: `Of eleven ranker launches that replay on logs had judged, the sign agreed with the A/B test in five. We were choosing what to test by a coin, and each test takes two weeks of the first screen.

Replay keeps the cases in which both rankers agree, and those are the easy ones.`,
    context: `- 11.4 million top-slot decisions a week on Home.
- Two per cent of requests already get a uniformly random order of eligible shelves.
- Kwame Adjetey had just rebuilt the impression event, so adding fields was cheap.`,
    approach: `Write down at decision time: context as the model saw it, eligible actions, the action, its probability under the *whole* policy with exploration, and the model's version. Then estimate with the self-normalised estimator, weights clipped at 50, with the doubly robust one beside it.

Four checks come before the number: the mean weight must be 1 within its error; an effective sample size below 1,000 prints nothing; clipped weights may carry at most 5 % of the reward; and the old policy, evaluated by the same code, must give the logged average.

Intervals by bootstrap over **listeners**. The worked example is in [Counterfactual evaluation](/wiki/evaluation/counterfactual-evaluation).`,
    failedApproaches: `- **Plain inverse propensities.** Unbiased, with intervals ten times as wide as the effects we look for.
- **Propensities from a model of the old policy.** Off by more than 20 % in one request of nine, since features had changed between decision and recomputation.
- **Whole slates as one action.** With ten positions the weights explode; effective sample size 40 out of 11 million.
- **Bootstrap over impressions.** Intervals too narrow by a factor of 1.9.`,
    dataChallenges: `- In the first version we did not log the eligible set. Forty days of data could not be used.
- Eligibility depends on a cache, so it cannot be recomputed.
- Rewards arrive up to 30 minutes later; a cut at midnight makes late evenings look bad.`,
    evaluationMethod: `Eleven past launches, judged afterwards by both methods and compared with the sign of their A/B tests; then six launches ahead of time, with the estimate written into the ledger before the test.`,
    needsData:
      'A slice of decisions made at random on purpose, with the propensity logged. Half a per cent will do.',
    needsInfrastructure: 'An impression event you may extend.',
    needsSkill: 'Somebody who can explain why a weight of 4,000 is a bad sign.',
  },
  revisions: [
    {
      ago: 120,
      by: 'anselm-okoro',
      changeSummary:
        'The doubly robust estimator is computed beside it, and a disagreement stops the report',
      set: {
        needsSkill:
          'Somebody who can explain why a weight of 4,000 is a bad sign, and why two estimators that disagree are better than one that cannot.',
      },
    },
  ],
  evidence: [
    {
      key: 'snips-signs',
      kind: 'OFFLINE',
      summary: 'The sign of the A/B test was right in nine of eleven launches; replay had five.',
      metric: 'Launches with the right sign, of 11',
      baseline: 5,
      value: 9,
      n: 11,
      dataset: 'All Home ranker launches of two years',
      on: 365,
      by: 'anselm-okoro',
    },
    {
      kind: 'AB_TEST',
      summary: 'Ranker 31: estimated 0.0889 (0.0878–0.0900) before the test; measured in the test.',
      metric: 'Completed starts from the top slot, per decision',
      baseline: 0.0871,
      value: 0.0884,
      interval: [0.088, 0.0888],
      n: 11400000,
      dataset: 'Two weeks on Home',
      on: 290,
      by: 'anselm-okoro',
    },
  ],
  attempts: [
    {
      title: 'Modelled propensities for the time before logging',
      hypothesis: 'A classifier of the old policy gives usable probabilities for older data.',
      setUp: 'Gradient boosting on 60 days, calibrated.',
      outcome: 'FAILED',
      why: 'Calibrated on average, wrong where it mattered: rare actions with high weights.',
      mayWorkWhen: 'The old policy was nearly random.',
      endedOn: 388,
      by: 'lennart-pihlak',
    },
    {
      title: 'Slate-level weights',
      hypothesis: 'Evaluating the whole page would catch effects below the first slot.',
      setUp: 'Product of position probabilities, weights clipped at 1,000.',
      outcome: 'FAILED',
      why: 'Effective sample size of 40 out of 11 million.',
      mayWorkWhen: 'Positions are drawn independently by design.',
      endedOn: 360,
      by: 'devika-nambisan',
    },
  ],
  presentations: [
    { series: 'machine-learning', cycle: 25, by: 'anselm-okoro' },
    { series: 'recommendation-and-ranking', cycle: 12, by: 'anselm-okoro' },
  ],
  heard: [{ person: 'arjun-sethuram', channel: 'PERSON', ago: 292 }],
  adoptions: [
    {
      squad: 'messaging',
      from: 'ORIGIN',
      adaptation:
        'One action per listener and day, and a reward with a window of four hours. “Send nothing” is an action with its own propensity.',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 290,
          by: 'arjun-sethuram',
          note: 'I helped to build the logging on Home. We log here from this week.',
        },
        { to: 'TRIALLING', ago: 260, by: 'arjun-sethuram' },
        {
          to: 'IN_PRODUCTION',
          ago: 196,
          by: 'eunji-noh',
          evidence: {
            kind: 'OFFLINE',
            summary:
              'Five of six message rankers judged with the sign that their test later showed.',
            metric: 'Rankers with the right sign, of 6',
            baseline: 3,
            value: 5,
            n: 6,
            dataset: 'Message rankers of four months',
            replicates: 'snips-signs',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 98,
          by: 'eunji-noh',
          note: 'Nine of eleven by now. It has stopped three candidates that replay liked.',
        },
      ],
    },
    {
      squad: 'search',
      from: 'ORIGIN',
      steps: [
        {
          to: 'DECLINED',
          ago: 320,
          by: 'ayesha-farooqi',
          reason: 'NO_DATA',
          note: 'Our ranker is deterministic: every propensity is one or nought. We would need random traffic first, and do not want to decide that in passing.',
        },
        {
          to: 'ASSESSING',
          ago: 130,
          by: 'ayesha-farooqi',
          note: 'We swap results in half a per cent of searches now, for position bias. That gives us propensities for the first five ranks.',
        },
        { to: 'TRIALLING', ago: 60, by: 'mateus-brandt' },
      ],
    },
    {
      squad: 'mixes',
      from: { squad: 'messaging' },
      adaptation:
        'Mixes are built once a night: the action is the seed theme of a mix, not a track. Twelve themes, two per cent drawn at random.',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 190,
          by: 'yusuf-karadag',
          note: 'Messaging’s version, with one action a day, is nearer to ours than Home’s.',
        },
        { to: 'TRIALLING', ago: 168, by: 'yusuf-karadag' },
        {
          to: 'IN_PRODUCTION',
          ago: 115,
          by: 'yusuf-karadag',
          evidence: {
            kind: 'OFFLINE',
            summary:
              'Theme choice judged before the test; four of four signs right, and one effect half of what was estimated.',
            metric: 'Tests with the right sign, of 4',
            baseline: 2,
            value: 4,
            n: 4,
            dataset: 'Theme tests of ten weeks',
            replicates: 'snips-signs',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 20,
          by: 'yusuf-karadag',
          note: 'Six of seven. The seventh had an effective sample size that we should not have printed.',
        },
      ],
    },
    {
      squad: 'radio',
      from: 'ORIGIN',
      adaptation: 'Weights along the prefix of a session, cut after five tracks.',
      steps: [
        { to: 'ASSESSING', ago: 120, by: 'zanele-mokoena' },
        {
          to: 'TRIALLING',
          ago: 65,
          by: 'zanele-mokoena',
          note: 'Four of five signs right, intervals four times as wide as on Home. Not production yet, on purpose.',
        },
      ],
    },
    {
      squad: 'experimentation',
      from: 'ORIGIN',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 150,
          by: 'lennart-pihlak',
          note: 'Could be a report in Assay beside the test.',
        },
        {
          to: 'PAUSED',
          ago: 104,
          by: 'edite-fontoura',
          note: 'After the working group on experiments. Nobody free to build it before.',
        },
      ],
    },
  ],
  relations: [
    {
      to: 'thompson-sampling-for-new-shelves',
      kind: 'DERIVED_FROM',
      note: 'The uniform slice and its logging were built for the shelves.',
      ago: 365,
    },
  ],
};
