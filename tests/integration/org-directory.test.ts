import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asOf } from '@/features/org/as-of';
import { searchDirectory } from '@/features/org/directory/instant/queries';
import { listPeople } from '@/features/org/directory/queries';
import { directoryQuery } from '@/features/org/people/schema';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import {
  aChapter,
  aGuild,
  aMemberOf,
  aMembership,
  aPerson,
  aSquad,
  aTribe,
  aVisitor,
  NOON,
} from '../support/org';

// One connection, so that what it has counted about its own scans can be read back.
vi.hoisted(() => {
  process.env.DATABASE_POOL_SIZE = '1';
});

const PEOPLE = 10_000;
const firstNames = ['Annabelle', 'Sophie', 'Bastian', 'Yara', 'Gideon', 'Maëlle', 'Søren', 'Kwame'];
const lastNames = ['Konstantinou', 'Kroll', 'Montebla', 'Salumets', 'Okafor', 'Nakamura', 'Haddad'];

let visitor: Context;
const today = asOf(undefined, NOON);
const people = async (query: object, on = today) =>
  (await listPeople(visitor, on, directoryQuery.parse(query))).items.map(({ name }) => name);
const hits = async (text: string) => (await searchDirectory(visitor, text)).map(({ name }) => name);

beforeAll(async () => {
  visitor = await aVisitor();
  await db.$executeRaw`
    INSERT INTO "Person" (id, handle, name, headline, skills, "updatedAt")
    SELECT 'crowd-' || i, 'crowd-' || i,
      (${firstNames}::text[])[1 + i % 8] || ' ' || (${lastNames}::text[])[1 + (i / 8) % 7] || ' ' || to_hex(i * 7919),
      'Engineer', ARRAY['crowd'], now()
    FROM generate_series(1, ${PEOPLE}::int) i`;
  const tribe = await aTribe('Discovery');
  const radio = await aSquad('Radio waves', { within: tribe });
  const chapter = await aChapter('Ranking craft', { within: tribe });
  const guild = await aGuild('Machine learning');
  const lourdes = await aMemberOf(radio, 'Lourdes Piñeiro');
  await aMembership(lourdes, chapter);
  await aMembership(lourdes, guild);
  await db.person.update({ where: { id: lourdes.id }, data: { skills: ['counterfactuals'] } });
  await aPerson('John Wickstrom');
  await aPerson('Zebulon Gone', { startedOn: '2024-01-01', leftOn: '2025-01-01' });
  await db.$executeRaw`ANALYZE`;
});

describe('finding somebody among ten thousand people', () => {
  it.each([
    ['lourdes', 'Lourdes Piñeiro', 'the first name'],
    ['pineiro', 'Lourdes Piñeiro', 'the last name without its accents'],
    ['piñeiro lour', 'Lourdes Piñeiro', 'both, the wrong way round and unfinished'],
    ['lourdse', 'Lourdes Piñeiro', 'two letters swapped'],
    ['lurdes', 'Lourdes Piñeiro', 'a letter left out'],
    ['jhon wick', 'John Wickstrom', 'a short name with two letters swapped'],
    ['radio wavs', 'Radio waves', 'a squad with a letter left out'],
  ])('“%s” finds %s: %s', async (typed, name) => {
    expect((await hits(typed))[0]).toBe(name);
  });

  it('finds nothing for nothing, for signs, and for what nobody is called', async () => {
    for (const typed of ['', '   ', '%', "'; drop table", 'xqzzvw']) {
      expect(await hits(typed)).toEqual([]);
    }
  });

  it('leaves out who has left', async () => {
    expect(await hits('zebulon')).toEqual([]);
  });

  it('can be asked for people or for squads only', async () => {
    const kinds = async (only: ('PERSON' | 'SQUAD')[]) =>
      new Set((await searchDirectory(visitor, 'ra', only)).map(({ kind }) => kind));
    expect(await kinds(['SQUAD'])).toEqual(new Set(['SQUAD']));
    expect((await searchDirectory(visitor, 'annabelle', ['SQUAD'])).length).toBe(0);
  });

  it('reads the trigram index and never walks through all people', async () => {
    await hits('konstantinou');
    const before = await scans();
    await hits('konstantinou');
    await hits('jhon');
    await people({ text: 'counterfactuals' });
    await people({ text: 'sophie kroll' });
    const after = await scans();
    expect(after.bySequence).toBe(before.bySequence);
    expect(after.byNameIndex).toBeGreaterThan(before.byNameIndex);
    expect(after.byWordsIndex).toBeGreaterThan(before.byWordsIndex);
  });
});

describe('the directory', () => {
  it('narrows down by tribe, squad, chapter, guild, skill and words', async () => {
    const squad = await db.orgUnit.findFirstOrThrow({ where: { name: 'Radio waves' } });
    const unit = async (name: string) =>
      (await db.orgUnit.findFirstOrThrow({ where: { name } })).slug;
    const lourdes = ['Lourdes Piñeiro'];
    expect(await people({ squad: squad.slug })).toEqual(lourdes);
    expect(await people({ tribe: await unit('Discovery') })).toEqual(lourdes);
    expect(await people({ chapter: await unit('Ranking craft') })).toEqual(lourdes);
    expect(await people({ guild: await unit('Machine learning') })).toEqual(lourdes);
    expect(await people({ skill: 'counterfactuals' })).toEqual(lourdes);
    expect(await people({ text: 'lurdes pineiro' })).toEqual(lourdes);
    expect(await people({ squad: squad.slug, skill: 'crowd' })).toEqual([]);
  });

  it('of a past day holds who was here then, and where', async () => {
    expect(await people({ text: 'zebulon' })).toEqual([]);
    expect(await people({ text: 'zebulon' }, asOf('2024-06-01', NOON))).toEqual(['Zebulon Gone']);
    expect(await people({ text: 'zebulon' }, asOf('2023-06-01', NOON))).toEqual([]);
  });

  it('leads from page to page without leaving out or repeating anybody', async () => {
    const seen = new Set<string>();
    let after: string | undefined;
    for (let pages = 0; pages < 5; pages++) {
      const page = await listPeople(
        visitor,
        today,
        directoryQuery.parse({ skill: 'crowd' }),
        after,
      );
      for (const { id } of page.items) seen.add(id);
      after = page.nextCursor ?? undefined;
    }
    expect(seen.size).toBe(250);
  });
});

type Scans = { bySequence: number; byNameIndex: number; byWordsIndex: number };

async function scans(): Promise<Scans> {
  await db.$queryRaw`SELECT pg_stat_force_next_flush()::text AS done`;
  const [row] = await db.$queryRaw<[Scans]>`
    SELECT (SELECT seq_scan::int FROM pg_stat_user_tables WHERE relname = 'Person') AS "bySequence",
      (SELECT idx_scan::int FROM pg_stat_user_indexes WHERE indexrelname = 'person_plain_name_trgm') AS "byNameIndex",
      (SELECT idx_scan::int FROM pg_stat_user_indexes WHERE indexrelname = 'person_words_trgm') AS "byWordsIndex"`;
  return row;
}
