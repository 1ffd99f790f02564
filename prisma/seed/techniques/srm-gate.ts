import type { TechniqueSeed } from './technique';

export const srmGate: TechniqueSeed = {
  slug: 'sample-ratio-gate-with-a-cause-tree',
  title: 'Sample-ratio gate with a cause tree',
  summary:
    'Check daily whether each arm has the people it should; hide the results when it has not, and lead the owner to the cause in five questions.',
  origin: 'experimentation',
  originOn: 430,
  author: 'artur-candeias',
  writeUp: {
    problem: `The redesign of Home won its test by 3.9 % and moved nothing. Part of the win was that treatment lost people on old phones before they were counted: 1,963,200 against 2,001,750. Nobody had looked, since 49.5 to 50.5 looks like half.

A re-analysis of the year found eleven such tests among 141. Six of them had been launched, all six as wins.`,
    context: `- Assay assigns by hashing; exposure events come from clients.
- 184 tests in the following year, by nine squads.
- Owners are product people as often as data scientists.`,
    approach: `Chi-square against the planned ratio, on listeners, daily, on the triggered population and on each large segment. Alarm at 0.0005 (0.0001 in segments).

On alarm the result page is hidden behind one that names the mismatch and asks the first question of the tree: wrong at assignment? at exposure? in the analysis table? in one app version? on some days? One click and a sentence open the results anyway.

The tree and the five most common causes: [Sample ratio mismatch](/wiki/evaluation/sample-ratio-mismatch).`,
    failedApproaches: `- **A coloured badge.** Seen by everybody, acted on by nobody in six weeks.
- **A Bayesian probability of mismatch.** Correct, and nobody could say what 0.83 should make them do.
- **Stopping tests automatically.** Stopped a test over a mismatch of 0.05 % that was real and harmless.
- **Re-weighting to the planned ratio.** Assumes that one knows who is missing.`,
    dataChallenges: `- Exposure events are the measurement *and* the victim: what loses people also loses the event. Assignment logs had to be kept in full.
- Bots are assigned and never exposed; they inflate assignment equally, until a bot learns to run one arm's code.`,
    evaluationMethod: `Replay over a year of finished tests with known faults (11) and without (130): all eleven found, one false alarm. Then one year live, with every alarm followed to its cause by a person.`,
    needsData: 'Assignment and exposure events, with app version and device class.',
    needsInfrastructure:
      'Assay does it. For batch sends and e-mail: forty lines, in `assay-checks`.',
    needsSkill: 'Patience.',
  },
  evidence: [
    {
      key: 'srm-days',
      kind: 'INCIDENT',
      summary: 'Time from the start of a faulty test to somebody noticing.',
      metric: 'Days to notice, median',
      baseline: 9,
      value: 1,
      n: 14,
      dataset: 'Fourteen mismatches in one year, against eleven of the year before',
      on: 80,
      by: 'artur-candeias',
    },
    {
      kind: 'OFFLINE',
      summary: 'All known faults of a year found, one false alarm among 130 sound tests.',
      metric: 'Known faults found, of 11',
      baseline: 0,
      value: 11,
      n: 141,
      on: 428,
      by: 'artur-candeias',
    },
  ],
  attempts: [
    {
      title: 'A badge beside the result',
      hypothesis: 'People will not trust a result with a yellow badge.',
      setUp: 'Six weeks, 21 tests, three mismatches.',
      outcome: 'FAILED',
      why: 'All three were presented with the badge in the screenshot.',
      endedOn: 445,
      by: 'hana-moravek',
    },
    {
      title: 'Always-valid sequential test',
      hypothesis: 'Daily looking needs a sequential correction.',
      setUp: 'Simulated on 141 tests.',
      outcome: 'INCONCLUSIVE',
      why: 'At 0.0005 the plain test has about one false alarm in 200 tests. The correction solved a problem that we did not have.',
      mayWorkWhen: 'Checks run hourly.',
      endedOn: 436,
      by: 'sabine-thorval',
    },
  ],
  presentations: [{ series: 'machine-learning', cycle: 30, by: 'artur-candeias' }],
  heard: [
    { person: 'eunji-noh', channel: 'PERSON', ago: 288 },
    { person: 'aino-kallaste', channel: 'WIKI', ago: 44 },
  ],
  adoptions: [
    {
      squad: 'home',
      from: 'ORIGIN',
      steps: [
        { to: 'TRIALLING', ago: 405, by: 'anselm-okoro', note: 'It was our test. We go first.' },
        {
          to: 'IN_PRODUCTION',
          ago: 380,
          by: 'anselm-okoro',
          evidence: {
            kind: 'INCIDENT',
            summary:
              'Caught a crash on phones under 3 GB within a day; the old test had taken three months.',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 285,
          by: 'marta-quintela',
          note: 'Four mismatches since, all stopped in the first week. The review form asks for the counts first.',
        },
      ],
    },
    {
      squad: 'search',
      from: { squad: 'home' },
      steps: [
        { to: 'TRIALLING', ago: 372, by: 'ayesha-farooqi' },
        {
          to: 'IN_PRODUCTION',
          ago: 350,
          by: 'ayesha-farooqi',
          evidence: {
            kind: 'INCIDENT',
            summary:
              'Found an analysis filter, “sessions with at least one result”, that one arm changed.',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 255,
          by: 'mateus-brandt',
          note: 'Runs on every test; one alarm in four months, real.',
        },
      ],
    },
    {
      squad: 'retention',
      from: 'ORIGIN',
      steps: [
        { to: 'IDENTIFIED', ago: 400, by: 'helder-pacheiro' },
        { to: 'TRIALLING', ago: 300, by: 'fatoumata-kande' },
        {
          to: 'IN_PRODUCTION',
          ago: 270,
          by: 'fatoumata-kande',
          evidence: {
            kind: 'INCIDENT',
            summary:
              'Win-back hold-out had lost people whose payment had failed in the treatment arm only.',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 175,
          by: 'fatoumata-kande',
          note: 'Checked by plan as well as in total: two opposite faults had cancelled out once.',
        },
      ],
    },
    {
      squad: 'messaging',
      from: { squad: 'retention' },
      adaptation:
        'We send in batches outside Assay, so the check counts addresses accepted by the provider, per arm and hour.',
      steps: [
        { to: 'ASSESSING', ago: 285, by: 'ivone-castanho' },
        {
          to: 'IN_PRODUCTION',
          ago: 262,
          by: 'eunji-noh',
          evidence: {
            kind: 'INCIDENT',
            summary:
              'Within a week: the provider drops malformed addresses after assignment, in the arm with a personal greeting only.',
            replicates: 'srm-days',
          },
        },
        {
          to: 'SUSTAINED',
          ago: 166,
          by: 'tendai-marufu',
          note: 'Two more, both at the provider. They fixed one.',
        },
      ],
    },
    {
      squad: 'first-listen',
      from: 'ORIGIN',
      adaptation: 'Assigned and counted at install; sign-up is an outcome now.',
      steps: [
        { to: 'ASSESSING', ago: 130, by: 'filipa-rebordao', note: 'After we shipped one.' },
        { to: 'TRIALLING', ago: 110, by: 'jerome-nkemelu' },
        {
          to: 'IN_PRODUCTION',
          ago: 72,
          by: 'jerome-nkemelu',
          evidence: {
            kind: 'QUALITATIVE',
            summary:
              'Three tests started since, three with sound counts; one older test reversed and said so to the tribe.',
          },
        },
      ],
    },
    {
      squad: 'mixes',
      from: { squad: 'home' },
      steps: [
        {
          to: 'IDENTIFIED',
          ago: 40,
          by: 'aino-kallaste',
          note: 'Our tests are by playlist and not by listener. Somebody would have to think what the ratio is then.',
        },
      ],
    },
  ],
};
