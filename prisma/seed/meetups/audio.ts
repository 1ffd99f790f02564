import { type DateSeed, demo, other, paper, talk, workshop } from './meetup';

export const audioDates: DateSeed[] = [
  {
    cycle: 16,
    items: [
      other('Why an audio sub-guild, and for whom', 'henrik-aasland', 20),
      talk('From spectrogram to six consumers', 'lucia-tavora', 30),
    ],
    notes: 'Founding date. Not only for people who train audio models.',
  },
  {
    cycle: 15,
    items: [
      talk('Contrastive learning and the copies it punishes', 'henrik-aasland', 35),
      demo('Triplets: which is more alike?', 'amara-sissoko', 20),
    ],
    notes: 'Copies as negatives teach mastering. Margarida’s identities could be the mask.',
  },
  {
    cycle: 14,
    items: [
      talk('Tempo, and songs that have none', 'gustavo-peixe', 30),
      workshop('What is “mood”, and who says so?', 'meilin-castellano', 25),
    ],
    notes:
      'People agree on mood at 0.55. Models cannot do better than that and should not be asked to.',
  },
  {
    cycle: 13,
    items: [
      paper(
        'Deep content-based music recommendation (van den Oord et al., 2013)',
        'lucia-tavora',
        40,
      ),
      other('Where our bridge differs', 'liis-tamberg', 15),
    ],
    notes: 'More than ten years, and the idea stands. Cosine and reliability weights are ours.',
  },
  {
    cycle: 12,
    guests: ['greta-hollmann'],
    items: [
      talk('Fingerprints for identity, vectors for likeness', 'margarida-sobral', 35, {
        technique: 'two-stage-recording-identity',
        summary: 'Two tools that look the same and are not.',
      }),
      demo('400 pairs a day', 'margarida-sobral', 15),
    ],
    notes: 'Greta, a guest from Fraud signals: “Replace recording by account.”',
  },
  {
    cycle: 11,
    items: [
      workshop('Kuduro is not “percussion”', 'amara-sissoko', 35),
      talk('Queue empty by seven', 'vikram-deshmane', 20),
    ],
    notes: 'Evaluation by region is founded here: 400 recordings for each of eleven.',
  },
  {
    cycle: 10,
    items: [
      talk('Blind lunch: how to run one', 'clara-mascarenhas', 25),
      paper('Contrastive learning of musical representations: what transfers', 'amara-sissoko', 30),
    ],
    notes: 'Nine listeners, five markets, twenty seconds each.',
  },
  {
    cycle: 9,
    items: [
      talk('The bridge, seen from the other side', 'liis-tamberg', 30, {
        technique: 'content-bridge-for-new-tracks',
        summary: 'What it is like to use one’s own former squad’s vectors.',
      }),
      workshop('Podcast episodes: voices, not topics', 'gustavo-peixe', 25),
    ],
    notes: 'k of 90 for Home. Podcasts wait for transcripts.',
  },
  {
    cycle: 8,
    items: [
      talk('Sampling by region, then by plays', 'amara-sissoko', 30),
      demo('Probe table for every release', 'henrik-aasland', 20),
    ],
    notes: 'Probes are part of the announcement from the fourth generation on.',
  },
  {
    cycle: 7,
    items: [
      paper('Text–audio embeddings: captions are the bottleneck', 'meilin-castellano', 35),
      other('Dates of the move to the fourth generation', 'tamsin-oyelaran', 15),
    ],
    notes: 'Titles are not descriptions. Sixty days, six consumers.',
  },
  {
    cycle: 6,
    items: [
      talk('An encoder in int8', 'vikram-deshmane', 30),
      workshop('Similar artists that insult', 'meilin-castellano', 25),
    ],
    notes: 'Calibrate on eleven regions, or the diacritics of music suffer.',
  },
  {
    cycle: 5,
    items: [
      talk('The fourth generation, in figures and by ear', 'henrik-aasland', 35),
      demo('Neighbours, before and after', 'lucia-tavora', 20),
    ],
    notes: '73 of 78 possible. The gap between regions is smaller and it is there.',
  },
  {
    cycle: 4,
    items: [
      talk('What reviewers reject', 'hugo-baltazar', 25, {
        technique: 'generated-titles-with-a-closed-vocabulary',
        summary: 'Words, seasons, and the test with the record shop.',
      }),
      workshop('Tags for music that has few', 'noor-haddadin', 30),
    ],
    notes: 'Vague titles come from thin tags, not from the model.',
  },
  {
    cycle: 3,
    items: [
      talk('Similar by ear, similar by listener: when do artists agree?', 'meilin-castellano', 30),
      paper('Evaluation of similarity: agreement as a ceiling', 'amara-sissoko', 25),
    ],
    notes: 'Artists agree with listeners in two of three cases; with the model a little less.',
  },
  {
    cycle: 2,
    items: [
      workshop('Lyrics: forty words, nineteen markets', 'salome-brito', 35),
      demo('Listening page, now with reasons', 'gustavo-peixe', 15),
    ],
    notes: 'Salomé’s list of what may be stored where is on the page.',
  },
  {
    cycle: 1,
    items: [
      talk('Beginnings, middles, and DJ mixes', 'gustavo-peixe', 30),
      other('Proposals for the next half-year', 'henrik-aasland', 20),
    ],
    notes: 'Speech at the beginning: detect it, move the window. To be tried.',
  },
  {
    cycle: 0,
    items: [
      talk('Where mood tags come from', 'salome-brito', 30),
      workshop('Should the vector hear the language?', 'noor-haddadin', 25),
    ],
  },
  { cycle: -1, items: [demo('A rehearsal of the move to track_audio/5', 'lucia-tavora', 25)] },
  { cycle: -2, items: [] },
];
