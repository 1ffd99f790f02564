import type { TechniqueSeed } from './technique';

export const shadowBackfills: TechniqueSeed = {
  slug: 'sampled-shadow-backfills',
  title: 'Sampled shadow backfills',
  summary:
    'Before recomputing a year of history, run one per cent of listeners through all of it, compare with the difference you wrote down beforehand, and add the hundred largest keys by hand.',
  origin: 'data-foundations',
  originOn: 26,
  author: 'baltasar-moniz',
  writeUp: {
    problem: `A full backfill takes 14 hours, and that is usually where one learns that the expectation was wrong. In three years two lost data, four were wrong in ways that nobody noticed for weeks, and one cost 26,000 € in repeated scans.`,
    context: `- 480 million plays a day, 400 days kept.
- Windows and sessions need whole listeners; a sample of events is useless.
- Everyone backfills, hardly anyone often.`,
    approach: `1. Write down the expected difference.
2. Keep listeners with \`hash(listener_id, salt) mod 100 = 0\`, the **same salt in every input**, a new salt for each backfill.
3. Add the hundred largest keys.
4. Run the whole period, compare per key with a full join, look for what step 1 did not say.
5. Only then the full run.

The seven steps around it: [Backfills](/wiki/data/backfills).`,
    failedApproaches: `- **A sample of days.** Misses everything that goes over midnight.
- **A sample of events.** Breaks sessions, so every number differs and none tells.
- **A fixed salt.** The same one per cent of listeners is for ever the test; their data began to be cleaner than everyone else's.`,
    dataChallenges: `- A shop with 90,000 plays a day is one key; a sample misses it 99 times in 100.
- Side tables without a listener id have to be taken whole, and some are large.`,
    evaluationMethod: `Our last four faulty backfills, replayed: would the sample have shown the fault? Three of four. Time and cost against the full run.`,
    needsData: 'A key that survives through all inputs.',
    needsInfrastructure: 'None.',
    needsSkill: 'The discipline of step 1.',
  },
  evidence: [
    {
      kind: 'INCIDENT',
      summary:
        'Faults of our last four bad backfills that the sample shows; the fourth was a single huge key.',
      metric: 'Faults shown, of 4',
      baseline: 0,
      value: 3,
      n: 4,
      on: 25,
      by: 'baltasar-moniz',
    },
    {
      kind: 'COST',
      summary: 'Not a hundredth, because of fixed costs and small files.',
      metric: 'Time to the first look at a year of history, minutes',
      baseline: 840,
      value: 50,
      n: 3,
      on: 25,
      by: 'baltasar-moniz',
    },
  ],
  attempts: [
    {
      title: 'Seven days instead of one per cent',
      hypothesis: 'A week is enough to see a fault.',
      setUp: 'Two past backfills replayed.',
      outcome: 'FAILED',
      why: 'Both faults sat at the change of the clocks.',
      endedOn: 41,
      by: 'manuel-zarco',
    },
  ],
  presentations: [{ series: 'data-quality', cycle: 1, by: 'baltasar-moniz' }],
  adoptions: [
    {
      squad: 'messaging',
      from: 'ORIGIN',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 4,
          by: 'tendai-marufu',
          note: 'For the rebuild of the message table next month.',
        },
      ],
    },
    {
      squad: 'ml-platform',
      from: 'ORIGIN',
      steps: [
        {
          to: 'ASSESSING',
          ago: 3,
          by: 'pallavi-shenvi',
          note: 'Could be a flag in Larder. The salt is the interesting part.',
        },
      ],
    },
  ],
};
