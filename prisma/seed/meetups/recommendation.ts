import { type DateSeed, demo, other, paper, talk, workshop } from './meetup';

export const recommendationDates: DateSeed[] = [
  {
    cycle: 19,
    items: [
      talk('Log-Q once, not twice', 'rui-salgueiro', 30),
      paper(
        'An empirical evaluation of Thompson sampling (Chapelle and Li, 2011)',
        'devika-nambisan',
      ),
    ],
    notes: 'Evaluate the index that serves, through the code that serves it.',
  },
  {
    cycle: 18,
    items: [
      workshop('Skips as negatives: why does it get worse?', 'duarte-figueira'),
      other('Reading list for the half-year', 'anselm-okoro', 15),
    ],
    notes: 'A skip is often “not now”, and only what was shown can be skipped.',
  },
  {
    cycle: 17,
    items: [
      talk('Posterior over taste clusters for newcomers', 'jerome-nkemelu', 30),
      demo('Notebook: simulating a bandit with delay', 'devika-nambisan', 20),
    ],
    notes: 'Sample a cluster per shelf, do not take the best one.',
  },
  {
    cycle: 16,
    items: [
      talk('Item-to-item, tuned', 'clara-mascarenhas', 25),
      workshop('Our list is diverse and nobody likes it', 'yusuf-karadag', 30),
    ],
    notes: 'With forty trials the baseline is a different baseline.',
  },
  {
    cycle: 15,
    items: [
      paper(
        'Deep neural networks for YouTube recommendations (Covington et al., 2016), in full',
        'rui-salgueiro',
        55,
      ),
    ],
    notes:
      'First of two evenings. Weighted logistic regression, example age, withheld information. Notes by Rui.',
  },
  {
    cycle: 14,
    items: [
      paper('Sampling-bias-corrected neural modeling (Yi et al., 2019)', 'peeter-rannamae', 40),
      other('What we overlooked in both', 'rui-salgueiro', 15),
    ],
    notes: 'Second evening. The correction is for training; temperature matters as much.',
  },
  {
    cycle: 13,
    items: [
      talk('Propensities per result type', 'ayesha-farooqi', 30, {
        technique: 'position-debiased-ranking-from-harvested-swaps',
        summary: 'The long version, with the EM that did not work.',
      }),
      demo('Judging queries: an hour in the guideline', 'ayesha-farooqi', 20),
    ],
    notes: 'Do not borrow propensities: a layout has its own.',
  },
  {
    cycle: 12,
    items: [
      talk('Four checks before the number', 'anselm-okoro', 35, {
        technique: 'self-normalised-counterfactual-evaluation',
        summary: 'Worked example, line by line.',
      }),
      workshop('Which reward for a shelf?', 'bastian-kroll', 20),
    ],
    notes: 'Resample listeners. Print nothing below an effective sample of a thousand.',
  },
  {
    cycle: 11,
    items: [paper('SASRec and BERT4Rec, side by side', 'ifeoma-anyanwu', 55)],
    notes: 'First of three. Five differences, one of them in the title.',
  },
  {
    cycle: 10,
    items: [
      talk('Mixes for unusual taste', 'bastian-kroll', 30, {
        technique: 'calibrated-re-ranking-for-unusual-taste',
        summary: 'Divergence halved, saves unchanged; what to make of that.',
      }),
      paper('Replicating BERT4Rec (Petrov and Macdonald, 2022)', 'katrin-oja', 25),
    ],
    notes:
      'Bastian: artists gained, listeners did not mind. Second of three on sequences: were the baselines finished?',
  },
  {
    cycle: 9,
    items: [
      paper('Turning dross into gold loss (Klenitskiy and Vasilev, 2023)', 'ifeoma-anyanwu', 30),
      workshop('Can a state vector be too old to use?', 'liis-tamberg', 25),
    ],
    notes:
      'Third of three: with the same loss, causal and bidirectional are equal. Bidirectional serving is taken off the roadmap.',
  },
  {
    cycle: 8,
    items: [
      talk('A search budget for sequence models', 'duarte-figueira', 30, {
        technique: 'self-attentive-next-track-with-many-negatives',
        summary: 'The offline half: 200 trials, three parameters that matter.',
      }),
      demo('Full ranking on two million tracks in four minutes', 'katrin-oja', 20),
    ],
    notes: 'After thirty trials we were tuning the seed.',
  },
  {
    cycle: 7,
    items: [
      talk('Light listeners in Mixes', 'wanjiru-kamande', 30),
      workshop('Freshness against familiarity on the fifth Monday', 'aino-kallaste', 25),
    ],
    notes: 'Below fifteen plays: leave the order alone.',
  },
  {
    cycle: 6,
    items: [
      talk('Exposure, miscalibration, loops: three words for one thing?', 'yusuf-karadag', 35),
      other('Who owns which of them', 'nadia-belkhodja', 20),
    ],
    notes:
      'Three things, three owners. A company-wide number was rejected: nobody could say what they would do when it moves.',
  },
  {
    cycle: 5,
    items: [
      talk('Audience growth without vanity', 'andre-lourinha', 20),
      demo('Interleaving in Search', 'peeter-rannamae', 15),
      workshop('One theme a night: what is the action?', 'yusuf-karadag', 25),
    ],
    notes: 'The action is the theme, not the track. Two per cent at random.',
  },
  {
    cycle: 4,
    items: [
      paper('On exposure in two-sided markets: a reading in two voices', 'zanele-mokoena', 30),
      talk('Short histories', 'astrid-mobeck', 25),
    ],
    notes: 'With three plays there is no sequence, only three facts.',
  },
  {
    cycle: 3,
    items: [
      workshop('Why does our fusion put the right one at nine?', 'grace-ndirangu', 35),
      demo('Reading tail queries on a Friday', 'peeter-rannamae', 20),
    ],
    notes:
      'Because rank fusion cannot know how much better the first is. Grace has a student in training.',
  },
  {
    cycle: 2,
    items: [
      talk('Theme choice by counterfactuals', 'yusuf-karadag', 30),
      workshop('Regional charts and imported taste', 'akinyi-odera', 25),
    ],
    notes: 'Six of seven signs. The seventh should not have been printed.',
  },
  {
    cycle: 1,
    items: [
      talk('Filters an index does not know', 'katrin-oja', 30),
      paper('Hard negatives, again', 'jonas-vettergren', 25),
    ],
    notes:
      'Below a pass rate of twenty per cent, partition. Jonas’ first reading here; good questions about rank one to hundred.',
  },
  {
    cycle: 0,
    items: [
      talk('Adaptive questions: what the first week says', 'akinyi-odera', 25),
      workshop('Propensities for five ranks: enough?', 'ayesha-farooqi', 30),
    ],
  },
  { cycle: -1, items: [paper('A paper on exploration, to be chosen', 'eunji-noh', 30)] },
  { cycle: -2, items: [] },
];
