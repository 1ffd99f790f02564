import type { TechniqueSeed } from './technique';

export const upliftTargeting: TechniqueSeed = {
  slug: 'uplift-targeting-with-a-randomised-hold-out',
  title: 'Uplift targeting with an X-learner and a standing hold-out',
  summary:
    'Give the discount to those whom it changes, not to those who will leave. Needs a hold-out that finance agrees to and hundreds of thousands of randomised people.',
  origin: 'retention',
  originOn: 350,
  author: 'helder-pacheiro',
  writeUp: {
    problem: `Win-back discounts went to those with the highest churn score. A hold-out showed an effect of 0.2 points in the top decile and of 2.1 in the fourth: the surest leavers have decided, and many of the rest would have stayed anyway. One offer in eight changed anything.`,
    context: `- 30-day discount, average cost 2.20 € per offer, base rate of return 9 %, average effect 1.2 points.
- 148,000 randomised people per season.
- Finance had to agree that 10 % get nothing and 10 % get it whatever the score.`,
    approach: `X-learner on boosted trees, 24 features, strong regularisation: one outcome model per arm, imputed individual effects, a model of these, combined by the propensity (0.9 treated). Target the top 40 % by predicted effect, never those whose lower deciles are negative.

Evaluate on the randomised people only: Qini coefficient with bootstrap, and observed effect per decile of predicted effect. Two seasons before a verdict. Method, code and the unit test that catches a swapped propensity: [Uplift modelling](/wiki/listeners/uplift-modelling).`,
    failedApproaches: `- **Churn score as if it were uplift.** See above.
- **T-learner with 200 features.** Qini 0.034 in training, 0.004 a season later.
- **Past campaigns with propensity weights, no randomisation.** No overlap where it mattered: everyone risky had been treated. Wrong sign.`,
    dataChallenges: `- People who change plan during the window appear in both arms' outcome tables; 1.4 % until identities were fixed by subscription and not by listener.
- Outcomes mature after 60 days: a season's data arrive when the next begins.
- Subscribers who had paused before react negatively (−1.1 points). They had been in every campaign.`,
    evaluationMethod: `Qini on 148,000 randomised people, 500 bootstrap resamples, two seasons; kept subscribers per 1,000 offers at 40 % targeting against random and against a response model; negative controls with a permuted treatment.`,
    needsData:
      'A randomised treatment, 100,000 people at the least, an outcome that matures before you need it.',
    needsInfrastructure: 'A standing hold-out that marketing cannot switch off by accident.',
    needsSkill: 'Causal inference at the level of one good textbook, and patience with finance.',
  },
  revisions: [
    {
      ago: 145,
      by: 'fatoumata-kande',
      changeSummary:
        'Second season added; the Qini is lower than in the first, and the text says so',
      set: {
        evaluationMethod: `Qini on 148,000 randomised people, 500 bootstrap resamples, two seasons: 0.031, then 0.026. Kept subscribers per 1,000 offers at 40 % targeting against random (12) and a response model (17): 24, then 22. Negative controls with a permuted treatment: 0.001.`,
      },
    },
  ],
  evidence: [
    {
      key: 'uplift-qini',
      kind: 'AB_TEST',
      summary: 'First season, on randomised subscribers.',
      metric: 'Qini coefficient (random = 0)',
      baseline: 0.012,
      value: 0.031,
      interval: [0.019, 0.043],
      n: 148000,
      dataset: 'Win-back, first season; baseline is the response model',
      on: 345,
      by: 'helder-pacheiro',
    },
    {
      kind: 'AB_TEST',
      summary: 'Second season: lower, as the first usually is the one that one tells.',
      metric: 'Qini coefficient (random = 0)',
      baseline: 0.012,
      value: 0.026,
      interval: [0.015, 0.037],
      n: 151000,
      dataset: 'Win-back, second season',
      on: 150,
      by: 'fatoumata-kande',
    },
    {
      kind: 'COST',
      summary: 'Discount spent for each subscriber kept.',
      metric: 'Discount per kept subscriber, €',
      baseline: 131,
      value: 97,
      n: 2,
      dataset: 'Mean of two seasons against the response model',
      on: 146,
      by: 'pilar-aranguiz',
    },
  ],
  attempts: [
    {
      title: 'T-learner on everything we had',
      hypothesis: 'Two flexible models and 200 features find the heterogeneity.',
      setUp: 'Boosted trees per arm, subtracted.',
      outcome: 'FAILED',
      why: 'Both models were good and their difference was noise: Qini 0.034 in training, 0.004 in the next season.',
      mayWorkWhen: 'Arms are large and effects of the size of the outcome.',
      endedOn: 392,
      by: 'roberto-galveias',
    },
    {
      title: 'Uplift from past campaigns',
      hypothesis: 'Weighting by propensities replaces randomisation.',
      setUp: 'Three years of campaigns, 2.1 million people.',
      outcome: 'FAILED',
      why: 'No overlap: everybody above the cut had been treated. Estimated effect −0.8 points, true +1.2.',
      endedOn: 401,
      by: 'shanthi-muralidhar',
    },
    {
      title: 'Uplift for push messages',
      hypothesis: 'If effects of offers differ by person, effects of pushes do as well.',
      setUp: 'X-learner, four million randomised messages, five months in production.',
      outcome: 'FAILED',
      why: 'The average push has an effect of 0.08 points. Deciles cannot be told apart at that size; Qini 0.002 with an interval across zero. A cap on frequency did more.',
      mayWorkWhen: 'Treatment is expensive and effects are large.',
      endedOn: 72,
      by: 'roberto-galveias',
      squad: 'messaging',
    },
  ],
  presentations: [
    { series: 'machine-learning', cycle: 24, by: 'helder-pacheiro' },
    { series: 'machine-learning', cycle: 10, by: 'fatoumata-kande' },
  ],
  heard: [
    { person: 'jerome-nkemelu', channel: 'WIKI', ago: 108 },
    { person: 'renata-siqueira', channel: 'PERSON', ago: 150 },
  ],
  adoptions: [
    {
      squad: 'messaging',
      from: 'ORIGIN',
      adaptation:
        'Treatment is a push, outcome is a return within a day, and the hold-out is per message instead of per season.',
      steps: [
        { to: 'IDENTIFIED', ago: 320, by: 'ivone-castanho' },
        { to: 'TRIALLING', ago: 262, by: 'arjun-sethuram' },
        {
          to: 'IN_PRODUCTION',
          ago: 215,
          by: 'eunji-noh',
          evidence: {
            kind: 'AB_TEST',
            summary:
              'Ten per cent fewer pushes at the same returns in the first month. We took that as proof and should have waited for a second.',
            metric: 'Pushes per returning listener',
            baseline: 14.2,
            value: 12.8,
            n: 2200000,
            dataset: 'First month',
          },
        },
        {
          to: 'DISCONTINUED',
          ago: 72,
          by: 'roberto-galveias',
          reason: 'EVIDENCE_DID_NOT_TRANSFER',
          note: 'Five months: Qini 0.002, interval across zero. The early saving came from the lower volume and not from the choice of people. A cap per listener, set by hand, replaced it.',
        },
      ],
    },
    {
      squad: 'first-listen',
      from: { squad: 'messaging' },
      steps: [
        { to: 'ASSESSING', ago: 100, by: 'jerome-nkemelu', note: 'For a reminder on day three.' },
        {
          to: 'DECLINED',
          ago: 55,
          by: 'jerome-nkemelu',
          reason: 'EVIDENCE_DID_NOT_TRANSFER',
          note: 'Messaging’s write-up answered it: small effects, no history, no hope to tell people apart. It saved us a quarter.',
        },
      ],
    },
    {
      squad: 'artist-tools',
      from: 'ORIGIN',
      steps: [
        {
          to: 'DECLINED',
          ago: 142,
          by: 'renata-siqueira',
          reason: 'NO_NEED',
          note: 'We have no treatment that we could withhold from an artist, and would not want one.',
        },
      ],
    },
  ],
};
