import type { TechniqueSeed } from './technique';

export const sequenceModel: TechniqueSeed = {
  slug: 'self-attentive-next-track-with-many-negatives',
  title: 'Self-attentive next track, trained with many negatives',
  summary:
    'A causal sequence model for stations. The loss (256 negatives instead of one) is worth more than the architecture, and outcomes as input are worth more than depth.',
  origin: 'radio',
  originOn: 305,
  author: 'ifeoma-anyanwu',
  writeUp: {
    problem: `Stations chose the next track by item-to-item tables. They cannot see that the last three tracks were skipped, that it is the same mood for an hour, or that the listener has come back after a night. Minutes per session had been flat for a year.`,
    context: `- 60 ms at p95 for the whole answer, while a track is playing.
- 2 million station-eligible tracks, 22 million station sessions a day.
- Three engineers, four months, among them the split of Continuous listening.`,
    approach: `Causal self-attention over the last 100 events, two layers of 128. An event is a track **and what happened to it** (completed, skipped early, skipped late, saved), with the gap since the last in seven buckets. Target: the next completed track. Loss: softmax over 256 uniform negatives and those in the batch, corrected for sampling.

Served from a state kept per session and computed at 70 % of the current track. A repetition filter stands behind it and fails to item-to-item. See [Sequential recommenders](/wiki/recommendation/sequential-recommenders).`,
    failedApproaches: `- **One sampled negative per positive**, as in the original paper: recall 0.203 against 0.231, and wildly overconfident.
- **A masked bidirectional model**: equal when trained to the end, at three times the compute.
- **GRU**: +0.006 over nearest-neighbour sessions, not worth its serving.
- **Four layers**, **500 events**: nothing, at twice and five times the cost.
- **Training on all plays**, autoplay's own included: it converged to its predecessor.`,
    dataChallenges: `- Autoplay writes two thirds of the plays. We weight those positives by 0.3 and keep one per cent of stations on item-to-item as a source of different data.
- Sessions are a definition: 30 minutes of silence.
- A random split of sessions shows recall 0.29. It was the same listeners' same week.`,
    evaluationMethod: `Recall@20 of the next completed track over the full catalogue, 400,000 held-out sessions, split by week, five seeds, 60 trials for every model *including the baselines*. Online: minutes per station session and skip rate, four weeks, settled level (days 14 to 27).`,
    needsData:
      'Plays in order, with outcome. At least eight of them per listener; below that it is worse than a cluster prior.',
    needsInfrastructure: 'A per-session store with appends, retrieval under 15 ms, a fallback.',
    needsSkill: 'One person who has trained a transformer, one who has been on duty.',
  },
  evidence: [
    {
      key: 'sequence-offline',
      kind: 'OFFLINE',
      summary: 'Against item-to-item with the same number of trials.',
      metric: 'Recall@20 of the next completed track',
      baseline: 0.18,
      value: 0.231,
      interval: [0.2285, 0.2335],
      n: 400000,
      dataset: 'Held-out sessions of one week',
      on: 308,
      by: 'ifeoma-anyanwu',
    },
    {
      key: 'sequence-minutes',
      kind: 'AB_TEST',
      summary: 'Settled level; the first two weeks showed seven per cent.',
      metric: 'Minutes per station session',
      baseline: 34.6,
      value: 36.1,
      interval: [35.8, 36.4],
      n: 2400000,
      dataset: 'Four weeks, days 14 to 27',
      on: 268,
      by: 'ifeoma-anyanwu',
    },
    {
      kind: 'LATENCY',
      summary: 'Whole answer, with retrieval and filters.',
      metric: 'p95, ms',
      baseline: 88,
      value: 57,
      n: 5000000,
      dataset: 'A Friday evening, before and after the session state',
      on: 266,
      by: 'emil-sandtorv',
    },
  ],
  attempts: [
    {
      title: 'GRU for stations',
      hypothesis: 'Recurrent models capture the session.',
      setUp: 'One layer of 256, sampled loss, 6 hours of training.',
      outcome: 'FAILED',
      why: 'Recall 0.187 against 0.181 for nearest-neighbour sessions with recency. Real, and too small for what it costs to serve.',
      mayWorkWhen: 'State lives in the client.',
      endedOn: 395,
      by: 'duarte-figueira',
      squad: 'continuous-listening',
    },
    {
      title: 'Masked bidirectional model',
      hypothesis: 'Seeing both sides in training gives better item vectors.',
      setUp: 'Same budget, then trained to the end (31 epochs).',
      outcome: 'INCONCLUSIVE',
      why: 'Equal at three times the compute. The loss explains what the papers attribute to direction.',
      endedOn: 312,
      by: 'duarte-figueira',
    },
    {
      title: 'Sequence model for newcomers',
      hypothesis: 'A few plays are a short sequence.',
      setUp: 'Radio’s model on 88,000 first sessions.',
      outcome: 'FAILED',
      why: 'Recall 0.074 against 0.091 for a posterior over taste clusters. With three plays there is no sequence, only three facts.',
      mayWorkWhen: 'Pre-trained on short prefixes with the taste screen as input.',
      endedOn: 142,
      by: 'astrid-mobeck',
      squad: 'first-listen',
    },
  ],
  presentations: [
    { series: 'machine-learning', cycle: 19, by: 'ifeoma-anyanwu' },
    { series: 'recommendation-and-ranking', cycle: 8, by: 'duarte-figueira' },
  ],
  heard: [{ person: 'astrid-mobeck', channel: 'PERSON', ago: 149 }],
  adoptions: [
    {
      squad: 'mixes',
      from: 'ORIGIN',
      adaptation:
        'Time gaps are shuffled away, since a mix is not heard in one sitting, and the weight of the last track is capped: a mix made on Monday should not hang on Sunday’s last song.',
      steps: [
        {
          to: 'ASSESSING',
          ago: 255,
          by: 'clara-mascarenhas',
          note: 'We shared the code base until ten weeks ago.',
        },
        { to: 'TRIALLING', ago: 220, by: 'noor-haddadin' },
        {
          to: 'IN_PRODUCTION',
          ago: 160,
          by: 'clara-mascarenhas',
          evidence: {
            kind: 'AB_TEST',
            summary: 'As one of four candidate sources.',
            metric: 'Tracks completed per mix opened',
            baseline: 6.1,
            value: 6.4,
            interval: [6.3, 6.5],
            n: 1400000,
            dataset: 'Four weeks',
            replicates: 'sequence-minutes',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 65,
          by: 'clara-mascarenhas',
          note: 'Removed it for a week on 5 %: 6.1 again.',
        },
      ],
    },
    {
      squad: 'home',
      from: 'ORIGIN',
      adaptation: 'The state vector is a feature of our ranker; we do not retrieve with it.',
      steps: [
        { to: 'IDENTIFIED', ago: 240, by: 'rui-salgueiro' },
        { to: 'ASSESSING', ago: 150, by: 'rui-salgueiro' },
        {
          to: 'TRIALLING',
          ago: 85,
          by: 'liis-tamberg',
          note: 'A vector older than ten minutes is worse than none. We are waiting for the stream, not for the model.',
        },
      ],
    },
    {
      squad: 'first-listen',
      from: 'ORIGIN',
      steps: [
        {
          to: 'ASSESSING',
          ago: 148,
          by: 'astrid-mobeck',
          note: 'I came from Radio with it in my bag.',
        },
        {
          to: 'DECLINED',
          ago: 141,
          by: 'astrid-mobeck',
          reason: 'BETTER_ALTERNATIVE',
          note: 'For people with fewer than eight plays a posterior over 200 taste clusters is better, and it fits on a page. We route to Radio’s model after 25 plays.',
        },
      ],
    },
    {
      squad: 'messaging',
      from: 'ORIGIN',
      steps: [
        {
          to: 'DECLINED',
          ago: 180,
          by: 'arjun-sethuram',
          reason: 'NO_CAPACITY',
          note: 'One message a day does not justify a model with a state. Ask again if we send playlists.',
        },
      ],
    },
  ],
};
