import type { TechniqueSeed } from './technique';

export const servingLagReads: TechniqueSeed = {
  slug: 'as-of-reads-with-each-features-own-delay',
  title: 'As-of reads with each feature’s own delay',
  summary:
    'The feature store measures how late each value really is and subtracts it when it builds a training row, so that training sees what serving would have seen.',
  origin: 'ml-platform',
  originOn: 231,
  author: 'madhavi-kelkar',
  writeUp: {
    problem: `Three squads had copied Retention's as-of join and set the delivery delay by guess: 0, 20 and 60 minutes for the same feature. Rows were right in time and still not what serving saw; skew of up to 14 % of rows on streamed features.`,
    context: `- 212 live features, of which 20 are streamed.
- Every online read is logged at 2 % with the age of the value.
- Result of the working group on training sets, carried on by us.`,
    approach: `Larder keeps, per feature and hour of day, the distribution of \`served_at − known_at\`. \`larder.as_of(spine, features, lag="serving")\` subtracts a draw from it per row, with a seed derived from the row's key, so that it is repeatable. Values older than the serving limit become null, as they would.

Reports on skew run weekly. [Feature stores](/wiki/data/feature-stores) and [Training–serving skew](/wiki/production/training-serving-skew).`,
    failedApproaches: `- **The mean delay.** Hides that one read in twenty is four times as old.
- **The p95 for every row.** Safe and pessimistic; models learnt to distrust fresh features that are nearly always fresh.
- **Logging all served features instead.** 55 TB a month. We do it for three models.`,
    dataChallenges: `- Delays change with each release of a pipeline; the distribution is kept for 400 days by version.
- Features without online reads have no measured delay; their owner has to declare one, and it is marked as declared.`,
    evaluationMethod: `Mismatch between served and rebuilt rows, per feature, 10,000 decisions a week for two models over six weeks; then AUC or nDCG offline against live.`,
    needsData: 'A log of served values with their age.',
    needsInfrastructure: 'Larder.',
    needsSkill: 'Writing a spine.',
  },
  evidence: [
    {
      key: 'lag-mismatch',
      kind: 'OFFLINE',
      summary: 'Rows that differ between serving and training, streamed features, two models.',
      metric: 'Mismatching rows, %',
      baseline: 8.6,
      value: 0.4,
      n: 120000,
      dataset: 'Six weeks, 10,000 decisions a week and model',
      on: 228,
      by: 'madhavi-kelkar',
    },
    {
      kind: 'INCIDENT',
      summary: 'Incidents by differing definitions or times, company-wide.',
      metric: 'Incidents in a year',
      baseline: 9,
      value: 2,
      n: 19,
      dataset: 'Nineteen production models',
      on: 70,
      by: 'cecilia-ramalho',
    },
  ],
  attempts: [
    {
      title: 'Fixed p95 delay',
      hypothesis: 'The safe bound is good enough.',
      setUp: 'All features at their p95, two models retrained.',
      outcome: 'FAILED',
      why: 'nDCG −0.004 live: the model under-used session features that are fresh nineteen times in twenty.',
      endedOn: 246,
      by: 'madhavi-kelkar',
    },
  ],
  presentations: [
    { series: 'ml-in-production', cycle: 7, by: 'madhavi-kelkar' },
    { series: 'machine-learning', cycle: 13, by: 'madhavi-kelkar' },
  ],
  adoptions: [
    {
      squad: 'radio',
      from: 'ORIGIN',
      steps: [
        { to: 'TRIALLING', ago: 165, by: 'raghav-tembe' },
        {
          to: 'IN_PRODUCTION',
          ago: 124,
          by: 'raghav-tembe',
          evidence: {
            kind: 'OFFLINE',
            summary: 'Session features of the sequence model.',
            metric: 'Mismatching rows, %',
            baseline: 6.2,
            value: 0.5,
            n: 40000,
            replicates: 'lag-mismatch',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 30,
          by: 'raghav-tembe',
          note: 'Below one per cent in each weekly report.',
        },
      ],
    },
    {
      squad: 'home',
      from: 'ORIGIN',
      adaptation:
        'Spine is the impression log at full resolution; we keep our own rule that offline plays count from arrival.',
      steps: [
        { to: 'TRIALLING', ago: 170, by: 'hyunwoo-baek' },
        {
          to: 'IN_PRODUCTION',
          ago: 128,
          by: 'hyunwoo-baek',
          evidence: {
            kind: 'OFFLINE',
            summary: 'Home ranker, 51 features.',
            metric: 'Mismatching rows, %',
            baseline: 3.9,
            value: 0.3,
            n: 60000,
            replicates: 'lag-mismatch',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 34,
          by: 'hyunwoo-baek',
          note: 'Looked at the three worst features by hand: all are below 1 %.',
        },
      ],
    },
    {
      squad: 'search',
      from: { squad: 'home' },
      steps: [
        { to: 'ASSESSING', ago: 150, by: 'sunita-varghese' },
        { to: 'TRIALLING', ago: 100, by: 'sunita-varghese' },
        {
          to: 'IN_PRODUCTION',
          ago: 55,
          by: 'sunita-varghese',
          evidence: {
            kind: 'QUALITATIVE',
            summary:
              'The trending score was 40 minutes fresher in training than in life. Its weight in the ranker fell by half after retraining; nothing else changed.',
          },
        },
      ],
    },
    {
      squad: 'messaging',
      from: { squad: 'home' },
      steps: [
        { to: 'IDENTIFIED', ago: 110, by: 'arjun-sethuram' },
        { to: 'TRIALLING', ago: 44, by: 'tendai-marufu' },
      ],
    },
  ],
  relations: [
    {
      to: 'as-of-joins-from-a-spine',
      kind: 'GENERALISES',
      note: 'Retention’s join, with the delay measured instead of guessed, for every squad.',
      ago: 229,
    },
  ],
};
