import { z } from 'zod';
import { COMMENT_MAX, QUOTE_MAX } from './limits';

const body = z
  .string()
  .trim()
  .min(1, 'Write what you want to say.')
  .max(COMMENT_MAX, `A comment has at most ${COMMENT_MAX} characters.`)
  .transform((text) => text.replace(/\r\n?/g, '\n'));

const context = z.string().max(64).default('');

export const newThreadInput = z.object({
  pageId: z.string(),
  body,
  /** Without JavaScript there is no selection: the heading of a section stands for its text. */
  sectionId: z.string().max(200).default(''),
  quote: z.string().max(QUOTE_MAX).default(''),
  prefix: context,
  suffix: context,
  position: z.coerce.number().int().min(0).default(0),
});
export type NewThread = z.output<typeof newThreadInput>;

export const replyInput = z.object({ threadId: z.string(), body });
export const threadInput = z.object({ threadId: z.string() });
export const editCommentInput = z.object({ commentId: z.string(), body });
export const commentInput = z.object({ commentId: z.string() });
export const followInput = z.object({ pageId: z.string() });
