import type { DaysAgo } from './world';

/** Somebody looked whether a page is still true. Left out, `by` is its steward. */
export type ReviewSeed = {
  page: `${string}/${string}`;
  ago: DaysAgo;
  by?: string;
  against: string;
  url?: string;
};

/** The latest check of each page; pages that are not here were never verified. */
export const checks: ReviewSeed[] = [
  {
    page: 'guild/your-first-month',
    ago: 29,
    against: 'the first month of the two who joined in autumn',
  },
  {
    page: 'guild/writing-down-a-technique',
    ago: 60,
    against: 'the last three techniques that were written down',
  },
  { page: 'guild/glossary', ago: 34, against: 'the words of the last four meetups' },
  {
    page: 'evaluation/counterfactual-evaluation',
    ago: 47,
    against: 'the Mixes log of last month, replayed',
  },
  { page: 'evaluation/cuped', ago: 98, against: 'experiment platform 3.8' },
  {
    page: 'evaluation/sample-ratio-mismatch',
    ago: 104,
    against: 'the 41 experiments of last quarter',
  },
  { page: 'evaluation/calibration', ago: 15, against: 'the churn model that is in production' },
  {
    page: 'evaluation/offline-versus-online',
    ago: 61,
    against: 'the twelve launches of this year',
  },
  {
    page: 'evaluation/novelty-and-interference',
    ago: 190,
    against: 'the autoplay test that was run twice',
  },
  { page: 'production/model-cards', ago: 75, against: 'the cards of the four models that changed' },
  { page: 'production/reproducible-training', ago: 160, against: 'training image 22.04-cu12' },
  {
    page: 'production/distillation-and-quantisation',
    ago: 120,
    against: 'the served ranker, int8',
  },
  { page: 'production/drift-monitoring', ago: 2, against: 'the alarms of the last eight weeks' },
  { page: 'production/gpu-cost', ago: 64, against: 'the bill of the month before' },
  {
    page: 'production/training-serving-skew',
    ago: 200,
    against: 'the feature log of one day, compared by row',
  },
  {
    page: 'recommendation/bandits-and-exploration',
    ago: 260,
    against: 'the Home shelves of that week',
  },
  {
    page: 'recommendation/choosing-an-ann-index',
    ago: 66,
    against: 'recall on 10,000 queries of the radio log',
  },
  {
    page: 'recommendation/generated-playlist-titles',
    ago: 24,
    against: '200 titles, read by two people',
  },
  {
    page: 'recommendation/popularity-bias-and-the-long-tail',
    ago: 72,
    against: 'last quarter’s plays by decile',
  },
  { page: 'recommendation/position-bias', ago: 103, against: 'the swap test on Home' },
  {
    page: 'recommendation/two-tower-retrieval',
    ago: 84,
    against: 'the retrieval service as deployed',
    url: '/techniques',
  },
  { page: 'recommendation/cold-start-for-tracks', ago: 38, against: 'releases of one Friday' },
  { page: 'recommendation/semantic-search', ago: 17, against: 'the judged queries, second round' },
  {
    page: 'recommendation/playlist-continuation',
    ago: 170,
    against: 'the continuation model of that spring',
  },
  { page: 'audio/audio-embeddings', ago: 99, against: 'embedding version 5' },
  { page: 'audio/embedding-versions', ago: 33, against: 'the contract of version 5' },
  { page: 'data/backfills', ago: 12, against: 'the backfill of the play log this month' },
  {
    page: 'data/point-in-time-correctness',
    ago: 44,
    against: 'the as-of join in the feature library',
  },
  { page: 'data/feature-stores', ago: 56, against: 'the feature store as it runs' },
  { page: 'data/data-contracts', ago: 90, against: 'the nine contracts in force' },
  { page: 'listeners/churn-models', ago: 220, against: 'the model of that quarter' },
  {
    page: 'listeners/uplift-modelling',
    ago: 58,
    against: 'the spring campaign, with its hold-out',
  },
  {
    page: 'lessons/four-per-cent-that-was-not-there',
    ago: 155,
    against: 'the notes of those who were there',
  },
];

/** A page that its steward knows to be wrong in part. */
export const doubts = [
  {
    page: 'production/distillation-and-quantisation',
    ago: 9,
    note: 'The calibration step changed with the new runtime: the table of losses is the old one.',
  },
] as const;

/** A page that no longer holds, and the one that holds instead. */
export const retirements = [
  {
    page: 'papers/youtube-retrieval',
    ago: 40,
    note: 'What of it we use is described where it runs; the set-up in these notes is one we left.',
    replacement: 'recommendation/two-tower-retrieval',
  },
] as const;

/** What readers said of pages that did not work for them. */
export const reports = [
  {
    page: 'recommendation/position-bias',
    ago: 8,
    by: 'ifeoma-anyanwu',
    word: 'The swap query fails: the column is called slot now.',
    isSigned: true,
  },
  { page: 'recommendation/position-bias', ago: 5, by: 'rui-salgueiro', word: '', isSigned: false },
  {
    page: 'recommendation/semantic-search',
    ago: 3,
    by: 'deepa-rangan',
    word: 'Could not find the judged queries.',
    isSigned: false,
  },
] as const;
