import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embedWaiting, requestMissing } from '@/features/search/meaning/commands';
import { holdMeanings } from '@/features/search/meaning/held/queries';
import { builtInModel } from '@/features/search/meaning/model';
import { meaningSocketPath, serveMeaning } from '@/features/search/meaning/socket';
import { PARTS_TOGETHER } from '@/features/search/meaning/vectors';
import { findTried } from '@/features/search/tried/queries';
import { recountWords } from '@/features/search/vocabulary/commands';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { env } from '@/foundation/env';
import { emptyDatabase } from '../support/database';
import { NOON } from '../support/org';

const THE_MODEL_LOADS = 120_000;
const system = systemContext(NOON);
const model = builtInModel();
const kinds = ['technique', 'attempt', 'page', 'person'] as const;

/** Of each matter: a technique, a failed attempt, a page, somebody to ask; and a problem told in other words. */
const matters = [
  {
    technique: [
      'Exploration slots for new tracks',
      'Gives songs without listening history a few reserved impressions, so that a bandit learns whom they suit. For cold start of items.',
    ],
    attempt: [
      'Cold start from cover art alone',
      'Failed. Predicted who would like new songs from the picture of the album; it learned the label and not the taste.',
    ],
    page: [
      'Recommending what nobody has heard yet',
      'New releases have no plays. What we do about cold start: content embeddings first, exploration next, collaborative signals when they exist.',
    ],
    person: ['Ines Carvalho', 'Recommendation. Ask me about cold start, bandits and new releases.'],
    problem:
      'Every Friday thousands of new releases arrive and our recommender never shows them, the usual cold start: there is no listening history to learn from. How do you give new songs a fair chance, perhaps with bandits, without hurting the experience?',
  },
  {
    technique: [
      'Temperature scaling by market',
      'One temperature for each country on held-out data makes predicted probabilities match observed rates. Calibration after training.',
    ],
    attempt: [
      'Isotonic calibration on a week of data',
      'Failed. The calibrated probabilities overfitted; small markets got worse expected calibration error.',
    ],
    page: [
      'When scores are not probabilities',
      'How to see that a model is overconfident: reliability diagrams, expected calibration error, and what to do.',
    ],
    person: ['Tomasz Wilk', 'Forecasting. Ask me about calibration and uncertainty.'],
    problem:
      'Our churn model says 90 percent and only half of these customers leave. The ranking is fine but the calibration is not: predicted probabilities are overconfident, worst in smaller markets. What have others done about calibration and uncertainty?',
  },
  {
    technique: [
      'Point-in-time joins in the feature store',
      'Training rows see only feature values known at the moment of prediction, so that nothing leaks from the future.',
    ],
    attempt: [
      'Nightly snapshots instead of point-in-time joins',
      'Failed. Features were up to a day newer than the label; offline gains vanished in production because of leakage.',
    ],
    page: [
      'Training and serving see different features',
      'Skew between offline features and online features: how leakage from the future gets in and how to test for it.',
    ],
    person: [
      'Aylin Demir',
      'Feature platform. Ask me about feature stores, leakage and backfills.',
    ],
    problem:
      'Offline our model looks wonderful and in production the gain is gone. We suspect leakage: features from the feature store contain values from after the event. How do you build training rows that see only what was known at the moment of prediction?',
  },
  {
    technique: [
      'Distilling the ranker into a small model',
      'A small student network learns the scores of the big teacher, so that serving takes a fifth of the latency.',
    ],
    attempt: [
      'Quantising the ranker to four bits',
      'Failed. Inference on our processors became slower instead of faster, and ranking quality dropped.',
    ],
    page: [
      'Keeping inference under fifty milliseconds',
      'Latency budget of model serving: batching, caching of scores, distillation, pruning, and what each of them costs.',
    ],
    person: ['Jonas Lindqvist', 'Serving. Ask me about inference latency, distillation and GPUs.'],
    problem:
      'The new deep ranker is better in the experiment but its inference latency is two hundred milliseconds and the serving budget is fifty. Has anyone made a big model smaller and faster, by distillation perhaps, without losing quality?',
  },
  {
    technique: [
      'Alarms on drift of the inputs',
      'Compares the distribution of each feature with last month by population stability index and tells the owning squad.',
    ],
    attempt: [
      'Alarm on every feature that drifts',
      'Failed. Hundreds of drift alerts a week, nobody looked any more; most shifts changed no prediction.',
    ],
    page: [
      'What to watch after a model is live',
      'Monitoring of models in production: drift of inputs, drift of predictions, delayed labels, and who is woken up.',
    ],
    person: ['Chidi Eze', 'Reliability. Ask me about monitoring models, drift and alerts.'],
    problem:
      'A data source changed silently and our fraud model made poor predictions for three weeks before a human noticed. Which monitoring tells you early that the distribution of an input feature drifts, and which alarms are worth it?',
  },
] satisfies (Record<(typeof kinds)[number], [string, string]> & { problem: string })[];

let server: Awaited<ReturnType<typeof serveMeaning>> = null;

beforeAll(async () => {
  await emptyDatabase();
  await db.searchEntry.createMany({
    data: matters.flatMap((matter) =>
      kinds.map((kind) => ({
        kind,
        subjectId: matter[kind][0].toLowerCase().replaceAll(' ', '-'),
        title: matter[kind][0],
        body: matter[kind][1],
        address: '/',
        changedAt: NOON,
        indexedAt: NOON,
      })),
    ),
  });
  await db.$executeRaw`UPDATE "SearchEntry" SET audience = NULL`;
  await recountWords(system);
  await requestMissing(system, model);
  await embedWaiting(systemContext(new Date(NOON.getTime() + 1_000)), model, 100);
  const { table } = await holdMeanings(system, model);
  const socketPath = meaningSocketPath(env.DATABASE_URL, env.NEXTAUTH_SECRET);
  server = await serveMeaning(socketPath, async ({ text, most }) => {
    const [asked] = await model.embed([text], true);
    return table.nearest(asked ?? [], most, { parts: PARTS_TOGETHER });
  });
}, THE_MODEL_LOADS);

afterAll(async () => {
  server?.close();
  await model.close();
});

describe('has anyone tried…?', () => {
  it.each(matters)(
    'answers with technique, failed attempt, page and person: $page.0',
    async ({ problem, ...matter }) => {
      const answer = await findTried(system, problem);
      const first = answer.map(({ kind, hits }) => [kind, hits[0]?.title]);
      expect(first).toEqual(kinds.map((kind) => [kind, matter[kind][0]]));
    },
  );

  it('answers that nothing is close when the problem is of another world', async () => {
    const problem =
      'The dishwasher in the kitchen on the second floor leaks, and the plumber only comes on Tuesdays. Where are towels kept, and who has the key to the cellar?';
    expect(await findTried(system, problem)).toEqual([]);
  });
});
