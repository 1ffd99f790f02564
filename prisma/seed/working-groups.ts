import type { SquadSlug } from './world';

/** Days are counted from the group's first day, a Monday. */
type Day = number;

type DeliverableState = 'DRAFT' | 'REVIEW' | 'PUBLISHED' | 'WARRANTY' | 'MAINTAINED';

export type DeliverableSeed = {
  kind: 'GUIDELINE' | 'TOOL' | 'REFERENCE_IMPLEMENTATION';
  title: string;
  description: string;
  version: string;
  due: Day;
  owner?: SquadSlug;
  /** The wiki page that holds it. */
  page?: string;
  steps: { to: DeliverableState; day: Day; by: string; note?: string }[];
};

export type WorkingGroupSeed = {
  slug: string;
  name: string;
  question: string;
  charter: string;
  exitTest: string;
  sponsor: string;
  /** It began on the Monday of so many weeks ago. */
  beganWeeksAgo: number;
  weeks: number;
  state: 'ACTIVE' | 'CLOSED';
  endReason?: string;
  seats: {
    person: string;
    hours: number;
    leads?: true;
    managerAgreed?: false;
    joined?: Day;
    left?: Day;
  }[];
  checkpoints: { week: number; note: string }[];
  deliverables: DeliverableSeed[];
};

