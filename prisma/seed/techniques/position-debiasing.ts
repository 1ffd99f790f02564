import type { TechniqueSeed } from './technique';

export const positionDebiasing: TechniqueSeed = {
  slug: 'position-debiased-ranking-from-harvested-swaps',
  title: 'Position-debiased ranking from harvested swaps',
  summary:
    'Estimate how much being on top is worth from ordinary A/B tests of two rankers, weight clicks by it, and judge the result on queries graded by people.',
  origin: 'search',
  originOn: 400,
  author: 'ayesha-farooqi',
  writeUp: {
    problem: `The first result gets 3.2 times the clicks of the fifth for the same track, query and people, when the two are swapped. A ranker trained on raw clicks learns its predecessor's order and calls it relevance; each new model agreed more with the last one and no better with people.`,
    context: `- 31 million searches a day, five results above the fold on a phone.
- 3,200 queries judged by people, blind to rank.
- Several rankers run side by side in tests at nearly all times, which turned out to be what we needed.`,
    approach: `1. Collect pairs in which two rankers, *at the same time*, showed the same track for the same query at rank 1 and at rank k. The ratio of click rates is the propensity θ_k.
2. Estimate per result type, device and query class.
3. Train as usual with clicks weighted by 1/θ, capped at 10. Non-clicks stay at weight one.
4. Once a year, swap results in half a per cent of requests and compare.

Details and figures: [Position bias](/wiki/recommendation/position-bias).`,
    failedApproaches: `- **EM on a click model**, with the logs of one ranker: θ₅ of 0.44 where swapping gives 0.31. With one ranker, position and relevance cannot be told apart.
- **Position as an input, set to 1 when serving.** In trees it interacted with “exact title match”, and serving asked for a region without data. nDCG 0.431 against 0.447.
- **A neural click model** with 40 million parameters: better likelihood, same order.`,
    dataChallenges: `- Pairs are plentiful for rank 2 and 3 and scarce below 8; beyond 12 we extrapolate and cap.
- Release days: a song's click rate changes by the hour, so both rankers must have served in the same hour.
- Voice results have no rank that anybody saw.`,
    evaluationMethod: `nDCG@10 on 3,200 judged queries (graded 0 to 3, blind), paired bootstrap over queries. Online: share of searches with a play of 30 seconds within two minutes, four weeks, n = 2.4 million sessions. Clicks per search as a *diagnostic* that is expected to fall.`,
    needsData:
      'Logs of at least two rankers that ran at the same time, or a swap slice. Some judged queries.',
    needsInfrastructure: 'Impressions with rank, as seen on the screen.',
    needsSkill: 'Comfort with ratios of small numbers.',
  },
  evidence: [
    {
      key: 'debias-ndcg',
      kind: 'OFFLINE',
      summary: 'On judged queries, against training on raw clicks.',
      metric: 'nDCG@10, judged queries',
      baseline: 0.412,
      value: 0.447,
      interval: [0.44, 0.454],
      n: 3200,
      on: 402,
      by: 'ayesha-farooqi',
    },
    {
      kind: 'AB_TEST',
      summary: 'More searches end in music; clicks per search fell by 1.4 %, as they should.',
      metric: 'Successful searches, %',
      baseline: 61.8,
      value: 63.1,
      interval: [62.8, 63.4],
      n: 2400000,
      dataset: 'Four weeks, all markets',
      on: 385,
      by: 'ayesha-farooqi',
    },
  ],
  attempts: [
    {
      title: 'Propensities by EM from one ranker’s logs',
      hypothesis: 'A click model separates examination from relevance without any experiment.',
      setUp: 'Position-based model, 60 days, 90 million searches.',
      outcome: 'FAILED',
      why: 'Not identified in practice: each starting point gave its own θ, all of them too flat.',
      mayWorkWhen: 'Rankings vary a lot for the same query.',
      endedOn: 432,
      by: 'theo-abernathy',
    },
    {
      title: 'Neural click model',
      hypothesis: 'Context effects between results matter.',
      setUp: '40 million parameters, two weeks of training.',
      outcome: 'INCONCLUSIVE',
      why: 'Log-likelihood +3 %, the ranking it induces the same within error. Nobody wanted to own it.',
      endedOn: 372,
      by: 'peeter-rannamae',
    },
    {
      title: 'Swapping Home’s shelves with Search’s θ',
      hypothesis: 'Propensities are about people and carry over between screens.',
      setUp: 'Offline, one week.',
      outcome: 'FAILED',
      why: 'First shelf over-weighted by half. θ belongs to a layout.',
      endedOn: 320,
      by: 'rui-salgueiro',
      squad: 'home',
    },
  ],
  presentations: [
    { series: 'machine-learning', cycle: 27, by: 'ayesha-farooqi' },
    { series: 'recommendation-and-ranking', cycle: 13, by: 'ayesha-farooqi' },
  ],
  heard: [
    { person: 'aino-kallaste', channel: 'WIKI', ago: 229 },
    { person: 'theo-abernathy', channel: 'PERSON', ago: 133 },
  ],
  adoptions: [
    {
      squad: 'home',
      from: 'ORIGIN',
      adaptation:
        'Propensities come from our own uniform slice and fall faster than Search’s (θ₅ of 0.16 against 0.31); we weight shelf starts, not clicks.',
      steps: [
        { to: 'IDENTIFIED', ago: 362, by: 'rui-salgueiro' },
        {
          to: 'ASSESSING',
          ago: 340,
          by: 'rui-salgueiro',
          note: 'With Search’s figures first. That was a mistake, kept as an attempt.',
        },
        { to: 'TRIALLING', ago: 290, by: 'rui-salgueiro' },
        {
          to: 'IN_PRODUCTION',
          ago: 232,
          by: 'rui-salgueiro',
          evidence: {
            kind: 'AB_TEST',
            summary: 'Starts from shelves two to six up, first shelf slightly down, sum up.',
            metric: 'Sessions that start from Home, %',
            baseline: 55.0,
            value: 55.4,
            interval: [55.2, 55.6],
            n: 3000000,
            dataset: 'Four weeks',
            replicates: 'debias-ndcg',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 135,
          by: 'rui-salgueiro',
          note: 'θ re-estimated twice; moved by less than 0.02 each time.',
        },
      ],
    },
    {
      squad: 'mixes',
      from: 'ORIGIN',
      steps: [
        { to: 'ASSESSING', ago: 228, by: 'aino-kallaste' },
        {
          to: 'DECLINED',
          ago: 190,
          by: 'aino-kallaste',
          reason: 'NO_DATA',
          note: 'We know what was in a mix and not what was on the screen. The client would have to say which rows were seen.',
        },
      ],
    },
    {
      squad: 'messaging',
      from: 'ORIGIN',
      steps: [
        {
          to: 'DECLINED',
          ago: 310,
          by: 'eunji-noh',
          reason: 'NO_NEED',
          note: 'One message at a time has no positions.',
        },
      ],
    },
    {
      squad: 'artist-tools',
      from: 'ORIGIN',
      adaptation:
        'Turned round: from the position an artist was shown in, say how many listens were due to the place and how many to the music.',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 125,
          by: 'theo-abernathy',
          note: 'I worked on this in Search. Artists ask it every week, in other words.',
        },
        { to: 'ASSESSING', ago: 100, by: 'theo-abernathy' },
        {
          to: 'PAUSED',
          ago: 61,
          by: 'andre-lourinha',
          note: 'Royalty reporting comes first this quarter. The notebook is linked from our board.',
        },
      ],
    },
  ],
};
