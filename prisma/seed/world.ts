/**
 * The words the demo guild is written in. Every date is a number of days before the day the guild
 * is loaded (negative numbers lie ahead), so that the story always ends today.
 */
export type DaysAgo = number;

export type TribeSlug = 'discovery' | 'catalogue-and-artists' | 'listeners' | 'platform';

export type SquadSlug =
  | 'home'
  | 'search'
  | 'continuous-listening'
  | 'radio'
  | 'mixes'
  | 'audio-understanding'
  | 'catalogue-quality'
  | 'artist-tools'
  | 'stream-integrity'
  | 'first-listen'
  | 'retention'
  | 'messaging'
  | 'ml-platform'
  | 'experimentation'
  | 'data-foundations';

export type ChapterSlug =
  | 'discovery-data-science'
  | 'discovery-ml-engineering'
  | 'discovery-engineering'
  | 'catalogue-machine-learning'
  | 'catalogue-engineering'
  | 'listeners-data-science'
  | 'listeners-engineering'
  | 'platform-data-engineering'
  | 'platform-engineering';

export type GuildSlug =
  | 'machine-learning'
  | 'recommendation-and-ranking'
  | 'audio-and-content'
  | 'ml-in-production'
  | 'data-quality';

export type Zone =
  | 'Europe/Lisbon'
  | 'Europe/Tallinn'
  | 'Africa/Nairobi'
  | 'America/Toronto'
  | 'America/Sao_Paulo'
  | 'Asia/Kolkata';

/** A time in a squad; open-ended while there is no `to`. `leadFrom` marks when they became its lead. */
export type Stint = { squad: SquadSlug; from: DaysAgo; to?: DaysAgo; leadFrom?: DaysAgo };

/** A time in a guild. Sub-guilds lie within a membership of their guild. */
export type GuildStint = { guild: GuildSlug; from: DaysAgo; to?: DaysAgo; leadFrom?: DaysAgo };

export type PersonSeed = {
  handle: string;
  name: string;
  title: string;
  zone: Zone;
  about: string;
  skills: string[];
  askAbout: string[];
  squads: Stint[];
  chapter?: ChapterSlug;
  /** The chapter of the tribe they came from, while they were there. */
  earlierChapter?: ChapterSlug;
  guilds: GuildStint[];
  leadsTribe?: { tribe: TribeSlug; from: DaysAgo };
  leadsChapterFrom?: DaysAgo;
  leftAt?: DaysAgo;
};

export const company = {
  name: 'Wrenfold',
  domain: 'wrenfold.example',
  zone: 'Europe/Lisbon' as Zone,
  /** The portal's story covers about eighteen months. */
  historyDays: 546,
};
