import type { TechniqueSeed } from './technique';

export const cuped: TechniqueSeed = {
  slug: 'cuped-with-pre-period-hours',
  title: 'CUPED with 28 days of each listener’s own past',
  summary:
    'Subtract from a metric what was predictable before the test. Removes 38 % of the variance of listening hours and a third of the waiting.',
  origin: 'experimentation',
  originOn: 480,
  author: 'sabine-thorval',
  writeUp: {
    problem: `Tests on listening hours took three weeks to see an effect of half a per cent. With 60 tests waiting for the first screen, people stopped early, tested several things at once, or launched without.

Most of the variance has nothing to do with any test: some listen forty hours a month, some one, and did so before.`,
    context: `- 41 million monthly listeners, 96 tests in a year, one shared metric layer.
- Metrics per listener and day exist for 14 months back.
- Many tests are triggered: people enter when they first open a screen.`,
    approach: `\`Y' = Y − θ·(X − mean X)\`, with X the same metric over the 28 days before **this listener's first exposure** and θ estimated on both arms together. Listeners without a past get the mean of X and an indicator.

Assay computes it by default, shows the raw difference beside it, and refuses covariates that are dated after exposure. How and how not: [CUPED](/wiki/evaluation/cuped).`,
    failedApproaches: `- **A fixed pre-period by calendar.** For triggered tests the past of late entrants is two weeks old; correlation falls from 0.62 to 0.48, and once it differed by arm.
- **Hours of the first two test days as a covariate** (a notebook, not us, but we had not forbidden it). Removes the effect along with the noise.
- **A machine-learnt predictor of Y in place of X.** Correlation 0.66 against 0.62, for a pipeline that somebody must run every night.
- **Dropping listeners without a past.** New people react differently; the effect changed sign in one test.`,
    dataChallenges: `- The pre-period of somebody who moved between devices has two ids until identities are merged, two days later.
- 11 % of triggered listeners have no 28 days.
- Ratio metrics must be linearised first.`,
    evaluationMethod: `200 A/A splits of the same month: share of false alarms 4.9 % raw and 5.1 % adjusted. 41 finished tests re-analysed: same sign in 41, adjusted interval narrower in 40. Variance removed reported per metric.`,
    needsData: 'The metric per listener and day for at least a month before the test.',
    needsInfrastructure: 'None inside Assay. Outside it: one SQL window.',
    needsSkill: 'None to use it. To argue with it: linear regression.',
  },
  evidence: [
    {
      key: 'cuped-hours',
      kind: 'OFFLINE',
      summary: 'Variance of listening hours that the past explains, over 41 finished tests.',
      metric: 'Variance of listening hours per listener, relative',
      baseline: 1,
      value: 0.62,
      interval: [0.6, 0.64],
      n: 41,
      dataset: 'Finished tests, re-analysed',
      on: 478,
      by: 'sabine-thorval',
    },
    {
      kind: 'COST',
      summary: 'Median time to a decision, over a year of tests before and after.',
      metric: 'Days to decision, median',
      baseline: 21,
      value: 14,
      n: 96,
      on: 120,
      by: 'artur-candeias',
    },
  ],
  attempts: [
    {
      title: 'A learnt predictor instead of the own past',
      hypothesis: 'Forty features predict next month’s hours better than last month’s hours.',
      setUp: 'Boosted trees, trained on the month before each test.',
      outcome: 'INCONCLUSIVE',
      why: 'Correlation 0.66 against 0.62. Right, and not worth a nightly pipeline with an owner.',
      mayWorkWhen: 'The metric’s own past is a weak predictor, as for cancellations.',
      endedOn: 470,
      by: 'artur-candeias',
    },
    {
      title: 'Covariates known at sign-up for newcomers',
      hypothesis: 'Channel, market and device replace the missing past.',
      setUp: 'Regression adjustment on three tests of First listen.',
      outcome: 'FAILED',
      why: 'Removed 6 % of the variance. It is not nothing, and it is not what people hoped.',
      endedOn: 98,
      by: 'akinyi-odera',
      squad: 'first-listen',
    },
  ],
  presentations: [{ series: 'machine-learning', cycle: 33, by: 'sabine-thorval' }],
  heard: [
    { person: 'zanele-mokoena', channel: 'PERSON', ago: 195 },
    { person: 'andre-lourinha', channel: 'WIKI', ago: 262 },
    { person: 'eunji-noh', channel: 'PERSON', ago: 305 },
  ],
  adoptions: [
    {
      squad: 'home',
      from: 'ORIGIN',
      steps: [
        { to: 'IDENTIFIED', ago: 453, by: 'anselm-okoro' },
        { to: 'TRIALLING', ago: 435, by: 'anselm-okoro' },
        {
          to: 'IN_PRODUCTION',
          ago: 410,
          by: 'devika-nambisan',
          evidence: {
            kind: 'OFFLINE',
            summary: 'On Home’s own six tests.',
            metric: 'Variance of listening hours, relative',
            baseline: 1,
            value: 0.61,
            n: 6,
            dataset: 'Six tests on Home',
            replicates: 'cuped-hours',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 310,
          by: 'devika-nambisan',
          note: 'Every test since. Two weeks are enough for hours now; novelty asks for more anyway.',
        },
      ],
    },
    {
      squad: 'retention',
      from: 'ORIGIN',
      adaptation:
        'For cancellations the past explains nothing (ρ = 0.08). We use it for hours and active days only, and say so in every report.',
      steps: [
        { to: 'ASSESSING', ago: 440, by: 'helder-pacheiro' },
        { to: 'TRIALLING', ago: 420, by: 'shanthi-muralidhar' },
        {
          to: 'IN_PRODUCTION',
          ago: 380,
          by: 'shanthi-muralidhar',
          evidence: {
            kind: 'OFFLINE',
            summary: 'Active days gain most, cancellations nothing.',
            metric: 'Variance of active days, relative',
            baseline: 1,
            value: 0.5,
            n: 9,
            dataset: 'Nine tests of Retention',
            replicates: 'cuped-hours',
          },
        },
        { to: 'SUSTAINED', ago: 280, by: 'shanthi-muralidhar', note: 'Default in our templates.' },
      ],
    },
    {
      squad: 'search',
      from: { squad: 'home' },
      steps: [
        { to: 'ASSESSING', ago: 400, by: 'ayesha-farooqi' },
        { to: 'TRIALLING', ago: 380, by: 'ayesha-farooqi' },
        {
          to: 'IN_PRODUCTION',
          ago: 340,
          by: 'ayesha-farooqi',
          evidence: {
            kind: 'OFFLINE',
            summary: 'Ten per cent for the successful-search rate: small, and free.',
            metric: 'Variance of successful-search rate, relative',
            baseline: 1,
            value: 0.9,
            n: 7,
            dataset: 'Seven tests on Search',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 240,
          by: 'mateus-brandt',
          note: 'We looked whether to drop it, as 10 % is little. It costs nothing, so it stays.',
        },
      ],
    },
    {
      squad: 'messaging',
      from: { squad: 'retention' },
      steps: [
        { to: 'TRIALLING', ago: 300, by: 'eunji-noh' },
        {
          to: 'IN_PRODUCTION',
          ago: 262,
          by: 'eunji-noh',
          evidence: {
            kind: 'OFFLINE',
            summary:
              'For return within a day after a push; opens themselves have too little history.',
            metric: 'Variance of return within a day, relative',
            baseline: 1,
            value: 0.71,
            n: 5,
            dataset: 'Five push tests',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 160,
          by: 'roberto-galveias',
          note: 'In use for every test with a cap on frequency.',
        },
      ],
    },
    {
      squad: 'radio',
      from: { squad: 'home' },
      adaptation:
        'Skip rate is linearised per listener before the adjustment; the naive rate had intervals too narrow by 1.6.',
      steps: [
        { to: 'TRIALLING', ago: 190, by: 'zanele-mokoena' },
        {
          to: 'IN_PRODUCTION',
          ago: 150,
          by: 'zanele-mokoena',
          evidence: {
            kind: 'OFFLINE',
            summary: 'Minutes per station session, linearised.',
            metric: 'Variance of minutes per listener, relative',
            baseline: 1,
            value: 0.66,
            n: 4,
            dataset: 'Four station tests',
            replicates: 'cuped-hours',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 55,
          by: 'zanele-mokoena',
          note: 'Re-checked on an A/A of two weeks: 5.2 % false alarms.',
        },
      ],
    },
    {
      squad: 'first-listen',
      from: 'ORIGIN',
      steps: [
        { to: 'ASSESSING', ago: 200, by: 'jerome-nkemelu' },
        {
          to: 'TRIALLING',
          ago: 150,
          by: 'akinyi-odera',
          note: 'With sign-up covariates in place of a past.',
        },
        {
          to: 'DECLINED',
          ago: 95,
          by: 'akinyi-odera',
          reason: 'EVIDENCE_DID_NOT_TRANSFER',
          note: 'Our listeners are minutes old; there is no past to subtract. Six per cent from channel and market is all there is. We stratify at assignment instead.',
        },
      ],
    },
    {
      squad: 'artist-tools',
      from: 'ORIGIN',
      steps: [
        { to: 'IDENTIFIED', ago: 260, by: 'andre-lourinha' },
        {
          to: 'DECLINED',
          ago: 240,
          by: 'andre-lourinha',
          reason: 'NO_NEED',
          note: 'We randomise artists, a few hundred at a time, and decide by interviews.',
        },
      ],
    },
  ],
};
