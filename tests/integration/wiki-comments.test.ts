import { describe, expect, it } from 'vitest';
import {
  beginThread,
  deleteComment,
  editComment,
  reopenThread,
  reply,
  resolveThread,
} from '@/features/wiki/comments/commands';
import { followPage } from '@/features/wiki/comments/following/commands';
import { listPageNews, listThreads, type PageTalk, talkOf } from '@/features/wiki/comments/queries';
import { newThreadInput } from '@/features/wiki/comments/schema';
import { getPage } from '@/features/wiki/queries';
import { countReading } from '@/features/wiki/reading/commands';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { ask } from '@/foundation/questions';
import { announced, aPerson, aVisitor, contextOf, NOON } from '../support/org';
import { anEdit, aPage, aSpaceWithWriter } from '../support/wiki';

const TEXT =
  '# Drift\n\nCompare this week with the week before.\n\n## Who is told\n\nThe squad on call is told first.\n';
const QUOTE = 'Compare this week with the week before.';

async function aPageToTalkOf() {
  const { space, writer } = await aSpaceWithWriter();
  const page = await aPage(writer, space, 'drift', TEXT);
  const noor = await aVisitor();
  const talk = async (reader: Context = noor) => {
    const read = await getPage(reader, space.slug, 'drift');
    return ask(talkOf(reader, read ?? expect.fail('The page is not there.')));
  };
  return { space, writer, page, noor, talk };
}

async function aThread(ctx: Context, page: { id: string }, traits: Record<string, unknown> = {}) {
  const input = { pageId: page.id, body: 'Is a week enough?', quote: QUOTE, ...traits };
  const begun = await beginThread(ctx, newThreadInput.parse(input));
  if (!begun.ok) throw new Error(begun.reason);
  return begun.threadId;
}

const onlyThread = async (talk: () => Promise<PageTalk>) =>
  (await talk()).threads[0] ?? expect.fail('There is no thread.');

describe('a comment on a passage', () => {
  it('stays with it when the page around it is edited, and when the passage itself is', async () => {
    const { page, writer, noor, talk } = await aPageToTalkOf();
    await aThread(noor, page);
    await anEdit(writer, page, `# Drift\n\nAll new here.\n\n${TEXT.replace('# Drift\n\n', '')}`);
    const moved = await onlyThread(talk);
    expect(moved).toMatchObject({ quote: QUOTE, isGone: false });
    expect(moved.place?.start).toBeGreaterThan(0);
    await anEdit(writer, page, TEXT.replace('the week before', 'the weeks before'));
    expect(await onlyThread(talk)).toMatchObject({ isGone: false });
  });

  it('stays when the passage is gone, with the words that it was on', async () => {
    const { page, writer, noor, talk } = await aPageToTalkOf();
    await aThread(noor, page);
    await anEdit(writer, page, '# Drift\n\nAsk the platform team.\n');
    expect(await onlyThread(talk)).toMatchObject({ quote: QUOTE, isGone: true, place: null });
  });

  it('without a selection is on a section by its heading, or on the page as a whole', async () => {
    const { page, noor, talk } = await aPageToTalkOf();
    await aThread(noor, page, { quote: '', sectionId: 'who-is-told' });
    await aThread(noor, page, { quote: '' });
    const { threads } = await talk();
    expect(threads.map(({ quote, sectionId }) => [quote, sectionId])).toEqual([
      ['', null],
      ['Who is told', 'who-is-told'],
    ]);
  });

  it('is read with all its answers, in the order of the text', async () => {
    const { page, noor, talk, writer } = await aPageToTalkOf();
    for (let number = 0; number < 4; number++) {
      await reply(writer, { threadId: await aThread(noor, page), body: 'Yes.' });
    }
    const { threads } = await talk();
    expect(threads.map(({ comments }) => comments.length)).toEqual([2, 2, 2, 2]);
  });

  it('is kept as text: nothing in it is HTML to anybody', async () => {
    const { page, noor, talk } = await aPageToTalkOf();
    const body = '<img src=x onerror=alert(1)> [x](javascript:alert(1))';
    await aThread(noor, page, { body, quote: '<b>not in the text</b>' });
    const { comments, quote } = await onlyThread(talk);
    expect(comments[0]?.body).toBe(body);
    expect(quote).toBe('<b>not in the text</b>');
  });
});

