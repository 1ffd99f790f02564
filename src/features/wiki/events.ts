import { z } from 'zod';

/** The facts that the wiki announces, each with what it carries. */
export const wikiEvents = {
  /** A page has a new text, title, kind or owner, is new, or is back from the archive. */
  'page.revised': z.object({ pageId: z.string() }),
  /** Somebody proposed a change to a page. */
  'proposal.made': z.object({ proposalId: z.string(), pageId: z.string() }),
  /** Its owners took it, declined it, or its proposer took it back. */
  'proposal.decided': z.object({
    proposalId: z.string(),
    pageId: z.string(),
    state: z.enum(['ACCEPTED', 'EDITED', 'DECLINED', 'WITHDRAWN']),
  }),
  /** Somebody commented on a page, perhaps speaking to people. */
  'comment.made': z.object({
    commentId: z.string(),
    threadId: z.string(),
    pageId: z.string(),
    mentionedIds: z.array(z.string()),
  }),
  'comment.deleted': z.object({ commentId: z.string(), threadId: z.string(), pageId: z.string() }),
  'thread.resolved': z.object({ threadId: z.string(), pageId: z.string() }),
  'thread.reopened': z.object({ threadId: z.string(), pageId: z.string() }),
  'file.added': z.object({ fileId: z.string() }),
  /** What it says has been read, in the background. */
  'file.read': z.object({ fileId: z.string() }),
  'file.removed': z.object({ fileId: z.string() }),
  /** People whom its text names and the text before did not. */
  'page.mentioned': z.object({ pageId: z.string(), personIds: z.array(z.string()) }),
  /** A page lies at another address. */
  'page.moved': z.object({ pageId: z.string() }),
  'page.archived': z.object({ pageId: z.string() }),
  /** Somebody said whether it is still true. */
  'page.reviewed': z.object({
    pageId: z.string(),
    reviewId: z.string(),
    outcome: z.enum(['CONFIRMED', 'CORRECTED', 'OUTDATED', 'RETIRED']),
  }),
  /** A reader said that it did not work for them, or took that back. Nobody acted: it tells not who. */
  'page.reported': z.object({ pageId: z.string() }),
  /** Nobody who works here keeps it any more. */
  'page.orphaned': z.object({ pageId: z.string() }),
  /** A unit is asked to take a space over. */
  'space.offered': z.object({ spaceId: z.string(), toUnitId: z.string() }),
  /** A space, and what its former owners kept in it, belongs to another unit. */
  'space.handed-over': z.object({
    spaceId: z.string(),
    fromUnitId: z.string(),
    toUnitId: z.string(),
  }),
  /** Pages have other stewards. */
  'page.handed-over': z.object({ pageIds: z.array(z.string()), toId: z.string() }),
  /** Somebody is asked to keep pages. */
  'page.offered': z.object({ pageIds: z.array(z.string()), toId: z.string() }),
  /** Something that happened elsewhere made these due before their time. */
  'page.doubted': z.object({ pageIds: z.array(z.string()), kind: z.string() }),
};
