import type { ChapterSlug, DaysAgo, GuildSlug, SquadSlug, TribeSlug } from './world';

type Unit<Slug> = { slug: Slug; name: string; purpose: string; from: DaysAgo; to?: DaysAgo };

export type SquadSeed = Unit<SquadSlug> & {
  tribe: TribeSlug;
  isPlatformTeam?: true;
};

export type ChapterSeed = Unit<ChapterSlug> & { tribe: TribeSlug };

export type GuildSeed = Unit<GuildSlug> & { guild?: GuildSlug };

export const tribes: Unit<TribeSlug>[] = [
  {
    slug: 'discovery',
    name: 'Discovery',
    purpose: 'Everything that answers “what shall I listen to next?”',
    from: 2100,
  },
  {
    slug: 'catalogue-and-artists',
    name: 'Catalogue and artists',
    purpose:
      'Know what 64 million tracks are and sound like, and treat those who made them fairly.',
    from: 2100,
  },
  {
    slug: 'listeners',
    name: 'Listeners',
    purpose: 'From the first minute to the fifth year: people find reasons to come back.',
    from: 1480,
  },
  {
    slug: 'platform',
    name: 'Platform',
    purpose: 'Data, experiments and models as services that squads run for themselves.',
    from: 1480,
  },
];

export const squads: SquadSeed[] = [
  {
    slug: 'home',
    name: 'Home',
    tribe: 'discovery',
    purpose: 'The first screen: which shelves, in which order, filled with what.',
    from: 2060,
  },
  {
    slug: 'search',
    name: 'Search',
    tribe: 'discovery',
    purpose: 'The thing you meant, in the first three results, typed or spoken.',
    from: 2060,
  },
  {
    slug: 'continuous-listening',
    name: 'Continuous listening',
    tribe: 'discovery',
    purpose: 'Stations, autoplay and generated playlists, until it became two jobs.',
    from: 1700,
    to: 330,
  },
  {
    slug: 'radio',
    name: 'Radio',
    tribe: 'discovery',
    purpose: 'Stations and autoplay: one more good track, chosen while the last one plays.',
    from: 330,
  },
  {
    slug: 'mixes',
    name: 'Mixes',
    tribe: 'discovery',
    purpose: 'Generated playlists that are refreshed, named and worth saving.',
    from: 330,
  },
  {
    slug: 'audio-understanding',
    name: 'Audio understanding',
    tribe: 'catalogue-and-artists',
    purpose: 'What a recording sounds like, as vectors and tags others can build on.',
    from: 1610,
  },
  {
    slug: 'catalogue-quality',
    name: 'Catalogue quality',
    tribe: 'catalogue-and-artists',
    purpose: 'One recording, one identity: metadata, duplicates, who is who.',
    from: 1900,
  },
  {
    slug: 'artist-tools',
    name: 'Artist tools',
    tribe: 'catalogue-and-artists',
    purpose: 'Audience figures and reach for artists, from superstar to first upload.',
    from: 1220,
  },
  {
    slug: 'stream-integrity',
    name: 'Stream integrity',
    tribe: 'catalogue-and-artists',
    purpose: 'Streams that count were made by people: detection, review and appeals.',
    from: 980,
  },
  {
    slug: 'first-listen',
    name: 'First listen',
    tribe: 'listeners',
    purpose: 'A new listener hears something they love within the first session.',
    from: 1150,
  },
  {
    slug: 'retention',
    name: 'Retention',
    tribe: 'listeners',
    purpose: 'Understand why people leave, and do the few things that change it.',
    from: 1400,
  },
  {
    slug: 'messaging',
    name: 'Messaging',
    tribe: 'listeners',
    purpose: 'Push and e-mail worth opening, and fewer of them.',
    from: 1020,
  },
  {
    slug: 'ml-platform',
    name: 'ML Platform',
    tribe: 'platform',
    purpose: 'Larder (features), Kiln (training) and Switchboard (serving), run as products.',
    from: 1310,
    isPlatformTeam: true,
  },
  {
    slug: 'experimentation',
    name: 'Experimentation',
    tribe: 'platform',
    purpose: 'Assay, the experiment platform, and the statistics people can trust in it.',
    from: 1260,
  },
  {
    slug: 'data-foundations',
    name: 'Data foundations',
    tribe: 'platform',
    purpose: 'The event log, its contracts, and the pipelines everyone stands on.',
    from: 1480,
  },
];