describe('a thread', () => {
  it('is answered, resolved by those who keep the page, and opened again by an answer', async () => {
    const { page, noor, writer, talk } = await aPageToTalkOf();
    const threadId = await aThread(noor, page);
    await reply(writer, { threadId, body: 'Two are better.' });
    await resolveThread(writer, threadId);
    await resolveThread(writer, threadId);
    expect(await talk()).toMatchObject({ threads: [], resolved: 1 });
    await reply(noor, { threadId, body: 'And at Christmas?' });
    expect((await onlyThread(talk)).comments.map(({ body }) => body)).toEqual([
      'Is a week enough?',
      'Two are better.',
      'And at Christmas?',
    ]);
    expect(await announced(threadId)).toEqual([
      'comment.made',
      'comment.made',
      'thread.resolved',
      'comment.made',
      'thread.reopened',
    ]);
  });

  it('is not resolved by anybody else', async () => {
    const { page, noor } = await aPageToTalkOf();
    const threadId = await aThread(noor, page);
    const stranger = await aVisitor();
    await expect(resolveThread(stranger, threadId)).rejects.toThrow(Forbidden);
    await resolveThread(noor, threadId);
    await expect(reopenThread(stranger, threadId)).rejects.toThrow(Forbidden);
  });

  it('keeps the place of a comment that its writer deleted', async () => {
    const { page, noor, writer, talk } = await aPageToTalkOf();
    const threadId = await aThread(noor, page);
    await reply(writer, { threadId, body: 'Yes.' });
    const [first] = (await onlyThread(talk)).comments;
    const commentId = first?.id ?? '';
    await expect(deleteComment(writer, commentId)).rejects.toThrow(Forbidden);
    await expect(editComment(writer, { commentId, body: 'x' })).rejects.toThrow(Forbidden);
    await editComment(noor, { commentId, body: 'Is one week enough?' });
    await deleteComment(noor, commentId);
    expect((await onlyThread(talk)).comments).toMatchObject([
      { isDeleted: true, body: '' },
      { isDeleted: false, body: 'Yes.' },
    ]);
    const late = await editComment(noor, { commentId, body: 'Back.' });
    expect(late).toEqual({ ok: false, reason: 'deleted' });
    await expect(
      db.pageComment.update({ where: { id: commentId }, data: { body: 'Back.' } }),
    ).rejects.toThrow(/comment_says_something/);
  });

  it('is listed with the resolved ones, in parts', async () => {
    const { space, page, noor } = await aPageToTalkOf();
    for (let number = 0; number < 21; number++) await aThread(noor, page);
    const read = (await getPage(noor, space.slug, 'drift')) ?? expect.fail('gone');
    const first = await listThreads(noor, read);
    expect(first.items).toHaveLength(20);
    const second = await listThreads(noor, read, first.nextCursor ?? undefined);
    expect(second.items).toHaveLength(1);
    expect(second.nextCursor).toBeNull();
  });
});

describe('who hears of it', () => {
  it('are people it speaks to, by their handles, and those who follow the page', async () => {
    const { page, noor, writer, talk } = await aPageToTalkOf();
    const mira = await contextOf(await aPerson('Mira'));
    const follower = await contextOf(await aPerson('Fay'));
    await followPage(follower, page.id, true);
    await followPage(follower, page.id, true);
    const body = `@${mira.actor.handle} and @nobody-here, is this so?`;
    const threadId = await aThread(noor, page, { body });
    expect(await listPageNews(mira)).toMatchObject([
      { kind: 'mention', who: 'Noor', id: threadId },
    ]);
    expect(await listPageNews(follower)).toMatchObject([
      { kind: 'comment', words: body },
      { kind: 'revision' },
    ]);
    expect(await listPageNews(noor)).toEqual([]);
    const fact = await db.outboxEvent.findFirstOrThrow({
      where: { name: 'comment.made' },
      orderBy: { id: 'desc' },
    });
    expect(fact.payload).toMatchObject({ mentionedIds: [mira.actor.personId] });
    expect((await talk(follower)).isFollowed).toBe(true);
    await followPage(follower, page.id, false);
    expect((await talk(follower)).isFollowed).toBe(false);
    const later = { ...mira, now: new Date(NOON.getTime() + 20 * 86_400_000) };
    expect(await listPageNews(later)).toEqual([]);
    await anEdit(writer, page, TEXT);
  });

  it('see which edits they have not read, until they have', async () => {
    const { page, writer } = await aPageToTalkOf();
    const follower = await contextOf(await aPerson('Fay'));
    await followPage(follower, page.id, true);
    await countReading(follower, page.id, 1);
    expect(await listPageNews(follower)).toMatchObject([{ isUnread: false }]);
    await anEdit(writer, page, `${TEXT}\nMore.\n`);
    expect(await listPageNews(follower)).toMatchObject([{ isUnread: true }]);
    await countReading(follower, page.id, 2);
    expect(await listPageNews(follower)).toMatchObject([{ isUnread: false }]);
  });
});

describe('two who answer at once', () => {
  it('are both heard', async () => {
    const { page, noor, writer, talk } = await aPageToTalkOf();
    const threadId = await aThread(noor, page);
    await resolveThread(writer, threadId);
    await Promise.all([
      reply(noor, { threadId, body: 'One.' }),
      reply(writer, { threadId, body: 'Two.' }),
    ]);
    expect((await onlyThread(talk)).comments).toHaveLength(3);
  });
});
