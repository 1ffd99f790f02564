import type { DaysAgo, GuildSlug, SquadSlug } from './world';

/** A folder of prisma/seed/wiki each. */
export type SpaceSeed = {
  slug: string;
  name: string;
  description: string;
  owner: GuildSlug | SquadSlug;
};

export const spaces: SpaceSeed[] = [
  {
    slug: 'guild',
    name: 'Guild handbook',
    description: 'How the guild works: first month, problems, techniques, words.',
    owner: 'machine-learning',
  },
  {
    slug: 'recommendation',
    name: 'Recommendation',
    description: 'Retrieval, ranking, search, exploration, and what to do without data.',
    owner: 'recommendation-and-ranking',
  },
  {
    slug: 'evaluation',
    name: 'Evaluation',
    description: 'How we find out whether something is better, offline and in tests.',
    owner: 'recommendation-and-ranking',
  },
  {
    slug: 'data',
    name: 'Data and features',
    description: 'Training sets, features, contracts, backfills, and time.',
    owner: 'data-quality',
  },
  {
    slug: 'audio',
    name: 'Audio',
    description: 'What recordings tell a model, and how their vectors are kept apart.',
    owner: 'audio-and-content',
  },
  {
    slug: 'listeners',
    name: 'Listeners',
    description: 'Churn, persuasion and the difference between them.',
    owner: 'retention',
  },
  {
    slug: 'production',
    name: 'Production',
    description: 'Serving, monitoring, cost, and being able to do it again.',
    owner: 'ml-in-production',
  },
  {
    slug: 'lessons',
    name: 'Lessons learned',
    description: 'What went wrong, told by those who were there.',
    owner: 'machine-learning',
  },
  {
    slug: 'papers',
    name: 'Paper notes',
    description: 'What we read, what we checked, what we overlooked.',
    owner: 'recommendation-and-ranking',
  },
];

/** A space that went from one unit to another, or is offered to it. */
export type SpaceHandoverSeed = {
  space: string;
  from: string;
  to: string;
  ago: DaysAgo;
  by: string;
  /** Whoever took it; none has answered an offer. */
  takenBy?: string;
  note: string;
};

export const spaceHandovers: SpaceHandoverSeed[] = [
  {
    space: 'evaluation',
    from: 'recommendation-and-ranking',
    to: 'trustworthy-experiments',
    ago: 160,
    by: 'nadia-belkhodja',
    takenBy: 'sabine-thorval',
    note: 'While the group works, what it finds out is written here.',
  },
  {
    space: 'evaluation',
    from: 'trustworthy-experiments',
    to: 'recommendation-and-ranking',
    ago: 80,
    by: 'helder-pacheiro',
    takenBy: 'nadia-belkhodja',
    note: 'The group is done; the checklist stays with those who test most.',
  },
  {
    space: 'papers',
    from: 'recommendation-and-ranking',
    to: 'machine-learning',
    ago: 4,
    by: 'nadia-belkhodja',
    note: 'By now half of the notes are not about ranking.',
  },
];
