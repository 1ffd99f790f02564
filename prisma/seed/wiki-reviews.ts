import type { DaysAgo } from './world';

/** Somebody looked whether a page is still true. Left out, `by` is its steward. */
export type ReviewSeed = {
  page: `${string}/${string}`;
  ago: DaysAgo;
  by?: string;
  against: string;
  url?: string;
};

/** A line a page: how many days ago it was checked, what it was held against, and a link to that. */
const CHECKS: [page: ReviewSeed['page'], ago: DaysAgo, against: string, url?: string][] = [
  ['guild/your-first-month', 29, 'the first month of the two who joined in autumn'],
  ['guild/writing-down-a-technique', 60, 'the last three techniques that were written down'],
  ['guild/glossary', 34, 'the words of the last four meetups'],
  ['evaluation/counterfactual-evaluation', 47, 'the Mixes log of last month, replayed'],
  ['evaluation/cuped', 98, 'experiment platform 3.8'],
  ['evaluation/sample-ratio-mismatch', 104, 'the 41 experiments of last quarter'],
  ['evaluation/calibration', 15, 'the churn model that is in production'],
  ['evaluation/offline-versus-online', 61, 'the twelve launches of this year'],
  ['evaluation/novelty-and-interference', 190, 'the autoplay test that was run twice'],
  ['production/model-cards', 75, 'the cards of the four models that changed'],
  ['production/reproducible-training', 160, 'training image 22.04-cu12'],
  ['production/distillation-and-quantisation', 120, 'the served ranker, int8'],
  ['production/drift-monitoring', 2, 'the alarms of the last eight weeks'],
  ['production/drift-monitoring/rehearsing-a-fault', 41, 'the rehearsal of this quarter'],
  ['production/gpu-cost', 64, 'the bill of the month before'],
  ['production/training-serving-skew', 200, 'the feature log of one day, compared by row'],
  ['recommendation/bandits-and-exploration', 260, 'the Home shelves of that week'],
  ['recommendation/choosing-an-ann-index', 66, 'recall on 10,000 queries of the radio log'],
  ['recommendation/generated-playlist-titles', 24, '200 titles, read by two people'],
  ['recommendation/popularity-bias-and-the-long-tail', 72, 'last quarter’s plays by decile'],
  ['recommendation/position-bias', 103, 'the swap test on Home'],
  ['recommendation/two-tower-retrieval', 84, 'the retrieval service as deployed', '/techniques'],
  ['recommendation/cold-start-for-tracks', 38, 'releases of one Friday'],
  ['recommendation/semantic-search', 17, 'the judged queries, second round'],
  ['recommendation/playlist-continuation', 170, 'the continuation model of that spring'],
  ['audio/audio-embeddings', 99, 'embedding version 5'],
  ['audio/embedding-versions', 33, 'the contract of version 5'],
  ['data/backfills', 12, 'the backfill of the play log this month'],
  ['data/point-in-time-correctness', 44, 'the as-of join in the feature library'],
  ['data/feature-stores', 56, 'the feature store as it runs'],
  ['data/data-contracts', 90, 'the nine contracts in force'],
  ['listeners/churn-models', 220, 'the model of that quarter'],
  ['listeners/uplift-modelling', 58, 'the spring campaign, with its hold-out'],
  ['lessons/four-per-cent-that-was-not-there', 155, 'the notes of those who were there'],
];

/** The latest check of each page; pages that are not here were never verified. */
export const checks: ReviewSeed[] = CHECKS.map(([page, ago, against, url]) => ({
  page,
  ago,
  against,
  url,
}));

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
