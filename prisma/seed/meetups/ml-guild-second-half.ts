import { type DateSeed, demo, other, paper, talk, workshop } from './meetup';

/** Dates 19 to 1, oldest first, and those ahead. */
export const mlGuildSecondHalf: DateSeed[] = [
  {
    cycle: 19,
    items: [
      talk('Next track: the loss was the architecture', 'ifeoma-anyanwu', 35, {
        technique: 'self-attentive-next-track-with-many-negatives',
        summary:
          'From one negative to 256, outcomes as input, and seven per cent that settled at four.',
      }),
      workshop('A stream has no end: how do we measure diversity in it?', 'beatriz-noronha'),
    ],
    notes:
      'Ifeoma waited for four weeks before she showed a figure. Mixes assess; Home wants the state as a feature.\n\nWorkshop: windows of fifteen tracks, against the listener’s own history. To be tried.',
  },
  {
    cycle: 18,
    items: [
      talk('A version is a space', 'lucia-tavora', 35, {
        technique: 'embedding-contracts-with-anchors',
        summary: 'Anchors, sixty days of dual writing, and why semantic versions lie.',
      }),
      demo('Spot training with checkpoints', 'urmas-treial', 20),
      talk('Training sets: what the working group hands over', 'madhavi-kelkar', 20),
    ],
    notes:
      'Katrin: Radio will refuse to start on a mismatch. Somebody: “and at six on a Friday?” Katrin: “Above all then.”\n\nThe guideline on training sets is accepted; Larder owns the tool, Data foundations the change logs.',
  },
  {
    cycle: 17,
    items: [
      talk('Three alarms a week', 'greta-hollmann', 35, {
        technique: 'alarms-on-decisions-not-on-features',
        summary:
          'Forty-six alarms became three; limits from one’s own history; faults planted on purpose.',
      }),
      workshop('Our hold-out is eaten by campaigns', 'fatoumata-kande'),
    ],
    notes:
      'Greta: an alarm that has not been seen to fire is a hope. Two squads plan a rehearsal.\n\nHold-out: excluded at the level of the identity service from now on. Lars writes it.',
  },
  {
    cycle: 16,
    items: [
      talk('Playlist continuation: predicting against improving', 'clara-mascarenhas', 35),
      demo('A blind lunch: two continuations side by side', 'noor-haddadin', 20),
      paper('Counterfactual slates: what we can and cannot weigh', 'lennart-pihlak', 25),
    ],
    notes:
      'Three times in a year the lunch and R-precision disagreed, and the A/B test agreed with the lunch.\n\nLennart’s reading covers three papers; slides are on the page of the date.',
  },
  {
    cycle: 15,
    items: [
      talk('A quarter of the memory', 'nadia-belkhodja', 30, {
        technique: 'int8-vectors-with-a-recall-guard',
        summary: 'int8 per vector, a guard per slice, ten machines to four.',
      }),
      workshop('Which languages may we ship?', 'grace-ndirangu'),
      other('Guild survey: what should stop?', 'helder-pacheiro', 15),
    ],
    notes:
      'The guard is worth more than the quantisation, says Nadia, and Radio takes only that.\n\nWorkshop: not where it cannot be measured. Judgements for Estonian and Swahili are asked for.\n\nSurvey: fewer status talks. Noted.',
  },
  {
    cycle: 14,
    items: [
      talk('Interference, collected', 'lennart-pihlak', 35),
      talk('Lightning: five more things that did not work', 'yusuf-karadag', 40, {
        summary:
          'λ of 0.6, aligned spaces, expansion at query time, a score for complete cards, automatic retraining.',
      }),
    ],
    notes:
      'Run the same change at 10 % and at 50 %: if the effect depends on the share, the arms touch.\n\nOf the five failures, three had been failures elsewhere before. We write them down now, where they can be found.',
  },
  {
    cycle: 13,
    items: [
      talk('Late, by how much? As-of reads with each feature’s own delay', 'madhavi-kelkar', 30, {
        technique: 'as-of-reads-with-each-features-own-delay',
        summary: 'From 8.6 % to 0.4 % of rows; delays measured instead of guessed.',
      }),
      workshop('Can we calibrate per market without people?', 'jerome-nkemelu'),
      demo('Skew report: the three models that do not log', 'goncalo-atouguia', 15),
    ],
    notes:
      'Home and Radio move over this quarter; Home deletes 1,100 lines.\n\nCalibration per market: shrink in two levels. Nobody has tried it yet.',
  },
  {
    cycle: 12,
    items: [
      talk('What GPUs cost us, a year on', 'urmas-treial', 30),
      talk('Experiments people can trust: a working group begins', 'sabine-thorval', 10),
      paper('Model cards for model reporting (Mitchell et al., 2019)', 'goncalo-atouguia', 30),
    ],
    notes:
      '118,000 € became 64,000 € a month, with more models. Reserve last.\n\nModel cards: write for ten past three at night. Gonçalo drafts the one-page form.',
  },
  {
    cycle: 11,
    items: [
      paper('Calibrated recommendations (Steck, 2018)', 'yusuf-karadag', 30),
      talk('Whose music? Evaluating by region', 'amara-sissoko', 35),
    ],
    notes:
      'On the paper: the divergence needs an end, and a station has none.\n\nAmara: recall in East Africa half of that in Western Europe, a third of it mended by sampling differently. The evaluation set is open to all squads.',
  },
  {
    cycle: 10,
    items: [
      talk('Second season: is uplift still there?', 'fatoumata-kande', 25, {
        technique: 'uplift-targeting-with-a-randomised-hold-out',
        summary: '0.031 became 0.026, and why that is the honest figure.',
      }),
      workshop('Messages: should we sum or cap?', 'roberto-galveias'),
      demo('Kiln: halving a search', 'wekesa-barasa', 15),
    ],
    notes:
      'The second season is lower, as seconds are. Messaging reports doubts about push; to be measured on deciles.\n\nWekesa: sixty trials in 120 GPU hours in place of 840.',
  },
  {
    cycle: 9,
    items: [
      talk('Search that describes', 'grace-ndirangu', 35),
      talk('Trustworthy experiments: half-time of the working group', 'edite-fontoura', 10),
      workshop('An artist asks: was it the place or the music?', 'theo-abernathy'),
    ],
    notes:
      'Nine of ten searches name something, and dense retrieval makes them worse. A classifier of 12 MB decides.\n\nTheo turns position bias round. He has the propensities and no time.',
  },
  {
    cycle: 8,
    items: [
      talk('Titles written by nobody in particular', 'noor-haddadin', 35, {
        technique: 'generated-titles-with-a-closed-vocabulary',
        summary: 'A model that never sees the listener, a closed vocabulary, and people who read.',
      }),
      workshop('What would make us switch a generated text off?', 'hugo-baltazar'),
    ],
    notes:
      'Marta declines for Home on policy, within the hour and with thanks.\n\nWorkshop: the stopping rule must be written before the launch, by strata. It was.',
  },
  {
    cycle: 7,
    items: [
      talk('Lightning: what did not work, third edition', 'marta-quintela', 40, {
        summary:
          'Badges that nobody saw, a bandit for forty subject lines, five screens of questions, binary codes, a review board that met twice.',
      }),
      talk('Trustworthy experiments: what we hand over', 'sabine-thorval', 25),
      other('New guild members introduce themselves', 'lucia-tavora', 15),
    ],
    notes:
      'Checklist, templates and the power calculator are published. Home and Messaging take them over for their reviews.\n\nFour new members. Denzel asks who owns the page on access; Ngozi does, from now on.',
  },
  {
    cycle: 6,
    items: [
      workshop('Two models, one decision: who may be wrong?', 'dmitri-valk'),
      talk('Model cards at ten past three', 'goncalo-atouguia', 25),
      demo('Lineage, column by column', 'lakshmi-pranesh', 20),
    ],
    notes:
      'Workshop under closed doors; no notes, by wish of the squad.\n\nCards: opened 160 times a month. The half that is generated is the half that is right.',
  },
  {
    cycle: 5,
    items: [
      talk('Uplift switched off', 'roberto-galveias', 30, {
        summary: 'Five months in production, a Qini of 0.002, and a cap set by hand that did more.',
      }),
      talk('Alarms that people act on: a working group is proposed', 'greta-hollmann', 15),
      paper('Two retrieval papers, revisited', 'rui-salgueiro', 30),
    ],
    notes:
      'Standing ovation for switching something off with figures. Jerome: “That saves us a quarter.”\n\nWorking group: Stream integrity, ML Platform, Search, Retention, Radio. Ten weeks, sponsor Isaura.',
  },
  {
    cycle: 4,
    items: [
      talk(
        'Freshness curves: nineteen of thirty-one features did not need it',
        'pallavi-shenvi',
        35,
      ),
      workshop('Labels from appeals: which way do they lean?', 'kalpana-iyengar'),
      demo('Assay: recommended designs when arms touch', 'lennart-pihlak', 20),
    ],
    notes:
      'Ask for the curve before asking for the stream.\n\nOnly those appeal who know how. Kalpana will draw fifty cases a week by lot.',
  },
  {
    cycle: 3,
    items: [
      talk('Launching where every listener is new', 'akinyi-odera', 35),
      workshop(
        'Trees beat our network by four per cent. What would have to be true?',
        'andre-lourinha',
      ),
      other('Dates for the review of stale pages', 'ngozi-eluwa', 10),
    ],
    notes:
      'Borrow from markets with the same top 5,000, and hold out ten per cent, or nobody can say what it was worth.\n\nThe workshop is still open. Best guess: 40,000 rows and 31 features is a forest’s home.',
  },
  {
    cycle: 2,
    items: [
      talk('Teaching a small model what a long drive sounds like', 'grace-ndirangu', 35, {
        technique: 'distilled-cross-encoder-for-descriptive-queries',
        summary:
          'Differences, not levels; real candidates, not random pairs; not in languages that we cannot measure.',
      }),
      talk('Alarms that people act on: the first weeks', 'samuel-otiato', 15),
      workshop('Which of my first ideas has been tried?', 'salome-brito', 25),
    ],
    notes:
      'Jonas showed the failed student, trained on four times the data. Margarida wants to try it on titles and credits.\n\nWorking group: one template is not enough, there are three.\n\nSalomé’s idea, moods from lyrics, had been tried twice, without summaries. Now there are some. Amara and Mei-Lin help.',
  },
  {
    cycle: 1,
    items: [
      talk('Right on average, wrong for everybody: calibration per plan', 'denzel-moyo', 30, {
        technique: 'per-plan-calibration-on-a-moving-window',
        summary: 'Five curves, 42 days, and the January that has not come yet.',
      }),
      workshop('Our message table has to be rebuilt. What can go wrong?', 'tendai-marufu'),
      demo('A drill: rebuilding two production models from their manifests', 'adele-moukouri', 15),
    ],
    notes:
      'First talk by Denzel, three months in. Hélder asked about January before anyone else could.\n\nWorkshop: write the expected difference down first; sample whole listeners; Baltasar will sit beside Tendai on the day.\n\nDrill: seven of eight. The eighth was a container that had been thrown away.',
  },
  {
    cycle: 0,
    items: [
      talk('Alarms that people act on: half-time', 'greta-hollmann', 20, {
        summary: 'What the working group has, what it has not, and where it needs your rehearsals.',
      }),
      workshop('Does anybody trust opens in e-mail any more?', 'eunji-noh', 35, {
        summary: 'Privacy proxies open everything. What do we optimise instead?',
      }),
      talk('Reading along a session: off-policy evaluation for stations', 'zanele-mokoena', 25),
    ],
  },
  {
    cycle: -1,
    items: [
      talk('Moods from forty words', 'salome-brito', 30, {
        summary: 'First results with lyrics summaries, and where they are not allowed.',
      }),
      demo('Shadow backfills in Larder, perhaps', 'pallavi-shenvi', 15),
    ],
  },
  {
    cycle: -2,
    items: [
      talk('Lightning: what did not work, fourth edition', 'peeter-rannamae', 40, {
        summary: 'Six slots of seven minutes, three taken.',
      }),
      workshop('Whose is a feature that everyone reads and nobody owns?', 'rita-alcoforado', 35),
    ],
  },
  { cycle: -3, items: [paper('To be chosen by those who come', 'devika-nambisan', 30)] },
  {
    cycle: -4,
    items: [talk('Alarms that people act on: what we hand over', 'greta-hollmann', 30)],
  },
  { cycle: -5, items: [] },
];
