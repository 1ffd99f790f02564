import { z } from 'zod';
import { subjectKinds } from './subject-kinds';

export const QUERY_MAX = 200;

export const searchInput = z.object({
  q: z
    .string()
    .transform((text) =>
      text
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, QUERY_MAX),
    )
    .catch(''),
  kind: z.enum(subjectKinds).optional().catch(undefined),
  after: z.coerce.number().int().min(0).max(1000).catch(0),
});

export type SearchInput = z.output<typeof searchInput>;
