import type { TechniqueSeed } from './technique';

export const asOfJoins: TechniqueSeed = {
  slug: 'as-of-joins-from-a-spine',
  title: 'As-of joins from a spine of decisions',
  summary:
    'Build training sets from the instants at which the model would have run, and join only what was known then. Ends a whole family of leaks.',
  origin: 'retention',
  originOn: 405,
  author: 'maarja-luik',
  writeUp: {
    problem: `Our churn model had an AUC of 0.94 in the notebook and 0.71 in life. About 80,000 € of discounts went to people who had no thought of leaving before anybody compared the two.

The rows knew the future: tickets filed under an earlier date, a payment method that is deleted on cancelling, and a population chosen after the fact. No review of code found it, as the code was right; the *meaning of the columns in time* was not.`,
    context: `- 9.6 million subscribers, nightly scoring at 04:00.
- 60 features from six source systems, four of which keep current state only.
- Spark, no feature store at that time.
- Three people for six weeks, one of whom knew the billing tables.`,
    approach: `Begin with the **spine**: one row per decision, with the instant at which it would have been made and the population rule of production. Give each feature log a \`known_at\`, which is when we could have known the value and not when it was true. For each spine row take the last value known before the instant, minus the delivery delay, and no older than serving would accept.

In Spark: union spine and log, sort by key and time, carry the last value forward. One shuffle; 40 minutes for 90 million rows and 30 features, where a range join took nine hours.

Four tests ship with it: the future may not matter; AUC of each feature alone; a spine shifted by a day; training row equals served row. See [Point-in-time correctness](/wiki/data/point-in-time-correctness).`,
    failedApproaches: `- **Daily snapshots of current tables.** The snapshot of the 2nd is taken at 23:50, the model runs at 04:00: twenty hours of future.
- **\`updated_at\` as \`known_at\`.** A nightly job re-writes every row, so everything became known last night.
- **A review checklist.** Fourteen questions, all answered “yes” by careful people, two leaks undetected.
- **Range joins**, nine hours and a cluster that others needed.`,
    dataChallenges: `- Four sources keep no history. We began to log changes and waited six weeks; before that day nothing can be rebuilt, and we say so rather than guess.
- 0.4 % of events are more than a day late, concentrated in commuters and in markets with expensive data.
- Deletion requests apply to history as well.`,
    evaluationMethod: `AUC offline against AUC live on matured outcomes, 30 days later, for eleven weekly scoring runs. Leaks were removed one at a time and the set rebuilt after each: 0.94, 0.86, 0.79, 0.78. Live: 0.77.`,
    needsData:
      'Feature logs with the time at which a value became known. If you have only current state: begin logging today.',
    needsInfrastructure:
      'Any engine that sorts. Larder does it in one call since ML Platform took it over.',
    needsSkill: 'Somebody who writes to the source tables, for an afternoon.',
  },
  evidence: [
    {
      key: 'asof-churn',
      kind: 'OFFLINE',
      summary:
        'After the leaks were out the notebook and life agree; the honest figure is lower than the celebrated one.',
      metric: 'Gap between offline and live AUC',
      baseline: 0.23,
      value: 0.01,
      n: 11,
      dataset: 'Eleven weekly scoring runs of the churn model',
      on: 402,
      by: 'maarja-luik',
    },
    {
      kind: 'COST',
      summary:
        'Discounts given to people who had not thought of leaving, in the month before the leak was found.',
      metric: 'Misdirected discounts, € a month',
      baseline: 80000,
      value: 21000,
      n: 2,
      dataset: 'Finance’s figures for the month before and the third month after',
      on: 330,
      by: 'pilar-aranguiz',
    },
  ],
  attempts: [
    {
      title: 'Snapshots at midnight',
      hypothesis: 'If every table is copied once a day, training can use the copy of the day.',
      setUp: 'Eleven source tables, 60 days.',
      outcome: 'FAILED',
      why: 'Within the day order is lost; the model runs four hours after midnight and the copies are taken ten minutes before it.',
      mayWorkWhen: 'Decisions are weekly and features slow.',
      endedOn: 432,
      by: 'maarja-luik',
    },
    {
      title: 'A leakage checklist in review',
      hypothesis: 'Most leaks can be found by asking fourteen questions.',
      setUp: 'Used in four reviews.',
      outcome: 'FAILED',
      why: 'People answer for the code. Two of three leaks sat in the meaning of a source column that nobody in the room had ever written to.',
      mayWorkWhen: 'Someone from the source squad sits in.',
      endedOn: 425,
      by: 'deepa-rangan',
    },
  ],
  presentations: [{ series: 'machine-learning', cycle: 28, by: 'maarja-luik' }],
  heard: [
    { person: 'arjun-sethuram', channel: 'PERSON', ago: 296 },
    { person: 'samuel-otiato', channel: 'CHAT', ago: 310 },
  ],
  adoptions: [
    {
      squad: 'home',
      from: 'ORIGIN',
      adaptation:
        'Decisions come at any second, not at 04:00, so the spine is the impression log itself; and plays made offline count from when they reached us.',
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 384,
          by: 'anselm-okoro',
          note: 'We have the same fault. I can name the column.',
        },
        { to: 'TRIALLING', ago: 350, by: 'hyunwoo-baek' },
        {
          to: 'IN_PRODUCTION',
          ago: 300,
          by: 'hyunwoo-baek',
          evidence: {
            kind: 'AB_TEST',
            summary:
              'Offline recall fell from 0.334 to 0.329 and life got better: the trade we wanted.',
            metric: 'Skip rate on Home, %',
            baseline: 27.3,
            value: 26.9,
            interval: [26.7, 27.1],
            n: 3400000,
            dataset: 'Two weeks, same ranker retrained on as-of rows',
            replicates: 'asof-churn',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 205,
          by: 'hyunwoo-baek',
          note: 'The weekly “future may not matter” test has failed once, on a new feature, as it should.',
        },
        {
          to: 'SUPERSEDED',
          ago: 126,
          by: 'hyunwoo-baek',
          note: 'Larder does the same with each feature’s own delay. We deleted 1,100 lines.',
        },
      ],
    },
    {
      squad: 'messaging',
      from: { squad: 'home' },
      steps: [
        {
          to: 'ASSESSING',
          ago: 295,
          by: 'arjun-sethuram',
          note: 'Brought the habit with me from Home.',
        },
        { to: 'TRIALLING', ago: 280, by: 'arjun-sethuram' },
        {
          to: 'IN_PRODUCTION',
          ago: 240,
          by: 'tendai-marufu',
          evidence: {
            kind: 'OFFLINE',
            summary: 'Open-rate model: offline and live now differ by less than the seeds do.',
            metric: 'Gap between offline and live AUC',
            baseline: 0.06,
            value: 0.005,
            n: 6,
            dataset: 'Six campaigns',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 145,
          by: 'tendai-marufu',
          note: 'Gap 0.004 over the last ten campaigns.',
        },
      ],
    },
    {
      squad: 'first-listen',
      from: 'ORIGIN',
      steps: [
        { to: 'IDENTIFIED', ago: 380, by: 'jerome-nkemelu' },
        {
          to: 'PAUSED',
          ago: 360,
          by: 'jerome-nkemelu',
          note: 'Nobody to log pre-sign-up events with a known_at this quarter.',
        },
        { to: 'TRIALLING', ago: 300, by: 'luis-arrobas' },
        {
          to: 'IN_PRODUCTION',
          ago: 250,
          by: 'luis-arrobas',
          evidence: {
            kind: 'INCIDENT',
            summary:
              'Found that “artists seen” had been back-filled from artists picked; two months of experiments re-read, one reversed.',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 155,
          by: 'luis-arrobas',
          note: 'All four training sets are built from spines. The shifted-spine test runs in CI.',
        },
      ],
    },
    {
      squad: 'ml-platform',
      from: 'ORIGIN',
      adaptation:
        'Moved from a library into Larder: each feature’s real delivery delay is measured and subtracted, so that nobody has to know it.',
      steps: [
        {
          to: 'ASSESSING',
          ago: 330,
          by: 'madhavi-kelkar',
          note: 'Three squads have copied the library by now. That is a request.',
        },
        {
          to: 'TRIALLING',
          ago: 290,
          by: 'madhavi-kelkar',
          note: 'With the working group on training sets.',
        },
        {
          to: 'IN_PRODUCTION',
          ago: 231,
          by: 'madhavi-kelkar',
          evidence: {
            kind: 'QUALITATIVE',
            summary:
              'Two squads train from Larder’s as-of reads; skew of rebuilt rows below one per cent on both.',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 130,
          by: 'madhavi-kelkar',
          note: 'Nine models read as-of; the mean mismatch is 0.3 % of rows.',
        },
      ],
    },
    {
      squad: 'catalogue-quality',
      from: 'ORIGIN',
      steps: [
        {
          to: 'DECLINED',
          ago: 180,
          by: 'deepa-rangan',
          reason: 'NO_NEED',
          note: 'I wish we had the problem: pairs of recordings have no time in them. Two files are the same song or they are not.',
        },
      ],
    },
  ],
};
