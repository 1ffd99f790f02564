import { type DateSeed, demo, other, paper, talk, workshop } from './meetup';

export const productionDates: DateSeed[] = [
  {
    cycle: 11,
    items: [
      other('What keeps you awake? A round', 'greta-hollmann', 30),
      talk('Three services, one pager', 'fintan-garrity', 25),
    ],
    notes: 'Founding date. Alarms, cost, roll-backs, skew: in that order of votes.',
  },
  {
    cycle: 10,
    items: [
      talk('Half a roll-back', 'katrin-oja', 25),
      workshop('What is our deploy unit?', 'bogdan-stanek', 30),
    ],
    notes: 'The tuple: model, index, vectors. Search and Home look at theirs.',
  },
  {
    cycle: 9,
    items: [
      talk('Skew: six kinds and a float', 'bogdan-stanek', 30),
      demo('Logging what was served at two per cent', 'madhavi-kelkar', 20),
    ],
    notes: 'Mismatch per row, not distributions.',
  },
  {
    cycle: 8,
    items: [
      talk('int8 for embeddings', 'nadia-belkhodja', 35, {
        technique: 'int8-vectors-with-a-recall-guard',
        summary: 'Which scale, which guard, which slices.',
      }),
      demo('A recall guard in forty lines', 'xin-albrecht', 20),
    ],
    notes: 'One scale per vector. The average hides four per cent of listeners.',
  },
  {
    cycle: 7,
    items: [
      talk('Delays, measured', 'madhavi-kelkar', 30, {
        technique: 'as-of-reads-with-each-features-own-delay',
        summary: 'Draws from the distribution in place of a guess.',
      }),
      workshop('When is a feature too old?', 'pallavi-shenvi', 25),
    ],
    notes: 'p95 for every row is safe and teaches models to distrust fresh values.',
  },
  {
    cycle: 6,
    items: [
      talk('Planting faults', 'samuel-otiato', 30, {
        technique: 'alarms-on-decisions-not-on-features',
        summary: 'Six faults a quarter, the person on duty not told.',
      }),
      demo('Alarms as sentences', 'greta-hollmann', 20),
    ],
    notes: 'Retention will rehearse next; Fintan lends the pager.',
  },
  {
    cycle: 5,
    items: [
      talk('A GPU that idles', 'urmas-treial', 30),
      workshop('Is it the GPU, or is it the loader?', 'vikram-deshmane', 25),
    ],
    notes: 'Nine of fourteen jobs wait for data more than half of the time.',
  },
  {
    cycle: 4,
    items: [
      demo('Model cards, generated', 'goncalo-atouguia', 20),
      talk('Resumable, including the position in the data', 'adele-moukouri', 30),
    ],
    notes: 'An interrupted job had seen its first shard seven times.',
  },
  {
    cycle: 3,
    items: [
      workshop('Two hundred ways to be fresh', 'pallavi-shenvi', 30),
      talk('CPU, after all', 'xin-albrecht', 25),
    ],
    notes: 'Five of eight models moved. A GPU at 60 ms gets batches of three.',
  },
  {
    cycle: 2,
    items: [
      talk('Rankings have no threshold', 'nadia-belkhodja', 25),
      workshop('One tool, how many templates?', 'diogo-marinhas', 30),
    ],
    notes:
      'Three: decisions, rankings, forecasts. Something for the working group that Greta proposes.',
  },
  {
    cycle: 1,
    items: [
      talk('A dictionary deployed empty: found in fifty minutes', 'nadia-belkhodja', 20),
      demo('Rehearsal kit, first version', 'samuel-otiato', 20),
      other('On-call hand-over, what helps', 'fintan-garrity', 15),
    ],
    notes: 'Kit: six planted faults, one command, cleans up behind itself.',
  },
  {
    cycle: 0,
    items: [
      talk('Forecasts: when is a forecast wrong?', 'denzel-moyo', 25),
      workshop('An alarm at night: who may switch a model off?', 'wekesa-barasa', 30),
    ],
  },
  { cycle: -1, items: [paper('A post-mortem from elsewhere, to be chosen', 'fintan-garrity', 30)] },
  { cycle: -2, items: [] },
];
