import { type DateSeed, demo, other, talk, workshop } from './meetup';

export const dataQualityDates: DateSeed[] = [
  {
    cycle: 8,
    items: [
      other('One bad delivery too many', 'abel-chikezie', 25),
      talk('What a contract says', 'teodora-ilkova', 30),
    ],
    notes: 'Founding date. Types are the easy third.',
  },
  {
    cycle: 7,
    items: [
      talk('140 contracts we threw away', 'teodora-ilkova', 30),
      workshop('Does a repeat count as a play?', 'raghav-tembe', 25),
    ],
    notes: 'It does. Three squads had three answers and three skip rates.',
  },
  {
    cycle: 6,
    items: [
      talk('Two Marias', 'njeri-mwangome', 30),
      demo('Contract tests on recorded sessions', 'asha-wairimu', 20),
    ],
    notes: 'Identifiers from labels are wrong in nine of a hundred pairs.',
  },
  {
    cycle: 5,
    items: [
      talk('Letters to labels', 'abel-chikezie', 30),
      workshop('A table nobody owns', 'rita-alcoforado', 25),
    ],
    notes: 'At most five faults, ordered by lost streams. Two labels answer now.',
  },
  {
    cycle: 4,
    items: [
      talk('Late events and who they are', 'gunnar-hestvik', 30),
      demo('Lineage before you rename', 'lakshmi-pranesh', 20),
    ],
    notes: '0.4 % of plays, nearly all of them commuters and costly data.',
  },
  {
    cycle: 3,
    items: [
      workshop('How do we delete a person from features?', 'kristjan-hallik', 35),
      talk('Reconciling with royalties, to the cent', 'chipo-mutasa', 20),
    ],
    notes:
      'Deletion lists at the end of each partition’s job. Trained models: by date, in the manifest.',
  },
  {
    cycle: 2,
    items: [
      talk('Checks that people fix', 'vasco-teles', 25),
      workshop('Metrics: computed once, or three times?', 'rohini-bhatkal', 30),
    ],
    notes:
      'A check that names file and line is repaired in two days, one that names a table in eleven.',
  },
  {
    cycle: 1,
    items: [
      talk('One per cent of listeners, all of history', 'baltasar-moniz', 30, {
        technique: 'sampled-shadow-backfills',
        summary:
          'Shadow runs by hash, the same salt everywhere, and the shop with 90,000 plays a day.',
      }),
      workshop('What would you look at first? A distribution quiz', 'olabisi-strand', 25),
    ],
    notes:
      'Three of four old faults would have been seen in 50 minutes.\n\nOlabisi’s quiz: eleven of fifteen found the frozen table, two the swapped enum.',
  },
  {
    cycle: 0,
    items: [
      workshop('Rebuilding the message table: rehearsal', 'tendai-marufu', 35),
      demo('A contract for search events', 'sunita-varghese', 20),
    ],
  },
  { cycle: -1, items: [talk('Nulls that mean something', 'piret-saarsen', 25)] },
  { cycle: -2, items: [] },
];
