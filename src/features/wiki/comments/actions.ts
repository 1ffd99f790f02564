'use server';

import { action } from '@/features/identity/action';
import { Conflict } from '@/foundation/errors';
import { leadTo } from '@/foundation/lead-to';
import { pageHref } from '../addresses';
import {
  beginThread,
  deleteComment,
  editComment,
  reopenThread,
  reply,
  resolveThread,
} from './commands';
import { followPage } from './following/commands';
import {
  commentInput,
  editCommentInput,
  followInput,
  newThreadInput,
  replyInput,
  threadInput,
} from './schema';

const refusals = {
  archived: 'This page is in the archive; nothing is said about it any more.',
  'thread-full': 'This thread has become very long. Begin a new one.',
  deleted: 'This comment was deleted meanwhile.',
} as const;

type Outcome =
  | { ok: true; threadId: string; spaceSlug: string; path: string }
  | { ok: false; reason: keyof typeof refusals };

function show(outcome: Outcome): never {
  if (!outcome.ok) throw new Conflict(refusals[outcome.reason]);
  leadTo(`${pageHref(outcome)}#thread-${outcome.threadId}`);
}

export const beginThreadAction = action(newThreadInput, async (ctx, input) =>
  show(await beginThread(ctx, input)),
);

export const replyAction = action(replyInput, async (ctx, input) => show(await reply(ctx, input)));

export const editCommentAction = action(editCommentInput, async (ctx, input) =>
  show(await editComment(ctx, input)),
);

export const deleteCommentAction = action(commentInput, async (ctx, { commentId }) =>
  show(await deleteComment(ctx, commentId)),
);

export const resolveThreadAction = action(threadInput, async (ctx, { threadId }) => {
  const resolved = await resolveThread(ctx, threadId);
  leadTo(`${pageHref(resolved)}#comments`);
});

export const reopenThreadAction = action(threadInput, async (ctx, { threadId }) =>
  show(await reopenThread(ctx, threadId)),
);

export const followPageAction = action(followInput, async (ctx, { pageId }) => {
  leadTo(pageHref(await followPage(ctx, pageId, true)));
});

export const unfollowPageAction = action(followInput, async (ctx, { pageId }) => {
  leadTo(pageHref(await followPage(ctx, pageId, false)));
});
