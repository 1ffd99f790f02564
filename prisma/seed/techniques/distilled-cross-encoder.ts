import type { TechniqueSeed } from './technique';

export const distilledCrossEncoder: TechniqueSeed = {
  slug: 'distilled-cross-encoder-for-descriptive-queries',
  title: 'Distilled cross-encoder for descriptive queries',
  summary:
    'A 24-layer teacher taught a 4-layer student what “sad songs for a long drive” means, on score differences between real candidates. 72 % of the gain in 6 ms.',
  origin: 'search',
  originOn: 34,
  author: 'grace-ndirangu',
  writeUp: {
    problem: `One search in ten describes instead of naming. Lexical search succeeds in 23 to 30 % of those; rank fusion with dense retrieval brought more, and put the right track at rank nine. A model that reads query and track together sorts them well, at 180 ms for a hundred candidates.`,
    context: `- 6 ms on CPU are left in the budget.
- 1,500 tail queries judged by people; four languages with judgements, two without enough.
- Seven weeks of two people, four of which went into the transfer set.`,
    approach: `Teacher: cross-encoder, 24 layers, fine-tuned on judgements. Score 30 million (query, track) pairs **from the real retrieval**. Student: 4 layers, trained on *differences* of the teacher's scores within a query, plus 10 % true labels. int8, top 50 only, never for navigational queries.

See [Semantic search](/wiki/recommendation/semantic-search) for the whole and [Distillation and quantisation](/wiki/production/distillation-and-quantisation) for the recipe.`,
    failedApproaches: `- **Random pairs** as a transfer set: nDCG 0.349. The student learnt easy distinctions.
- **Regression on scores** in place of differences: 0.372.
- **Expansion of queries by a language model at query time**: +0.01, 400 ms, and it invented a father.
- **Dense retrieval for every query**: stopped on day two; “Ana” gave five singers who sound like Ana.`,
    dataChallenges: `- 0.4 % of pairs were Estonian; the student lost two thirds of the teacher's gain there. Not shipped in Estonian and Swahili.
- Judgements age: a tenth of the tail queries named something of the week.
- Lyrics may be used in some markets and not in others; missing must look missing.`,
    evaluationMethod: `nDCG@10 on 1,500 judged tail queries, by language, paired bootstrap; p95 added; then an A/B test of three weeks on exploratory and described queries, n = 410,000 sessions.`,
    needsData: 'A teacher worth imitating, and candidates as production sees them.',
    needsInfrastructure: 'CPU inference in int8; 330 GPU hours once.',
    needsSkill: 'One person who has distilled something before, or patience.',
  },
  evidence: [
    {
      kind: 'OFFLINE',
      summary: 'Against rank fusion; the teacher reaches 0.412.',
      metric: 'nDCG@10, tail queries',
      baseline: 0.338,
      value: 0.391,
      interval: [0.377, 0.405],
      n: 1500,
      on: 38,
      by: 'grace-ndirangu',
    },
    {
      kind: 'AB_TEST',
      summary: 'On described and exploratory queries only.',
      metric: 'Successful searches, %',
      baseline: 39.3,
      value: 42.1,
      interval: [41.7, 42.5],
      n: 410000,
      dataset: 'Three weeks, pt and en',
      on: 18,
      by: 'grace-ndirangu',
    },
  ],
  attempts: [
    {
      title: 'Query expansion at query time',
      hypothesis: 'A language model knows what a long drive sounds like.',
      setUp: 'One call per query, cached, 2 % of traffic.',
      outcome: 'FAILED',
      why: 'nDCG +0.01 for 400 ms, and inventions that are hard to explain.',
      mayWorkWhen: 'Offline, for the 50,000 most frequent descriptions.',
      endedOn: 66,
      by: 'grace-ndirangu',
    },
    {
      title: 'Student on random pairs',
      hypothesis: 'More pairs beat harder pairs.',
      setUp: '120 million random pairs.',
      outcome: 'FAILED',
      why: 'Four times the data, 0.349. Production never asks such easy questions.',
      endedOn: 52,
      by: 'jonas-vettergren',
    },
  ],
  presentations: [{ series: 'machine-learning', cycle: 2, by: 'grace-ndirangu' }],
  adoptions: [
    {
      squad: 'ml-platform',
      from: 'ORIGIN',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 18,
          by: 'xin-albrecht',
          note: 'Third distillation in a year. There is a tool in that.',
        },
      ],
    },
    {
      squad: 'catalogue-quality',
      from: 'ORIGIN',
      steps: [
        {
          to: 'ASSESSING',
          ago: 15,
          by: 'margarida-sobral',
          note: 'Pairs of titles and credits are pairs, too.',
        },
      ],
    },
  ],
  relations: [
    {
      to: 'int8-vectors-with-a-recall-guard',
      kind: 'COMBINES',
      note: 'The student is served in int8 behind the same guard.',
      ago: 33,
    },
  ],
};
