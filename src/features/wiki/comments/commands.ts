import 'server-only';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { canEditPage, visibleTo } from '../policy';
import { findPageToChange } from '../revisions/queries';
import { passageMeant } from './meant-passage';
import { findMentioned } from './mentioned/queries';
import { canComment, canDeleteComment, canEditComment, canResolve } from './policy';
import type { NewThread } from './schema';

/** A thread is a conversation, not an archive. */
const COMMENTS_MAX = 200;

/** Begins a thread on a passage, on a section by its heading, or on the page as a whole. */
export async function beginThread(ctx: Context, input: NewThread) {
  authorize(canComment(ctx.actor));
  const page = await db.wikiPage.findFirst({
    where: { id: input.pageId, ...visibleTo(ctx.actor) },
    select: {
      id: true,
      archivedAt: true,
      path: true,
      space: { select: { slug: true } },
      currentRevision: { select: { number: true, html: true } },
    },
  });
  if (!page?.currentRevision) throw new NotFound();
  if (page.archivedAt) return { ok: false, reason: 'archived' } as const;
  const passage = passageMeant(page.currentRevision.html, input);
  const onRevision = page.currentRevision.number;
  return transact(async (tx) => {
    const thread = await tx.pageThread.create({
      data: {
        pageId: page.id,
        ...passage,
        onRevision,
        authorId: ctx.actor.personId,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await say(tx, ctx, { id: thread.id, pageId: page.id }, input.body);
    return { ok: true, threadId: thread.id, ...addressOf(page) } as const;
  });
}

/** Answers in a thread; an answer to a settled one opens it again. */
export async function reply(ctx: Context, input: { threadId: string; body: string }) {
  authorize(canComment(ctx.actor));
  const thread = await findThread(ctx, input.threadId);
  return transact(async (tx) => {
    // The lock makes a queue of answers, so that none slips in after the last that fits.
    await tx.$executeRaw`SELECT 1 FROM "PageThread" WHERE id = ${thread.id} FOR UPDATE`;
    if ((await tx.pageComment.count({ where: { threadId: thread.id } })) >= COMMENTS_MAX) {
      return { ok: false, reason: 'thread-full' } as const;
    }
    await say(tx, ctx, thread, input.body);
    const data = { resolvedAt: null, resolvedById: null };
    const where = { id: thread.id, resolvedAt: { not: null } };
    const { count } = await tx.pageThread.updateMany({ where, data });
    if (count > 0) await recordEvent(tx, ctx, 'thread.reopened', factsOf(thread));
    return { ok: true, threadId: thread.id, ...addressOf(thread.page) } as const;
  });
}

export const resolveThread = (ctx: Context, threadId: string) => settle(ctx, threadId, true);

export const reopenThread = (ctx: Context, threadId: string) => settle(ctx, threadId, false);

async function settle(ctx: Context, threadId: string, isResolved: boolean) {
  const thread = await findThread(ctx, threadId);
  const page = await findPageToChange(ctx, thread.pageId);
  if (!page) throw new NotFound();
  authorize(
    canResolve(ctx.actor, thread, { canEdit: canEditPage(ctx.actor, page) }),
    'A thread is resolved by whoever began it and by those who edit the page.',
  );
  return transact(async (tx) => {
    const { count } = await tx.pageThread.updateMany({
      where: { id: threadId, resolvedAt: isResolved ? null : { not: null } },
      data: isResolved
        ? { resolvedAt: ctx.now, resolvedById: ctx.actor.personId }
        : { resolvedAt: null, resolvedById: null },
    });
    // Doing it twice is no error, and is told once.
    if (count > 0) {
      const name = isResolved ? 'thread.resolved' : 'thread.reopened';
      await recordEvent(tx, ctx, name, factsOf(thread));
    }
    return { ok: true, threadId, ...addressOf(thread.page) } as const;
  });
}

export async function editComment(ctx: Context, input: { commentId: string; body: string }) {
  const comment = await findComment(ctx, input.commentId);
  authorize(canEditComment(ctx.actor, comment), 'A comment is edited by whoever wrote it.');
  return transact(async (tx) => {
    const { body } = input;
    const mentions = await findMentioned(tx, body);
    const { count } = await tx.pageComment.updateMany({
      where: { id: comment.id, deletedAt: null },
      data: { body, mentions: mentions.map(({ handle }) => handle), editedAt: ctx.now },
    });
    if (count === 0) return { ok: false, reason: 'deleted' } as const;
    // Who is spoken to only now hears of it too.
    const added = mentions.filter(({ handle }) => !comment.mentions.includes(handle));
    if (added.length > 0) {
      await recordEvent(tx, ctx, 'comment.made', {
        ...factsOf(comment.thread),
        commentId: comment.id,
        mentionedIds: added.map(({ id }) => id),
      });
    }
    return { ok: true, threadId: comment.threadId, ...addressOf(comment.thread.page) } as const;
  });
}

/** Takes the words away and leaves their place, so that answers still stand under something. */
export async function deleteComment(ctx: Context, commentId: string) {
  const comment = await findComment(ctx, commentId);
  authorize(canDeleteComment(ctx.actor, comment), 'A comment is deleted by whoever wrote it.');
  return transact(async (tx) => {
    const { count } = await tx.pageComment.updateMany({
      where: { id: commentId, deletedAt: null },
      data: { body: '', mentions: [], deletedAt: ctx.now },
    });
    const facts = { ...factsOf(comment.thread), commentId };
    if (count > 0) await recordEvent(tx, ctx, 'comment.deleted', facts);
    return { ok: true, threadId: comment.threadId, ...addressOf(comment.thread.page) } as const;
  });
}

async function say(
  tx: Transaction,
  ctx: Context,
  thread: { id: string; pageId: string },
  body: string,
) {
  const mentions = await findMentioned(tx, body);
  const comment = await tx.pageComment.create({
    data: {
      threadId: thread.id,
      authorId: ctx.actor.personId,
      body,
      mentions: mentions.map(({ handle }) => handle),
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  await recordEvent(tx, ctx, 'comment.made', {
    ...factsOf(thread),
    commentId: comment.id,
    mentionedIds: mentions.map(({ id }) => id),
  });
}

const PAGE = { select: { path: true, space: { select: { slug: true } } } } as const;

const THREAD = { id: true, pageId: true, authorId: true, page: PAGE } as const;

async function findThread({ actor }: Context, id: string) {
  const where = { id, page: visibleTo(actor) };
  const thread = await db.pageThread.findFirst({ where, select: THREAD });
  if (!thread) throw new NotFound();
  return thread;
}

async function findComment({ actor }: Context, id: string) {
  const comment = await db.pageComment.findFirst({
    where: { id, thread: { page: visibleTo(actor) } },
    select: {
      id: true,
      threadId: true,
      authorId: true,
      mentions: true,
      thread: { select: THREAD },
    },
  });
  if (!comment) throw new NotFound();
  return comment;
}

const factsOf = ({ id, pageId }: { id: string; pageId: string }) => ({ threadId: id, pageId });

const addressOf = ({ path, space }: { path: string; space: { slug: string } }) => ({
  spaceSlug: space.slug,
  path,
});
