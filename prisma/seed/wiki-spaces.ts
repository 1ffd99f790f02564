import type { GuildSlug, SquadSlug } from './world';

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
