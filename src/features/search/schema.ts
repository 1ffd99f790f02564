import { z } from 'zod';
import { freshnessStates } from './freshness';
import { PROBLEM_MAX, QUERY_MAX } from './limits';
import { subjectKinds } from './subject-kinds';

/** How long ago something may have changed at most. */
export const periods = ['week', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

const plainLine = (max: number) =>
  z
    .string()
    .transform((text) =>
      text
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, max),
    )
    .catch('');

const slug = z
  .string()
  .regex(/^[\w-]{1,80}$/)
  .optional()
  .catch(undefined);

export const searchInput = z.object({
  q: plainLine(QUERY_MAX),
  kind: z.enum(subjectKinds).optional().catch(undefined),
  squad: slug,
  guild: slug,
  freshness: z.enum(freshnessStates).optional().catch(undefined),
  changed: z.enum(periods).optional().catch(undefined),
  after: z.coerce.number().int().min(0).max(1000).catch(0),
});

export type SearchInput = z.output<typeof searchInput>;

export const problemInput = z.object({ problem: plainLine(PROBLEM_MAX) });

export const questionInput = z.object({
  problem: plainLine(PROBLEM_MAX).refine((text) => text.length > 0, 'Describe the problem first.'),
});

const TERM_MAX = 60;

/** Words that mean the same, one a line or with commas between. */
const terms = z
  .string()
  .transform((text) => [
    ...new Map(
      text
        .split(/[,\n]/)
        .map((term) => term.replace(/\s+/g, ' ').trim())
        .filter(Boolean)
        .map((term) => [term.toLowerCase(), term]),
    ).values(),
  ])
  .pipe(
    z
      .array(z.string().max(TERM_MAX, `A term has at most ${TERM_MAX} characters.`))
      .min(2, 'Give at least two terms that mean the same, with a comma between.')
      .max(12, 'Give at most twelve terms.'),
  );

export const addSynonymInput = z.object({ terms });
export const removeSynonymInput = z.object({ id: z.string().min(1).max(60) });
export const editSynonymInput = z.object({ id: z.string().min(1).max(60), terms });
