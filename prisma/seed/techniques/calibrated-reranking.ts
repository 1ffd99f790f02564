import type { TechniqueSeed } from './technique';

export const calibratedReranking: TechniqueSeed = {
  slug: 'calibrated-re-ranking-for-unusual-taste',
  title: 'Calibrated re-ranking for listeners of unusual taste',
  summary:
    'Keep the share of head, middle and tail in a mix near that of the listener’s own history. Artists gained, listeners did not mind, and then its author left.',
  origin: 'mixes',
  originOn: 300,
  author: 'bastian-kroll',
  writeUp: {
    problem: `A listener with 40 % niche music in her history got 15 % in her mixes. The mean over listeners looked harmless; the 90th percentile of miscalibration rose by half within a quarter. People of unusual taste were paying for everybody else.`,
    context: `- Mixes are built overnight, 50 tracks from 500 candidates; 8 ms more per mix are affordable.
- Popularity terciles of tracks, weighted so that each has a third of the plays.
- One person, six weeks.`,
    approach: `After Steck (2018): choose tracks greedily, trading score against the divergence between the listener's shares and the list's, with λ = 0.3. Shares are shrunk towards the market with the weight of fifty plays, since twenty plays are noise.

Measure and method are in [Popularity bias and the long tail](/wiki/recommendation/popularity-bias-and-the-long-tail).`,
    failedApproaches: `- **λ = 0.6**, chosen on the median. Skips rose by two points for listeners of the head only, whose shares were estimated from noise.
- **A penalty for popularity**, the same for all. Lowers average popularity by giving obscure music to people who dislike it.
- **Calibrating genres instead.** Genre tags of deliveries are an attribute of the sender.`,
    dataChallenges: `- Terciles move: a track in the tail on Monday is in the head on Friday when a film uses it.
- Light listeners have no shares; with fewer than 15 plays we do nothing.`,
    evaluationMethod: `Divergence per listener (median and 90th percentile); A/B test over six weeks, 640,000 listeners: saves per mix as decision, tail share and skips as diagnostics, hours as guardrail.`,
    needsData: 'History per listener; popularity by day.',
    needsInfrastructure: 'A greedy pass over a few hundred candidates.',
    needsSkill:
      'Someone who will explain to a product manager why a metric that did not move is good news.',
  },
  evidence: [
    {
      key: 'calibrated-median',
      kind: 'AB_TEST',
      summary:
        'Divergence more than halved. Saves and hours did not change beyond their intervals.',
      metric: 'Miscalibration (KL), median',
      baseline: 0.42,
      value: 0.19,
      interval: [0.18, 0.2],
      n: 640000,
      dataset: 'Six weeks; tail share of plays 17 % to 21 %',
      on: 290,
      by: 'bastian-kroll',
    },
    {
      kind: 'AB_TEST',
      summary: 'Not harmful, not proven to help listeners.',
      metric: 'Saves per mix, relative',
      baseline: 1,
      value: 1.011,
      interval: [0.998, 1.024],
      n: 640000,
      on: 290,
      by: 'yusuf-karadag',
    },
  ],
  attempts: [
    {
      title: 'One popularity penalty for all',
      hypothesis: 'Lower the average popularity a little for everyone.',
      setUp: 'Score minus a constant times log plays.',
      outcome: 'FAILED',
      why: 'Skips +1.4 points, nearly all from listeners of the charts. The average moved, nobody’s mix got better.',
      endedOn: 344,
      by: 'bastian-kroll',
      squad: 'continuous-listening',
    },
    {
      title: 'Calibrated results in Search',
      hypothesis: 'People of unusual taste want unusual results.',
      setUp: 'Top ten for exploratory queries, λ = 0.3, two weeks.',
      outcome: 'FAILED',
      why: 'Who types a name wants that name. Successful searches −0.6 points.',
      mayWorkWhen: 'The query is a mood and nothing else.',
      endedOn: 206,
      by: 'theo-abernathy',
      squad: 'search',
    },
  ],
  presentations: [{ series: 'recommendation-and-ranking', cycle: 10, by: 'bastian-kroll' }],
  heard: [{ person: 'akinyi-odera', channel: 'WIKI', ago: 93 }],
  adoptions: [
    {
      squad: 'search',
      from: 'ORIGIN',
      steps: [
        { to: 'TRIALLING', ago: 235, by: 'theo-abernathy' },
        {
          to: 'DECLINED',
          ago: 205,
          by: 'theo-abernathy',
          reason: 'EVIDENCE_DID_NOT_TRANSFER',
          note: 'The evidence is about lists that nobody asked for. Ours are answers.',
        },
      ],
    },
    {
      squad: 'home',
      from: 'ORIGIN',
      steps: [
        { to: 'IDENTIFIED', ago: 250, by: 'anselm-okoro' },
        {
          to: 'ASSESSING',
          ago: 170,
          by: 'devika-nambisan',
          note: 'Per shelf or per page? On a page the shelves would have to know of each other. Nobody has had the week that this needs.',
        },
      ],
    },
    {
      squad: 'radio',
      from: 'ORIGIN',
      steps: [
        { to: 'IDENTIFIED', ago: 160, by: 'zanele-mokoena' },
        {
          to: 'ASSESSING',
          ago: 146,
          by: 'zanele-mokoena',
          note: 'A station is a stream and not a list: the divergence has no end to be computed at.',
        },
        {
          to: 'DECLINED',
          ago: 118,
          by: 'zanele-mokoena',
          reason: 'COULD_NOT_REACH_SOURCE',
          note: 'Bastian had a streaming variant in a notebook; he has left, and the notebook with his account. Yusuf helped as far as he could.',
        },
      ],
    },
    {
      squad: 'first-listen',
      from: 'ORIGIN',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 90,
          by: 'akinyi-odera',
          note: 'For markets in which the charts are imported.',
        },
      ],
    },
  ],
};
