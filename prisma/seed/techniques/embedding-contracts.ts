import type { TechniqueSeed } from './technique';

export const embeddingContracts: TechniqueSeed = {
  slug: 'embedding-contracts-with-anchors',
  title: 'Embedding contracts with anchor recordings',
  summary:
    'A version names a space, vectors never travel without it, and 64 anchor recordings prove at start-up that both sides mean the same. Sixty days of dual writing for every move.',
  origin: 'audio-understanding',
  originOn: 280,
  author: 'lucia-tavora',
  writeUp: {
    problem: `Four incidents in six months came from comparing vectors of two training runs. Scores stay well-formed, nothing crashes, and the music is wrong. In the worst, stations played eleven tracks for five hours, and the only alarm was 406 people who wrote in.

In one of the four both sides *said* that they were version 3.`,
    context: `- Six squads consume audio vectors, four the shared item space.
- Retraining once or twice a year, new vectors every day.
- No registry in which to look up who reads what, until Larder had one.`,
    approach: `1. A version names a **space**. Adding tracks is not a new version; any retraining is.
2. The version is a column, a field, a header: vectors do not travel without it.
3. Each space publishes 64 anchor recordings. Whoever loads vectors recomputes the anchors' pairwise similarities and compares; limit 0.01.
4. Producers write two versions for 60 days. What is compared moves together: towers, index, caches, centroids.
5. Roll back the space, never a component.

The calendar of a move and the code: [Embedding versions](/wiki/audio/embedding-versions).`,
    failedApproaches: `- **Aligning spaces** by an orthogonal map: 58 % of neighbours kept, tail tracks worst.
- **Training the new space to stay near the old**: the gain shrank by two thirds.
- **Semantic version numbers.** 4.1 reads as “probably compatible”.
- **A checklist for releases.** Roll-backs are where mismatches are born, and nobody fills in a checklist at six on a Friday.`,
    dataChallenges: `- Anchors must exist for ever: recordings get withdrawn by their owners. We keep 96 and use any 64.
- Cached listener vectors had no version at all; 11 % were of a space that had ended a year before.`,
    evaluationMethod: `Incidents by mixed spaces before and after, and a rehearsal: 12 mismatches planted in a copy (wrong index, swapped model, stale cache, mislabelled version). Found by version fields alone: 8. With anchors: 12. False alarms over 60 days of starts: none.`,
    needsData: 'A list of recordings that will not go away.',
    needsInfrastructure: 'Somewhere to publish a space; lineage, or a list of who reads.',
    needsSkill: 'None beyond stubbornness.',
  },
  evidence: [
    {
      key: 'contract-incidents',
      kind: 'INCIDENT',
      summary: 'Incidents by mixed embedding spaces, company-wide.',
      metric: 'Incidents in six months',
      baseline: 4,
      value: 0,
      n: 6,
      dataset: 'Six consumers, the six months before and after',
      on: 95,
      by: 'lucia-tavora',
    },
    {
      kind: 'OFFLINE',
      summary: 'Rehearsal with planted mismatches: version fields alone found eight.',
      metric: 'Planted mismatches found, of 12',
      baseline: 8,
      value: 12,
      n: 12,
      on: 278,
      by: 'kaarel-vinter',
    },
    {
      kind: 'QUALITATIVE',
      summary:
        'The move from track_audio/3 to /4 took 61 days for six consumers, without an incident; the one before took five months and three.',
      on: 102,
      by: 'tamsin-oyelaran',
    },
  ],
  attempts: [
    {
      title: 'Procrustes alignment between spaces',
      hypothesis: 'If spaces differ by a rotation, consumers need not move.',
      setUp: 'Orthogonal map on 2 million shared tracks.',
      outcome: 'FAILED',
      why: 'Cosine 0.91 on average, only 58 % of top-ten neighbours kept. Retraining changes more than the rotation.',
      mayWorkWhen: 'One only needs a warm start.',
      endedOn: 290,
      by: 'henrik-aasland',
    },
    {
      title: 'Backward-compatible training',
      hypothesis: 'A penalty keeps the new space comparable with the old.',
      setUp: 'Distillation term, three weights.',
      outcome: 'FAILED',
      why: 'At weights at which comparison was safe, two thirds of the new model’s gain were gone.',
      endedOn: 251,
      by: 'henrik-aasland',
    },
  ],
  presentations: [{ series: 'machine-learning', cycle: 18, by: 'lucia-tavora' }],
  heard: [{ person: 'nadia-belkhodja', channel: 'WIKI', ago: 170 }],
  adoptions: [
    {
      squad: 'radio',
      from: 'ORIGIN',
      adaptation:
        'The service refuses to start when model, index and vectors do not name one space and pass the anchors. A service that does not start is noticed in 40 seconds.',
      steps: [
        { to: 'TRIALLING', ago: 238, by: 'katrin-oja', note: 'We are the reason for it.' },
        {
          to: 'IN_PRODUCTION',
          ago: 222,
          by: 'katrin-oja',
          evidence: {
            kind: 'INCIDENT',
            summary:
              'Fired in its third week, on a roll-back that took the model back and not the index. Nobody outside the squad noticed, which is the point.',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 128,
          by: 'katrin-oja',
          note: 'Fired twice, both times rightly. No false alarm in 71 starts.',
        },
      ],
    },
    {
      squad: 'home',
      from: { squad: 'radio' },
      adaptation:
        'Start-up check as in Radio; in addition each response carries the space, so that cached listener vectors of an old one are dropped on read.',
      steps: [
        { to: 'ASSESSING', ago: 180, by: 'rui-salgueiro' },
        { to: 'TRIALLING', ago: 160, by: 'liis-tamberg' },
        {
          to: 'IN_PRODUCTION',
          ago: 120,
          by: 'liis-tamberg',
          evidence: {
            kind: 'INCIDENT',
            summary: 'Found listener vectors of a space that ended a year ago, and dropped them.',
            metric: 'Cached vectors of an ended space, %',
            baseline: 11,
            value: 0,
            n: 41000000,
          },
        },
        {
          to: 'SUSTAINED',
          ago: 28,
          by: 'rui-salgueiro',
          note: 'Checked again after the last release: none.',
        },
      ],
    },
    {
      squad: 'search',
      from: { squad: 'radio' },
      steps: [
        { to: 'ASSESSING', ago: 168, by: 'nadia-belkhodja' },
        { to: 'TRIALLING', ago: 150, by: 'nadia-belkhodja' },
        {
          to: 'IN_PRODUCTION',
          ago: 104,
          by: 'sunita-varghese',
          evidence: {
            kind: 'QUALITATIVE',
            summary:
              'Index builds write the space into the header and the query service compares. Two staging deploys refused since, both rightly.',
            replicates: 'contract-incidents',
          },
        },
      ],
    },
    {
      squad: 'mixes',
      from: 'ORIGIN',
      steps: [
        { to: 'IDENTIFIED', ago: 190, by: 'pedro-caldeira' },
        {
          to: 'TRIALLING',
          ago: 90,
          by: 'pedro-caldeira',
          note: 'Batch jobs mix days and not deployments, so the check sits at the reading of each shard.',
        },
      ],
    },
    {
      squad: 'artist-tools',
      from: 'ORIGIN',
      steps: [
        {
          to: 'DECLINED',
          ago: 165,
          by: 'andre-lourinha',
          reason: 'NO_NEED',
          note: 'We read neighbours, not vectors; the squad that computes them has the contract.',
        },
      ],
    },
  ],
};