/** Continuous listening became two squads. */
export const splits: { from: SquadSlug; to: SquadSlug[]; at: DaysAgo; note: string }[] = [
  {
    from: 'continuous-listening',
    to: ['radio', 'mixes'],
    at: 330,
    note: 'Twelve people, two roadmaps: stations need an answer in 60 ms, playlists are built overnight.',
  },
];

/** Stream integrity kept its people and its history, and changed its name. */
export const renames: { squad: SquadSlug; nameBefore: string; at: DaysAgo; note: string }[] = [
  {
    squad: 'stream-integrity',
    nameBefore: 'Fraud signals',
    at: 240,
    note: 'The squad answers appeals as well as raising alarms; the old name told artists we had made up our minds.',
  },
];

export const chapters: ChapterSeed[] = [
  {
    slug: 'discovery-data-science',
    name: 'Data science, Discovery',
    tribe: 'discovery',
    purpose: 'Offline evaluation, experiment design and ranking quality in Discovery.',
    from: 1700,
  },
  {
    slug: 'discovery-ml-engineering',
    name: 'ML engineering, Discovery',
    tribe: 'discovery',
    purpose: 'Retrieval, ranking and sequence models that stay up.',
    from: 1500,
  },
  {
    slug: 'discovery-engineering',
    name: 'Engineering, Discovery',
    tribe: 'discovery',
    purpose: 'Backend, data and client engineering around the models.',
    from: 1900,
  },
  {
    slug: 'catalogue-machine-learning',
    name: 'Machine learning, Catalogue and artists',
    tribe: 'catalogue-and-artists',
    purpose: 'Audio models, entity resolution and anomaly detection as one craft.',
    from: 1400,
  },
  {
    slug: 'catalogue-engineering',
    name: 'Engineering, Catalogue and artists',
    tribe: 'catalogue-and-artists',
    purpose: 'Ingestion, catalogue services and artist-facing products.',
    from: 1900,
  },
  {
    slug: 'listeners-data-science',
    name: 'Data science, Listeners',
    tribe: 'listeners',
    purpose: 'Causal questions about people who come, stay and leave.',
    from: 1400,
  },
  {
    slug: 'listeners-engineering',
    name: 'Engineering, Listeners',
    tribe: 'listeners',
    purpose: 'Decisioning services, delivery and the data behind them.',
    from: 1400,
  },
  {
    slug: 'platform-data-engineering',
    name: 'Data engineering, Platform',
    tribe: 'platform',
    purpose: 'Event log, contracts, backfills and feature pipelines.',
    from: 1400,
  },
  {
    slug: 'platform-engineering',
    name: 'Engineering, Platform',
    tribe: 'platform',
    purpose: 'Serving, training infrastructure and the experiment platform.',
    from: 1310,
  },
];

export const guilds: GuildSeed[] = [
  {
    slug: 'machine-learning',
    name: 'Machine learning guild',
    purpose:
      'Anyone at Wrenfold who trains, serves or judges models. We meet every second Thursday, write down what worked and what did not, and owe each other straight answers.',
    from: 720,
  },
  {
    slug: 'recommendation-and-ranking',
    name: 'Recommendation and ranking',
    guild: 'machine-learning',
    purpose: 'Retrieval, ranking, exploration and honest evaluation of what we put before people.',
    from: 640,
  },
  {
    slug: 'audio-and-content',
    name: 'Audio and content understanding',
    guild: 'machine-learning',
    purpose: 'What recordings, lyrics and titles can tell a model, and what they cannot.',
    from: 435,
  },
  {
    slug: 'ml-in-production',
    name: 'ML in production',
    guild: 'machine-learning',
    purpose: 'Serving, monitoring, cost and the pager: models after the demo.',
    from: 310,
  },
  {
    slug: 'data-quality',
    name: 'Data quality guild',
    purpose: 'Contracts, lineage and the quiet errors that no dashboard shows.',
    from: 225,
  },
];
