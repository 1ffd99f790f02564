import { z } from 'zod';

export const mirrorInput = z.object({
  spaceId: z.string(),
  place: z.enum(['disk', 'remote']).default('disk'),
});

export const mirroredSpaceInput = z.object({ spaceId: z.string() });

/** Commits that were written and perhaps reached the branch, with what it holds of pages then. */
export const intendedCommits = z.object({
  oid: z.string(),
  pages: z.array(
    z.object({
      pageId: z.string(),
      path: z.string().nullable(),
      number: z.number(),
      facts: z.string(),
    }),
  ),
});
export type IntendedCommits = z.output<typeof intendedCommits>;

/** Files by the blobs that are put back; null takes one away. */
export const filesToPutBack = z.record(z.string(), z.string().nullable());
