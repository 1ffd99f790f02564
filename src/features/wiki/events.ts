import { z } from 'zod';

/** The facts that the wiki announces, each with what it carries. */
export const wikiEvents = {
  /** A page has a new text, title, kind or owner, is new, or is back from the archive. */
  'page.revised': z.object({ pageId: z.string() }),
  'file.added': z.object({ fileId: z.string() }),
  'page.archived': z.object({ pageId: z.string() }),
};
