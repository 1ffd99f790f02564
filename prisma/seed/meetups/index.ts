import { audioDates } from './audio';
import { dataQualityDates } from './data-quality';
import type { SeriesSeed } from './meetup';
import { mlGuildFirstHalf } from './ml-guild-first-half';
import { mlGuildSecondHalf } from './ml-guild-second-half';
import { productionDates } from './production';
import { recommendationDates } from './recommendation';

const usual = { zone: 'Europe/Lisbon' } as const;

export const series: SeriesSeed[] = [
  {
    ...usual,
    guild: 'machine-learning',
    slug: 'machine-learning-guild',
    title: 'Machine learning guild',
    purpose:
      'Ninety minutes on every second Thursday: somebody shows what worked, somebody brings what does not, and we say who will look at it with whom.',
    weekday: 4,
    everyWeeks: 2,
    weeksAhead: 0,
    localTime: '14:00',
    minutes: 90,
    location: 'Auditorium, Lisbon, and the guild’s video room',
    takesNotes: 'ngozi-eluwa',
    dates: [...mlGuildFirstHalf, ...mlGuildSecondHalf],
  },
  {
    ...usual,
    guild: 'recommendation-and-ranking',
    slug: 'recommendation-and-ranking',
    title: 'Recommendation and ranking',
    purpose: 'An hour every four weeks on retrieval, ranking, exploration and honest evaluation.',
    weekday: 2,
    everyWeeks: 4,
    weeksAhead: 1,
    localTime: '15:00',
    minutes: 60,
    location: 'Room Fado, Lisbon, and video',
    takesNotes: 'anselm-okoro',
    dates: recommendationDates,
  },
  {
    ...usual,
    guild: 'audio-and-content',
    slug: 'audio-and-content-understanding',
    title: 'Audio and content understanding',
    purpose: 'An hour every four weeks on what recordings, lyrics and titles can tell a model.',
    weekday: 3,
    everyWeeks: 4,
    weeksAhead: 2,
    localTime: '12:00',
    minutes: 60,
    location: 'Listening room, Lisbon, and video',
    takesNotes: 'henrik-aasland',
    dates: audioDates,
  },
  {
    ...usual,
    guild: 'ml-in-production',
    slug: 'ml-in-production',
    title: 'ML in production',
    purpose: 'An hour every four weeks on models after the demo: serving, alarms, cost, the pager.',
    weekday: 2,
    everyWeeks: 4,
    weeksAhead: 0,
    localTime: '13:00',
    minutes: 60,
    location: 'Room Guitarra, Lisbon, and video',
    takesNotes: 'greta-hollmann',
    dates: productionDates,
  },
  {
    ...usual,
    guild: 'data-quality',
    slug: 'data-quality-guild',
    title: 'Data quality guild',
    purpose: 'An hour every four weeks on contracts, lineage and the quiet errors.',
    weekday: 1,
    everyWeeks: 4,
    weeksAhead: 2,
    localTime: '14:00',
    minutes: 60,
    location: 'Room Harpa, Lisbon, and video',
    takesNotes: 'ngozi-eluwa',
    dates: dataQualityDates,
  },
];
