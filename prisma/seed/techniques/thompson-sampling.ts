import type { TechniqueSeed } from './technique';

export const thompsonSampling: TechniqueSeed = {
  slug: 'thompson-sampling-for-new-shelves',
  title: 'Thompson sampling for new shelves',
  summary:
    'Give new shelves a fair trial in the second slot of Home with decayed Beta posteriors and family priors. Gains in the first week of a shelf, nothing afterwards.',
  origin: 'home',
  originOn: 445,
  author: 'devika-nambisan',
  writeUp: {
    problem: `Editors and squads propose eight to twelve shelves a month. The ranker had never seen them, so it put them at the bottom, where nobody saw them, from which it learnt that nobody wanted them. A shelf needed a friend on the squad to be given a chance.`,
    context: `- One slot (the second), 30 to 60 eligible shelves, a handful new each week.
- Reward within 30 minutes: a track started from the shelf.
- 180 million impressions of the slot a week: plenty.`,
    approach: `For each shelf and each of six listener segments, a Beta posterior of “started”, decayed with a half-life of 14 days. Draw, show the largest. New shelves begin with the prior of their family, worth about a day of impressions. Posteriors are updated hourly. Two per cent of requests are uniform, with propensities logged, whatever the bandit says.

The rest is in [Bandits and exploration](/wiki/recommendation/bandits-and-exploration).`,
    failedApproaches: `- **Beta(1, 1) as a prior.** Every new shelf had a day of glory, and listeners a day of new shelves.
- **A linear contextual bandit with 40 features.** Better offline; in life the posteriors of correlated features wandered, and nobody could say why a listener saw what.
- **One posterior table for test and control.** Control learnt from treatment's exploration, and the test showed nothing for a month.`,
    dataChallenges: `- Impressions counted at rendering included shelves below the fold of short phones.
- Weekends and weekdays differ by more than shelves do; without segments the bandit followed the calendar.`,
    evaluationMethod: `A/B test of the whole *policy* with separate posteriors per arm, four weeks, 3.1 million listeners, decision on sessions that start from Home. Separately: effect in the first seven days of new shelves, by shelf.`,
    needsData: 'Many short-lived options and a reward within the hour.',
    needsInfrastructure: 'Hourly aggregation, and a place to keep state per arm of a test.',
    needsSkill: 'Someone who likes priors, and someone who explains them to editors.',
  },
  evidence: [
    {
      kind: 'AB_TEST',
      summary: 'The gain comes from shelves in their first week; on settled shelves it is nothing.',
      metric: 'Sessions that start from Home, %',
      baseline: 54.2,
      value: 55.0,
      interval: [54.7, 55.3],
      n: 3100000,
      dataset: 'Four weeks, separate posteriors per arm',
      on: 440,
      by: 'devika-nambisan',
    },
    {
      kind: 'QUALITATIVE',
      summary:
        'Editors stopped asking for manual boosts: 31 requests in the quarter before, 4 in the one after.',
      on: 350,
      by: 'marta-quintela',
    },
  ],
  attempts: [
    {
      title: 'Linear contextual bandit',
      hypothesis: 'Forty features of listener and shelf beat six segments.',
      setUp: 'LinUCB, updated hourly, three weeks.',
      outcome: 'FAILED',
      why: 'Offline +1.1 % in reward, online −0.3 points in starts. Correlated features, non-stationary rewards, and a confidence width that nobody could tune.',
      mayWorkWhen: 'Rewards are plentiful per segment and features few.',
      endedOn: 462,
      by: 'devika-nambisan',
    },
    {
      title: 'Subject lines by Thompson sampling',
      hypothesis: 'Forty variants a campaign would find their winner early.',
      setUp: '40 variants, reward a session within four hours, eleven weeks.',
      outcome: 'INCONCLUSIVE',
      why: 'With a reward rate of 0.9 % and campaigns of three days the posterior is still wide when the campaign is over.',
      mayWorkWhen: 'Subject lines live for weeks, or variants share parameters.',
      endedOn: 148,
      by: 'eunji-noh',
      squad: 'messaging',
    },
  ],
  presentations: [{ series: 'machine-learning', cycle: 31, by: 'devika-nambisan' }],
  heard: [
    { person: 'eunji-noh', channel: 'WIKI', ago: 420 },
    { person: 'akinyi-odera', channel: 'WIKI', ago: 78 },
    { person: 'ifeoma-anyanwu', channel: 'RECORDING', ago: 243 },
  ],
  adoptions: [
    {
      squad: 'messaging',
      from: 'ORIGIN',
      adaptation:
        'For subject lines: variants instead of shelves, reward with a window of four hours, no segments.',
      steps: [
        { to: 'IDENTIFIED', ago: 415, by: 'eunji-noh' },
        { to: 'ASSESSING', ago: 260, by: 'eunji-noh' },
        { to: 'TRIALLING', ago: 225, by: 'eunji-noh' },
        {
          to: 'PAUSED',
          ago: 148,
          by: 'eunji-noh',
          note: 'Eleven weeks. A plain split with a stopping rule did the same with less machinery. We come back when subject lines live longer.',
        },
      ],
    },
    {
      squad: 'retention',
      from: 'ORIGIN',
      steps: [
        { to: 'ASSESSING', ago: 410, by: 'helder-pacheiro' },
        {
          to: 'DECLINED',
          ago: 368,
          by: 'pilar-aranguiz',
          reason: 'UNCLEAR_WHY_IT_WORKS',
          note: 'Each arm costs money and the reward comes after 60 days. We could not tell finance why one person got 20 % and another 30 %, and to be honest we could not tell ourselves.',
        },
      ],
    },
    {
      squad: 'radio',
      from: 'ORIGIN',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 240,
          by: 'ifeoma-anyanwu',
          note: 'For the choice among three station seeds.',
        },
        {
          to: 'DECLINED',
          ago: 202,
          by: 'ifeoma-anyanwu',
          reason: 'NO_CAPACITY',
          note: 'It would take the two people who are rebuilding roll-backs. Not this half-year.',
        },
      ],
    },
    {
      squad: 'first-listen',
      from: 'ORIGIN',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 75,
          by: 'akinyi-odera',
          note: 'Which of nine artists to show: many options, fast reward. Fits on paper.',
        },
      ],
    },
  ],
};
