import { describe, expect, it } from 'vitest';
import { archivePage } from '@/features/wiki/commands';
import { followPage } from '@/features/wiki/comments/following/commands';
import { countReading, dropOldReadings, forgetReadings } from '@/features/wiki/reading/commands';
import { listRecentlyRead } from '@/features/wiki/reading/queries';
import { changeSinceReading, listFollowed } from '@/features/wiki/reading/since/queries';
import { type Context, systemContext } from '@/foundation/context';
import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import { ask } from '@/foundation/questions';
import { atTheSameMoment } from '../support/concurrency';
import { anAdministrator, aPerson, contextOf, NOON } from '../support/org';
import { anEdit, aPage, aSpaceWithWriter } from '../support/wiki';

const at = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  now: new Date(NOON.getTime() + minutes * 60_000),
});

const totals = (pageId: string) =>
  db.readingTotal.findMany({ where: { pageId }, orderBy: { day: 'asc' }, select: { reads: true } });

async function aReadPage() {
  const { space, writer } = await aSpaceWithWriter();
  const page = await aPage(writer, space, 'drift');
  const [rosa, sven] = [
    await contextOf(await aPerson('Rosa')),
    await contextOf(await aPerson('Sven')),
  ];
  return { space, writer, page, rosa, sven };
}

describe('a page that is read', () => {
  it('is counted once a reader and day, however often they come back', async () => {
    const { page, rosa, sven } = await aReadPage();
    for (const minutes of [0, 1, 30, 60]) await countReading(at(rosa, minutes), page.id, 1);
    await countReading(at(sven, 5), page.id, 1);
    expect(await totals(page.id)).toEqual([{ reads: 2 }]);
    await countReading(at(rosa, 24 * 60), page.id, 1);
    expect(await totals(page.id)).toEqual([{ reads: 2 }, { reads: 1 }]);
  });

  it('loses no count when two read it at the same moment', async () => {
    const { page, rosa, sven } = await aReadPage();
    await atTheSameMoment(
      'ReadingTotal',
      () => countReading(rosa, page.id, 1),
      () => countReading(sven, page.id, 1),
    );
    expect(await totals(page.id)).toEqual([{ reads: 2 }]);
  });

  it('is counted without a trace of who read it: a total, and a mark that the next day forgets', async () => {
    const { page, rosa } = await aReadPage();
    await countReading(rosa, page.id, 1);
    const rows = [...(await db.readingTotal.findMany()), ...(await db.readingMark.findMany())];
    expect(JSON.stringify(rows)).not.toContain(rosa.actor.personId);
    const marks = await db.readingMark.findMany();
    expect(marks.every(({ mark }) => !mark.includes(page.id))).toBe(true);
    await dropOldReadings(systemContext(addDays(NOON, 1)));
    expect(await db.readingMark.count({ where: { day: { lt: addDays(NOON, 1) } } })).toBe(0);
    expect(await totals(page.id)).toHaveLength(1);
  });

  it('troubles nobody when it cannot be counted', async () => {
    const { rosa } = await aReadPage();
    await expect(countReading(rosa, 'no-such-page', 1)).resolves.toBeUndefined();
  });
});

describe('what somebody read', () => {
  it('is shown to them, the latest first, and to nobody else, not even an administrator', async () => {
    const { page, space, writer, rosa, sven } = await aReadPage();
    const other = await aPage(writer, space, 'skew');
    await countReading(rosa, page.id, 1);
    await countReading(at(rosa, 1), other.id, 1);
    const rosaId = rosa.actor.personId as string;
    const own = await listRecentlyRead(rosa, rosaId, 10);
    expect(own.map(({ path }) => path)).toEqual(['skew', 'drift']);
    for (const reader of [sven, await anAdministrator(), systemContext(NOON)]) {
      expect(await listRecentlyRead(reader, rosaId, 10)).toEqual([]);
    }
    await archivePage(await anAdministrator(), other.id);
    expect((await listRecentlyRead(rosa, rosaId, 10)).map(({ path }) => path)).toEqual(['drift']);
  });

  it('is forgotten when they say so, and the totals stay', async () => {
    const { page, rosa, sven } = await aReadPage();
    await countReading(rosa, page.id, 1);
    await countReading(sven, page.id, 1);
    await forgetReadings(rosa);
    expect(await listRecentlyRead(rosa, rosa.actor.personId as string, 10)).toEqual([]);
    expect(await listRecentlyRead(sven, sven.actor.personId as string, 10)).toHaveLength(1);
    expect(await totals(page.id)).toEqual([{ reads: 2 }]);
  });
});

describe('a page that somebody follows', () => {
  const unread = async (reader: Context) =>
    (await listFollowed(reader, { limit: 10, onlyUnread: true })).items.map(({ path }) => path);

  it('tells its reader what others changed since they read it, and no other reader', async () => {
    const { page, writer, rosa, sven } = await aReadPage();
    for (const reader of [rosa, sven, writer]) {
      await followPage(reader, page.id, true);
      await countReading(reader, page.id, 1);
    }
    expect(await ask(changeSinceReading(rosa, page.id))).toBeNull();
    await anEdit(at(writer, 1), page, '# drift\n\nAnother text.\n');
    const change = { readNumber: 1, at: at(writer, 1).now, by: writer.actor.name };
    expect(await ask(changeSinceReading(rosa, page.id))).toEqual(change);
    expect(await unread(rosa)).toEqual(['drift']);
    // Read again a moment later, though it was counted already.
    await countReading(at(rosa, 2), page.id, 2);
    expect(await ask(changeSinceReading(rosa, page.id))).toBeNull();
    expect(await unread(rosa)).toEqual([]);
    expect(await unread(sven)).toEqual(['drift']);
    expect(await unread(writer)).toEqual([]);
    for (const other of [await anAdministrator(), systemContext(NOON)]) {
      expect(await unread(other)).toEqual([]);
      expect(await ask(changeSinceReading(other, page.id))).toBeNull();
    }
  });

  it('tells nothing to who does not follow it, nor of what they forgot or cannot find', async () => {
    const { page, writer, rosa, sven } = await aReadPage();
    await countReading(rosa, page.id, 1);
    await followPage(sven, page.id, true);
    await countReading(sven, page.id, 1);
    await anEdit(writer, page, '# drift\n\nAnother text.\n');
    expect(await ask(changeSinceReading(rosa, page.id))).toBeNull();
    await dropOldReadings(systemContext(addDays(NOON, 200)));
    expect(await unread(sven)).toEqual(['drift']);
    await forgetReadings(sven);
    expect(await unread(sven)).toEqual([]);
    await countReading(at(sven, 30), page.id, 1);
    await archivePage(await anAdministrator(), page.id);
    expect(await unread(sven)).toEqual([]);
  });

  it('is in a list by pages, the latest edited first, read or not', async () => {
    const { space, writer, rosa } = await aReadPage();
    const paths = ['one', 'two', 'three'];
    for (const [minutes, path] of paths.entries()) {
      const { id } = await aPage(at(writer, minutes), space, path);
      await followPage(rosa, id, true);
    }
    const first = await listFollowed(rosa, { limit: 2, onlyUnread: false });
    expect(first.items.map(({ path, change }) => [path, change])).toEqual([
      ['three', null],
      ['two', null],
    ]);
    const rest = { limit: 2, onlyUnread: false, after: first.nextCursor ?? '' };
    expect((await listFollowed(rosa, rest)).items.map(({ path }) => path)).toEqual(['one']);
  });
});