export const workingGroups: WorkingGroupSeed[] = [
  {
    slug: 'training-sets',
    name: 'Training sets that do not know the future',
    question:
      'How does every squad get point-in-time training sets without writing the join itself?',
    charter: `**In:** the pattern (spine, known_at, both bounds), a tool that does it, change logs for the sources most read, and one model moved over in each squad of the group.

**Out:** streaming features in production, labels, deletion in trained models (privacy has a group of its own).

We decide by trying on the Home ranker and the churn model, not by voting.`,
    exitTest:
      'Two models of two tribes train from rows built by the tool; rebuilt rows differ from served ones in less than one per cent; somebody outside the group has used it from the page alone.',
    sponsor: 'stefan-ruzek',
    beganWeeksAgo: 46,
    weeks: 10,
    state: 'CLOSED',
    endReason: 'Exit test met in week ten. Lasting owners: ML Platform and Data foundations.',
    seats: [
      { person: 'maarja-luik', hours: 8, leads: true },
      { person: 'madhavi-kelkar', hours: 12 },
      { person: 'hyunwoo-baek', hours: 6 },
      { person: 'lakshmi-pranesh', hours: 6 },
      { person: 'luis-arrobas', hours: 3 },
      { person: 'deepa-rangan', hours: 3, left: 42 },
    ],
    checkpoints: [
      {
        week: 0,
        note: 'Agreed on one page: spine, known_at, two bounds, four tests. First listen joins with three hours a week, as a reader who knows nothing.',
      },
      {
        week: 4,
        note: 'Library runs on the Home ranker; offline recall fell a little, and everyone was pleased, which says something about the group. Change logs for billing are late by two weeks.',
      },
      {
        week: 8,
        note: 'As-of reads in Larder behind a flag. Deepa gives up her seat as planned. The delay per feature is still a guess; written down as the next question and not as part of this one.',
      },
      {
        week: 10,
        note: 'Exit test: Home ranker 0.3 % of rows, churn 0.6 %. Search, who had no seat, built a spine from the page in an afternoon and found two errors in the page.',
      },
    ],
    deliverables: [
      {
        kind: 'GUIDELINE',
        title: 'Training sets are built from spines, with what was known then',
        description: 'One page, with the four tests and the two questions to ask of each source.',
        version: '1.1',
        due: 56,
        owner: 'retention',
        page: 'data/point-in-time-correctness',
        steps: [
          { to: 'DRAFT', day: 0, by: 'maarja-luik' },
          {
            to: 'REVIEW',
            day: 35,
            by: 'maarja-luik',
            note: 'Read by four squads, two of them without a seat.',
          },
          { to: 'PUBLISHED', day: 56, by: 'maarja-luik' },
          { to: 'WARRANTY', day: 70, by: 'maarja-luik', note: 'First used in earnest by Search.' },
          {
            to: 'MAINTAINED',
            day: 102,
            by: 'maarja-luik',
            note: 'Two corrections during the warranty, both from Search.',
          },
        ],
      },
      {
        kind: 'TOOL',
        title: 'larder.as_of',
        description:
          'Spine in, rows out. Reads the history of every registered feature and applies both bounds.',
        version: '1.4',
        due: 70,
        owner: 'ml-platform',
        page: 'data/feature-stores',
        steps: [
          { to: 'DRAFT', day: 7, by: 'madhavi-kelkar' },
          { to: 'REVIEW', day: 49, by: 'madhavi-kelkar' },
          { to: 'PUBLISHED', day: 68, by: 'madhavi-kelkar' },
          { to: 'WARRANTY', day: 91, by: 'madhavi-kelkar', note: 'Churn model trains from it.' },
          { to: 'MAINTAINED', day: 123, by: 'madhavi-kelkar' },
        ],
      },
      {
        kind: 'REFERENCE_IMPLEMENTATION',
        title: 'Change logs for tables that keep current state only',
        description:
          'A job that turns nightly differences into a log with known_at, for billing, plans, tickets and devices.',
        version: '1.0',
        due: 63,
        owner: 'data-foundations',
        page: 'data/backfills',
        steps: [
          { to: 'DRAFT', day: 14, by: 'lakshmi-pranesh' },
          { to: 'REVIEW', day: 58, by: 'lakshmi-pranesh', note: 'Billing was late by two weeks.' },
          { to: 'PUBLISHED', day: 69, by: 'lakshmi-pranesh' },
          { to: 'WARRANTY', day: 80, by: 'lakshmi-pranesh' },
          { to: 'MAINTAINED', day: 112, by: 'lakshmi-pranesh' },
        ],
      },
    ],
  },
  {
    slug: 'trustworthy-experiments',
    name: 'Experiments people can trust',
    question: 'What must be true of an A/B test before its result may decide anything?',
    charter: `**In:** counts before metrics, variance reduction by default, decision metric and expected effect written down before, novelty, hold-outs on large launches, and designs for when arms touch.

**Out:** geo tests and pricing (too few of us know them), the choice of company metrics.

Everything is tried on running tests of Home, Search and Messaging. A rule that no squad would follow by itself is dropped.`,
    exitTest:
      'Ten consecutive tests in three squads were planned with the checklist and none of them needed an exception that the checklist did not foresee.',
    sponsor: 'maeve-tarrington',
    beganWeeksAgo: 24,
    weeks: 12,
    state: 'CLOSED',
    endReason:
      'Closed on the planned day. Eleven of twelve tests went by the checklist; the twelfth changed it.',
    seats: [
      { person: 'sabine-thorval', hours: 8, leads: true },
      { person: 'edite-fontoura', hours: 6 },
      { person: 'marta-quintela', hours: 3 },
      { person: 'mateus-brandt', hours: 5 },
      { person: 'eunji-noh', hours: 5 },
      { person: 'rohini-bhatkal', hours: 8 },
      { person: 'jerome-nkemelu', hours: 3, joined: 28 },
    ],
    checkpoints: [
      { week: 0, note: 'Nineteen wishes, five taken. Each seat brings one test that went wrong.' },
      {
        week: 4,
        note: 'First checklist had 31 questions. Messaging used it once and sent it back. Ten questions now. First listen takes a seat, having shipped a mismatch.',
      },
      {
        week: 8,
        note: 'Calculator in use in seven tests. “Where did the hours come from?” stays; “Is the metric good?” goes, since nobody had ever answered no.',
      },
      {
        week: 12,
        note: 'Twelve tests, eleven by the book. Who owns what is settled: Experimentation the tool and the templates, Home the checklist, as its most frequent user.',
      },
    ],
    deliverables: [
      {
        kind: 'GUIDELINE',
        title: 'Ten questions before a test',
        description:
          'A page that fits on a screen. Unit, trigger, shared state, decision metric, expected effect, day of decision, what would make you not launch.',
        version: '1.2',
        due: 63,
        owner: 'home',
        page: 'evaluation/novelty-and-interference',
        steps: [
          { to: 'DRAFT', day: 3, by: 'sabine-thorval' },
          { to: 'REVIEW', day: 38, by: 'marta-quintela' },
          { to: 'PUBLISHED', day: 66, by: 'marta-quintela' },
          {
            to: 'WARRANTY',
            day: 74,
            by: 'marta-quintela',
            note: 'First test planned with it from the start: Home’s evening shelf.',
          },
          { to: 'MAINTAINED', day: 108, by: 'marta-quintela' },
        ],
      },
      {
        kind: 'TOOL',
        title: 'Power calculator with CUPED',
        description:
          'Asks for metric, population and smallest effect that matters; knows each metric’s variance with and without the past.',
        version: '2.0',
        due: 56,
        owner: 'experimentation',
        page: 'evaluation/cuped',
        steps: [
          { to: 'DRAFT', day: 7, by: 'rohini-bhatkal' },
          { to: 'REVIEW', day: 40, by: 'rohini-bhatkal' },
          { to: 'PUBLISHED', day: 54, by: 'rohini-bhatkal' },
          { to: 'WARRANTY', day: 60, by: 'rohini-bhatkal' },
          {
            to: 'MAINTAINED',
            day: 92,
            by: 'rohini-bhatkal',
            note: 'One correction: ratio metrics were too optimistic by the factor that everybody forgets.',
          },
        ],
      },
      {
        kind: 'REFERENCE_IMPLEMENTATION',
        title: 'Templates for triggered tests and switchbacks',
        description:
          'Two notebooks with simulated data: one with a trigger per listener, one by time blocks, both with an A/A in front.',
        version: '1.0',
        due: 77,
        owner: 'experimentation',
        page: 'evaluation/sample-ratio-mismatch',
        steps: [
          { to: 'DRAFT', day: 30, by: 'mateus-brandt' },
          { to: 'REVIEW', day: 62, by: 'mateus-brandt' },
          { to: 'PUBLISHED', day: 80, by: 'sabine-thorval' },
          {
            to: 'WARRANTY',
            day: 101,
            by: 'lennart-pihlak',
            note: 'Messaging runs the first switchback with it.',
          },
          { to: 'MAINTAINED', day: 134, by: 'lennart-pihlak' },
        ],
      },
    ],
  },
  {
    slug: 'alarms-that-people-act-on',
    name: 'Alarms that people act on',
    question: 'Which few alarms must every model have, so that somebody acts on them the same day?',
    charter: `**In:** alarms on decisions and scores, limits from one's own history, sentences instead of numbers, a kit for rehearsals with planted faults.

**Out:** dashboards, paging policy (squads decide who is woken), data contracts upstream.

Three kinds of model are represented: decisions by a threshold (Stream integrity, Retention), rankings (Search, Radio), forecasts (Retention, guests from Artist tools).`,
    exitTest:
      'In three squads an unannounced rehearsal with six planted faults finds five within a day, at no more than five alarms a week over the month before.',
    sponsor: 'isaura-lemos',
    beganWeeksAgo: 4,
    weeks: 10,
    state: 'ACTIVE',
    seats: [
      { person: 'greta-hollmann', hours: 6, leads: true },
      { person: 'samuel-otiato', hours: 8 },
      { person: 'diogo-marinhas', hours: 8 },
      { person: 'peeter-rannamae', hours: 3 },
      { person: 'mateus-brandt', hours: 4 },
      { person: 'denzel-moyo', hours: 5 },
      { person: 'katrin-oja', hours: 4, managerAgreed: false },
    ],
    checkpoints: [
      {
        week: 0,
        note: 'One page of what hurts, by squad. Agreed not to build a dashboard. Katrin’s hours are not settled with Rui yet.',
      },
      {
        week: 4,
        note: 'One template for all has failed on rankings, which have no threshold. Three templates. The tool is in review at two squads, the guideline still a draft, rehearsal kit has cleaned up behind itself twice. Missing: somebody from Radio who has the hours.',
      },
    ],
    deliverables: [
      {
        kind: 'GUIDELINE',
        title: 'Four layers, alarms on two',
        description:
          'What to watch, what may ring, how to set a limit, and how to say it in a sentence. With the three templates.',
        version: '0.4',
        due: 49,
        owner: 'stream-integrity',
        page: 'production/drift-monitoring',
        steps: [{ to: 'DRAFT', day: 2, by: 'greta-hollmann' }],
      },
      {
        kind: 'TOOL',
        title: 'Alarm sentences in Switchboard',
        description:
          'Reads decisions and scores that are logged anyway, keeps limits per weekday and segment, writes one sentence per alarm.',
        version: '0.7',
        due: 56,
        owner: 'ml-platform',
        steps: [
          { to: 'DRAFT', day: 7, by: 'diogo-marinhas' },
          {
            to: 'REVIEW',
            day: 24,
            by: 'diogo-marinhas',
            note: 'On trial at Retention and Search.',
          },
        ],
      },
      {
        kind: 'REFERENCE_IMPLEMENTATION',
        title: 'Rehearsal kit',
        description:
          'Six planted faults for a shadow pipeline, one command, cleans up behind itself.',
        version: '1.0',
        due: 35,
        owner: 'stream-integrity',
        steps: [
          { to: 'DRAFT', day: 1, by: 'samuel-otiato' },
          { to: 'REVIEW', day: 14, by: 'samuel-otiato' },
          {
            to: 'PUBLISHED',
            day: 25,
            by: 'samuel-otiato',
            note: 'Shown at ML in production; Retention runs it next week.',
          },
        ],
      },
      {
        kind: 'GUIDELINE',
        title: 'What a forecast’s alarm looks like',
        description: 'For revenue and audience forecasts, whose outcomes arrive on a known day.',
        version: '0.1',
        due: 63,
        steps: [{ to: 'DRAFT', day: 26, by: 'denzel-moyo' }],
      },
    ],
  },
];
