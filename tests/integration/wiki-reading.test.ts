import { describe, expect, it } from 'vitest';
import { archivePage } from '@/features/wiki/commands';
import { countReading, dropOldReadings, forgetReadings } from '@/features/wiki/reading/commands';
import { listRecentlyRead } from '@/features/wiki/reading/queries';
import { type Context, systemContext } from '@/foundation/context';
import { addDays } from '@/foundation/days';
import { db } from '@/foundation/db';
import { atTheSameMoment } from '../support/concurrency';
import { anAdministrator, aPerson, contextOf, NOON } from '../support/org';
import { aPage, aSpaceWithWriter } from '../support/wiki';

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
    for (const minutes of [0, 1, 30, 60]) await countReading(at(rosa, minutes), page.id);
    await countReading(at(sven, 5), page.id);
    expect(await totals(page.id)).toEqual([{ reads: 2 }]);
    await countReading(at(rosa, 24 * 60), page.id);
    expect(await totals(page.id)).toEqual([{ reads: 2 }, { reads: 1 }]);
  });

  it('loses no count when two read it at the same moment', async () => {
    const { page, rosa, sven } = await aReadPage();
    await atTheSameMoment(
      'ReadingTotal',
      () => countReading(rosa, page.id),
      () => countReading(sven, page.id),
    );
    expect(await totals(page.id)).toEqual([{ reads: 2 }]);
  });

  it('is counted without a trace of who read it: a total, and a mark that the next day forgets', async () => {
    const { page, rosa } = await aReadPage();
    await countReading(rosa, page.id);
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
    await expect(countReading(rosa, 'no-such-page')).resolves.toBeUndefined();
  });
});

describe('what somebody read', () => {
  it('is shown to them, the latest first, and to nobody else, not even an administrator', async () => {
    const { page, space, writer, rosa, sven } = await aReadPage();
    const other = await aPage(writer, space, 'skew');
    await countReading(rosa, page.id);
    await countReading(at(rosa, 1), other.id);
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
    await countReading(rosa, page.id);
    await countReading(sven, page.id);
    await forgetReadings(rosa);
    expect(await listRecentlyRead(rosa, rosa.actor.personId as string, 10)).toEqual([]);
    expect(await listRecentlyRead(sven, sven.actor.personId as string, 10)).toHaveLength(1);
    expect(await totals(page.id)).toEqual([{ reads: 2 }]);
  });
});
