import type { TechniqueSeed } from './technique';

export const int8Embeddings: TechniqueSeed = {
  slug: 'int8-vectors-with-a-recall-guard',
  title: 'Embeddings in int8, with a recall guard in front',
  summary:
    'One scale per vector, a guard per slice before the release, and a re-rank of the top 200 where it matters. Cuts the memory to a quarter and our bill by 58 %.',
  origin: 'search',
  originOn: 265,
  author: 'nadia-belkhodja',
  writeUp: {
    problem: `64 million tracks × 256 numbers × 4 bytes = 65.5 GB per replica. Ten machines held the index and were idle but for their memory. Growth of the catalogue would have added one every four months.`,
    context: `- p99 of 41 ms, of which most is waiting for memory.
- No GPU in serving.
- Recall had never been measured by slice; the dashboard showed an average of 0.98.`,
    approach: `**Guard first.** 2,000 logged queries, stratified by activity, market and query class; recall against exact fp32; the lower bound of each slice must hold.

**Then quantise**: one scale per *vector*, symmetric, int32 accumulation. Where a slice fails the guard, re-rank the top 200 in fp32 from disk. Retrain the centroids, since they belong to the space.

Numbers for each scheme are in [Distillation and quantisation](/wiki/production/distillation-and-quantisation).`,
    failedApproaches: `- **One scale for the whole matrix.** Recall 0.912: a few long vectors dictate the grid.
- **Fewer dimensions instead** (128 of 256, by retraining): recall 0.974, worse than int8 at twice its memory.
- **Binary codes.** 0.71 before re-ranking, and re-ranking 10,000 candidates ate the gain.`,
    dataChallenges: `- Logged queries are those that succeeded; zero-result queries had to be added by hand.
- Listeners with unusual taste live in sparse regions and lose most; they are 4 % of traffic and were invisible in the average.`,
    evaluationMethod: `Recall@100 against exact search, by slice, bootstrap over queries; p99 at 70 % load on one machine; then an A/B test for *no harm*, with the margin written down before: successful searches not worse by more than 0.2 points.`,
    needsData: 'A log of queries, and exact results for 2,000 of them.',
    needsInfrastructure: 'An index library with integer dot products.',
    needsSkill: 'Somebody who profiles before optimising.',
  },
  evidence: [
    {
      key: 'int8-cost',
      kind: 'COST',
      summary: 'Machines for the index, ten to four, with one for spare.',
      metric: 'Cost of serving the index, € a month',
      baseline: 18400,
      value: 7700,
      n: 3,
      dataset: 'Mean of three months before and after',
      on: 215,
      by: 'nadia-belkhodja',
    },
    {
      kind: 'OFFLINE',
      summary: 'With the index’s own loss included.',
      metric: 'Recall@100 against exact fp32',
      baseline: 0.982,
      value: 0.971,
      interval: [0.969, 0.973],
      n: 2000,
      on: 262,
      by: 'nadia-belkhodja',
    },
    {
      kind: 'LATENCY',
      summary: 'Half of the time had been waiting for memory.',
      metric: 'p99, ms',
      baseline: 41,
      value: 23,
      n: 8000000,
      dataset: 'One Friday evening each',
      on: 258,
      by: 'tiago-louro',
    },
    {
      kind: 'AB_TEST',
      summary: 'No harm, within the margin written down before.',
      metric: 'Successful searches, %',
      baseline: 63.1,
      value: 63.0,
      interval: [62.9, 63.2],
      n: 3300000,
      on: 240,
      by: 'nadia-belkhodja',
    },
  ],
  attempts: [
    {
      title: 'Binary codes',
      hypothesis: 'One bit per dimension and a re-rank is enough.',
      setUp: '256 bits, Hamming search, re-rank of 10,000.',
      outcome: 'FAILED',
      why: 'Recall 0.71 before the re-rank; reading 10,000 vectors per query cost more than was saved.',
      mayWorkWhen: 'Vectors have 1,024 dimensions or more.',
      endedOn: 276,
      by: 'xin-albrecht',
    },
    {
      title: 'Half the dimensions',
      hypothesis: '128 dimensions hold nearly all of it.',
      setUp: 'Retrained towers, same data.',
      outcome: 'FAILED',
      why: 'Recall 0.974 at 32.8 GB; int8 keeps 0.989 at 16.4.',
      endedOn: 281,
      by: 'nadia-belkhodja',
    },
  ],
  presentations: [
    { series: 'ml-in-production', cycle: 8, by: 'nadia-belkhodja' },
    { series: 'machine-learning', cycle: 15, by: 'nadia-belkhodja' },
  ],
  heard: [{ person: 'vikram-deshmane', channel: 'CHAT', ago: 146 }],
  adoptions: [
    {
      squad: 'home',
      from: 'ORIGIN',
      adaptation:
        'Two indexes: 128 int8 for all, 256 fp32 for the 2 million tracks with 80 % of plays.',
      steps: [
        { to: 'IDENTIFIED', ago: 212, by: 'rui-salgueiro' },
        { to: 'TRIALLING', ago: 170, by: 'rui-salgueiro' },
        {
          to: 'IN_PRODUCTION',
          ago: 130,
          by: 'rui-salgueiro',
          evidence: {
            kind: 'COST',
            summary: 'Less than in Search, as our index was smaller to begin with.',
            metric: 'Cost of serving the index, € a month',
            baseline: 9100,
            value: 5100,
            n: 2,
            dataset: 'Two months before and after; recall 0.979 to 0.970',
            replicates: 'int8-cost',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 36,
          by: 'rui-salgueiro',
          note: 'Guard has stopped one release, rightly: somebody had normalised twice.',
        },
      ],
    },
    {
      squad: 'radio',
      from: 'ORIGIN',
      steps: [
        {
          to: 'DECLINED',
          ago: 185,
          by: 'duarte-figueira',
          reason: 'NO_NEED',
          note: 'Two million vectors fit as they are, exact, on what we have. We took the guard, though.',
        },
      ],
    },
    {
      squad: 'ml-platform',
      from: 'ORIGIN',
      adaptation: 'An option in Switchboard for any index; the guard is not an option.',
      steps: [
        { to: 'TRIALLING', ago: 160, by: 'xin-albrecht', note: 'I brought it along from Search.' },
        {
          to: 'IN_PRODUCTION',
          ago: 92,
          by: 'xin-albrecht',
          evidence: {
            kind: 'COST',
            summary: 'Five models moved to int8 on CPU.',
            metric: 'Serving cost of five models, € a month',
            baseline: 8900,
            value: 3900,
            n: 5,
          },
        },
      ],
    },
    {
      squad: 'audio-understanding',
      from: { squad: 'ml-platform' },
      adaptation:
        'The encoder itself in int8, head in fp16, calibrated on 2,000 tracks of eleven regions.',
      steps: [
        { to: 'TRIALLING', ago: 140, by: 'vikram-deshmane' },
        {
          to: 'IN_PRODUCTION',
          ago: 99,
          by: 'vikram-deshmane',
          evidence: {
            kind: 'COST',
            summary: 'Embedding the whole catalogue once, together with the smaller model.',
            metric: 'Cost of a full recomputation, €',
            baseline: 5300,
            value: 1400,
            n: 2,
            dataset: 'Third and fourth generation',
          },
        },
      ],
    },
  ],
};
