import { type DateSeed, demo, other, paper, talk, workshop } from './meetup';

/** Dates 39 to 20, oldest first. */
export const mlGuildFirstHalf: DateSeed[] = [
  {
    cycle: 39,
    items: [
      talk('What eleven launches taught us about replay', 'anselm-okoro', 35),
      workshop(
        'Our churn score is excellent and finance does not believe it',
        'shanthi-muralidhar',
      ),
    ],
    notes:
      'Anselm showed the first rows of the ledger: five right signs of eleven.\n\nThe workshop ended with a sealed guess in seven of nine notes: leakage. Shanthi and Deepa take two tests with them.',
  },
  {
    cycle: 38,
    items: [
      talk('Serving at 40 ms: where the time goes', 'rui-salgueiro'),
      demo('Kiln: training from a manifest', 'adele-moukouri', 20),
      paper(
        'Hidden technical debt in machine learning systems (Sculley et al., 2015)',
        'isaura-lemos',
      ),
    ],
    notes:
      'Half of the time is feature fetching, a quarter is waiting for the slowest of four calls. Rui will publish the trace.\n\nOn the paper: everyone recognised “undeclared consumers”. Nobody knew theirs.',
  },
  {
    cycle: 37,
    items: [
      talk('The redesign of Home, one month after', 'lennart-pihlak', 35),
      workshop('Is our A/B test right? 49.5 to 50.5 in four million', 'artur-candeias'),
    ],
    notes:
      'An uncomfortable evening and a good one. The win is at least half missing people. The room asked for counts to be shown before metrics, always.\n\nArtur and Yara re-analyse last year’s tests.',
  },
  {
    cycle: 36,
    items: [
      talk('A place for new tracks: from sound to the collaborative space', 'lucia-tavora', 35, {
        technique: 'content-bridge-for-new-tracks',
        summary:
          'Regressing collaborative vectors from audio, what failed first, and the split that doubled recall falsely.',
      }),
      demo('Nearest neighbours by ear: a listening page', 'henrik-aasland', 20),
      other('Choosing who takes notes this half-year', 'anselm-okoro', 10),
    ],
    notes:
      'Questions about the split took longer than the talk: by release date, and by recording, or the figures are fiction.\n\nJerome asked whether it would hold for people without a history. Lúcia: unknown, and k will have to be larger.',
  },
  {
    cycle: 35,
    items: [
      workshop('Which of our 214 alarms may ring?', 'sergei-arula'),
      talk('Sessions: where one ends', 'raghav-tembe', 25),
      paper('Leakage in data mining (Kaufman, Rosset and Perlich, 2011)', 'deepa-rangan', 25),
    ],
    notes:
      'Workshop: the group asked first what a decision is and who pays for it. Sergei had not thought of it that way round.\n\nThe paper’s definition of legitimacy, “available at prediction time”, goes into the review form.',
  },
  {
    cycle: 34,
    items: [
      talk('Click models, and what they cannot tell', 'ayesha-farooqi'),
      talk('The first pair models for duplicate recordings', 'margarida-sobral', 25),
      demo('Larder: registering a feature in ten lines', 'madhavi-kelkar', 20),
    ],
    notes:
      'Ayesha: with the logs of one ranker, position and relevance cannot be separated. She has a plan with two rankers.\n\nLarder demo: eleven questions about deleting.',
  },
  {
    cycle: 33,
    items: [
      talk('CUPED: half of your noise is last month', 'sabine-thorval', 35, {
        technique: 'cuped-with-pre-period-hours',
        summary: 'What to subtract, over which period, and three ways to do it wrong.',
      }),
      workshop('New listeners have no past. What now?', 'jerome-nkemelu'),
    ],
    notes:
      'On by default in Assay from next week, with the raw difference beside it.\n\nJerome’s question has no good answer. Stratify at assignment; expect six per cent, not forty.',
  },
  {
    cycle: 32,
    items: [
      talk('A GRU for stations that we did not ship', 'duarte-figueira'),
      paper(
        'On sampled metrics for item recommendation (Krichene and Rendle, 2020)',
        'devika-nambisan',
        30,
      ),
      demo('Assay: result pages with raw and adjusted figures', 'artur-candeias', 15),
    ],
    notes:
      'Applause for a talk about something that was not shipped: +0.006 in recall is real and not worth its pager.\n\nAfter the paper, two squads re-ran their leader boards with full ranking. One order changed.',
  },
  {
    cycle: 31,
    items: [
      talk('A fair chance for new shelves: Thompson sampling on Home', 'devika-nambisan', 35, {
        technique: 'thompson-sampling-for-new-shelves',
        summary: 'Family priors, decay, a month lost to a shared posterior table.',
      }),
      workshop('How do we explain a bandit to editors?', 'yara-monteblanco'),
    ],
    notes:
      'The month lost to a shared table started a list of things that arms share: posteriors, budgets, models, caches. Lennart keeps it.\n\nWorkshop: one sentence, “we show a few things by chance so that we learn”, and a page that shows the odds.',
  },
  {
    cycle: 30,
    items: [
      talk('Who is missing? A gate for sample ratios', 'artur-candeias', 35, {
        technique: 'sample-ratio-gate-with-a-cause-tree',
        summary:
          'Eleven faults in 141 tests, six launched as wins, and a cause tree in five questions.',
      }),
      talk('What the audio vector knows', 'henrik-aasland', 30),
    ],
    notes:
      'Agreed to hide results on alarm, with one click to open them. Marta: “It was our test, so we go first.”\n\nHenrik’s probes: instrumentation yes, mood half, lyrics not at all. And it hears the studio.',
  },
  {
    cycle: 29,
    items: [
      workshop('Uplift, but all our history was targeted', 'roberto-galveias'),
      talk('GPU hours: the first honest table', 'urmas-treial', 25),
      demo('A registry that knows which data made a model', 'adele-moukouri', 20),
    ],
    notes:
      'Workshop: no overlap, no estimate. Nine of ten notes said “randomise first”. Pilar will talk to finance.\n\nUrmas: notebooks are 27 % of the bill, and idle in 83 % of their hours. Silence.',
  },
  {
    cycle: 28,
    items: [
      talk('The model that was too good: leaks, and the join that ended them', 'maarja-luik', 40, {
        technique: 'as-of-joins-from-a-spine',
        summary: 'AUC 0.94 to 0.78, spine and known_at, four tests.',
      }),
      workshop('Late events: 0.4 %, all of them in one place', 'gideon-ekwall'),
    ],
    notes:
      'Deepa told the story of the two reviews, herself included. 0.78 is what they had all along.\n\nAnselm has a column on Home with the same fault. Three squads ask for the library.',
  },
  {
    cycle: 27,
    items: [
      talk('Position bias, harvested from tests we ran anyway', 'ayesha-farooqi', 35, {
        technique: 'position-debiased-ranking-from-harvested-swaps',
        summary:
          'θ without a swap experiment, weights that are capped, and clicks that fall because the ranker got better.',
      }),
      paper(
        'Deep neural networks for YouTube recommendations (Covington et al., 2016)',
        'rui-salgueiro',
        30,
      ),
    ],
    notes:
      'Clicks fall by 1.4 % when the first result is right. Callout for all: do not use clicks per search as a metric.\n\nPaper: continued in the recommendation sub-guild.',
  },
  {
    cycle: 26,
    items: [
      talk('Lightning: five things that did not work this quarter', 'clara-mascarenhas', 40, {
        summary:
          'Coherence penalties, four layers, deep sets, EM on clicks, midnight snapshots: seven minutes each.',
      }),
      workshop('A model for “silent” subscribers: what is the decision?', 'pilar-aranguiz'),
    ],
    notes:
      'Best attended date of the quarter. We make it a habit: every seventh date is for what did not work.\n\nWorkshop: no decision hangs on it. Not built. Pilar thanked the room.',
  },
  {
    cycle: 25,
    items: [
      talk('Judging a ranker on somebody else’s data', 'anselm-okoro', 40, {
        technique: 'self-normalised-counterfactual-evaluation',
        summary: 'Logged propensities, self-normalised weights, four checks before the number.',
      }),
      demo('Impression events with propensities', 'kwame-adjetey', 20),
    ],
    notes:
      'Ayesha: not for Search, the ranker is deterministic. Declined on the spot, with the reason written down.\n\nKwame: log the eligible set, or you will be sorry in forty days.',
  },
  {
    cycle: 24,
    items: [
      talk('Who changes his mind? Uplift for win-back', 'helder-pacheiro', 40, {
        technique: 'uplift-targeting-with-a-randomised-hold-out',
        summary: 'X-learner, Qini, and a hold-out that finance signed.',
      }),
      talk('Continuous listening becomes two squads', 'ifeoma-anyanwu', 15),
      workshop('How do two squads share one code base for a quarter?', 'clara-mascarenhas', 30),
    ],
    notes:
      'Hélder: the surest leavers have decided. An hour of questions about overlap, cut at forty minutes.\n\nRadio and Mixes: one repository for a quarter, owners by folder.',
  },
  {
    cycle: 23,
    items: [
      workshop('What can we infer from lyrics we may not store?', 'amara-sissoko'),
      talk('Training sets: a working group begins', 'madhavi-kelkar', 15),
      demo('Range joins against sort and carry: nine hours, forty minutes', 'maarja-luik', 20),
    ],
    notes:
      'Working group on training sets: Retention, Home, ML Platform, Data foundations. Ten weeks. Questions to Maarja.\n\nLyrics: summaries of forty words are lawful in 19 markets. Missing must look missing.',
  },
  {
    cycle: 22,
    items: [
      talk('Music for newcomers: the bridge a year on', 'jerome-nkemelu', 30),
      talk('Session state: from 38 ms to 3', 'duarte-figueira', 25),
      paper(
        'Self-attentive sequential recommendation (Kang and McAuley, 2018)',
        'ifeoma-anyanwu',
        25,
      ),
    ],
    notes:
      'First listen keeps k at 400: early plays of newcomers are nearly random.\n\nPaper: somebody asks what the single negative does. Ifeoma will try 256.',
  },
  {
    cycle: 21,
    cancelled:
      'A storm closed the Lisbon office and half of the lines; the agenda moves on by two weeks.',
    items: [],
  },
  {
    cycle: 20,
    items: [
      talk('The night Radio repeated itself', 'emil-sandtorv', 35, {
        summary:
          'Read aloud by those who were there. Half a roll-back, a filter that failed open, 406 messages.',
      }),
      talk('One recording, one identity', 'margarida-sobral', 25, {
        technique: 'two-stage-recording-identity',
        summary: 'Blocking, pairs, people; and why audio vectors are the wrong tool.',
      }),
      workshop('What else could be rolled back by half?', 'fintan-garrity', 25),
    ],
    notes:
      'Three squads found on the same evening that their own roll-back is not atomic.\n\nFintan collects: model and index, model and vocabulary, ranker and calibration, experiment flag and both.',
  },
];
