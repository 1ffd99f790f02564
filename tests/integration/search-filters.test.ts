import { beforeEach, describe, expect, it } from 'vitest';
import { indexFacts, rebuildIndex } from '@/features/search/indexing/commands';
import { search } from '@/features/search/queries';
import { searchInput } from '@/features/search/schema';
import { type Context, systemContext } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { emptyDatabase } from '../support/database';
import { aGuild, aMemberOf, aPerson, aSquad, aTribe, contextOf, NOON } from '../support/org';
import { aTechnique } from '../support/techniques';
import { aPage, aSpace, aSpaceWithWriter } from '../support/wiki';

const system = systemContext(NOON);
const find = (q: string, options: Record<string, string> = {}, context: Context = system) =>
  search(context, searchInput.parse({ q, ...options }));
const titles = async (...asked: Parameters<typeof find>) =>
  (await find(...asked)).hits.map(({ title }) => title);

type Entry = Partial<NonNullable<Parameters<typeof db.searchEntry.create>[0]>['data']>;

/** An entry as a source would have given it. */
async function anEntry(title: string, traits: Entry = {}) {
  await db.searchEntry.create({
    data: {
      kind: 'page',
      subjectId: title.replaceAll(' ', '-'),
      title,
      address: `/wiki/${encodeURIComponent(title)}`,
      changedAt: NOON,
      indexedAt: NOON,
      ...traits,
    } as Parameters<typeof db.searchEntry.create>[0]['data'],
  });
}

const hideFrom = (title: string, audience: string[] | null) =>
  db.$executeRaw`UPDATE "SearchEntry" SET audience = ${audience} WHERE title = ${title}`;

beforeEach(() => emptyDatabase());

describe('who finds what', () => {
  it('an entry for some is found by them and counted for nobody else', async () => {
    const squad = await aSquad('Harbour');
    const inside = await contextOf(await aMemberOf(squad, 'Ines'));
    const named = await aPerson('Noor');
    const outside = await contextOf(await aPerson('Olaf'));
    await anEntry('Open drift notes');
    await anEntry('Half a thought on drift');
    await hideFrom('Open drift notes', null);
    await hideFrom('Half a thought on drift', [squad.id, named.id]);

    expect(await titles('drift', {}, inside)).toHaveLength(2);
    expect(await titles('drift', {}, await contextOf(named))).toHaveLength(2);
    const seen = await find('drift', {}, outside);
    expect(seen.hits.map(({ title }) => title)).toEqual(['Open drift notes']);
    expect(seen.facets.kinds).toEqual([{ value: 'page', count: 1 }]);
    expect(await titles('thougth', {}, outside)).toEqual([]);
  });

  it('a subject whose source names an audience is hidden the moment it is indexed', async () => {
    await anEntry('Open', {});
    await hideFrom('Open', []);
    const reader = await contextOf(await aPerson('Rita'));
    expect(await titles('open', {}, reader)).toEqual([]);
  });
});

describe('facets', () => {
  it('each counts under the filters of the others, and the chosen one keeps its alternatives', async () => {
    const guild = await aGuild('Ranking Guild');
    const tribe = await aTribe('Discovery');
    const [radio, home] = [
      await aSquad('Radio', { within: tribe }),
      await aSquad('Home', { within: tribe }),
    ];
    await aTechnique(radio, 'Drift alarms');
    await aTechnique(home, 'Drift replay');
    const space = await aSpace('handbook', { of: guild });
    const writer = await contextOf(await aMemberOf(guild, 'Wren'));
    await aPage(writer, space, 'drift', '# Drift\n\nWhat we know.\n');
    await rebuildIndex(system);

    const all = await find('drift');
    expect(all.facets.kinds).toEqual([
      { value: 'technique', count: 2 },
      { value: 'page', count: 1 },
    ]);
    expect(all.facets.squads.map(({ name, count }) => [name, count])).toEqual([
      ['Home', 1],
      ['Radio', 1],
    ]);
    expect(all.facets.guilds).toEqual([{ slug: guild.slug, name: 'Ranking Guild', count: 1 }]);

    const ofRadio = await find('drift', { squad: radio.slug });
    expect(ofRadio.hits.map(({ title }) => title)).toEqual(['Drift alarms']);
    expect(ofRadio.facets.kinds).toEqual([{ value: 'technique', count: 1 }]);
    expect(ofRadio.facets.squads).toHaveLength(2);
    expect(await titles('drift', { guild: guild.slug })).toEqual(['Drift']);
    expect(await titles('drift', { guild: guild.slug, kind: 'technique' })).toEqual([]);
  });

  it('freshness and time are judged when somebody looks', async () => {
    const today = dayOf(NOON);
    await anEntry('Drift checked', { verifiedAt: NOON, reviewDueOn: addDays(today, 40) });
    await anEntry('Drift due', { verifiedAt: addDays(NOON, -90), reviewDueOn: today });
    await anEntry('Drift overdue', { verifiedAt: NOON, reviewDueOn: addDays(today, -31) });
    await anEntry('Drift gone', { isObsolete: true, changedAt: addDays(NOON, -400) });
    await db.$executeRaw`UPDATE "SearchEntry" SET audience = NULL`;

    const { facets } = await find('drift');
    expect(facets.freshness).toEqual([
      { value: 'fresh', count: 1 },
      { value: 'due', count: 1 },
      { value: 'overdue', count: 1 },
      { value: 'obsolete', count: 1 },
    ]);
    expect(await titles('drift', { freshness: 'overdue' })).toEqual(['Drift overdue']);
    expect(await titles('drift', { changed: 'year' })).not.toContain('Drift gone');
    expect(facets.periods).toContainEqual({ value: 'year', count: 3 });
  });
});

describe('a word that very many texts carry', () => {
  beforeEach(async () => {
    await db.$executeRaw`
      INSERT INTO "SearchEntry" (kind, "subjectId", title, body, address, "changedAt", "indexedAt")
      SELECT 'page', 'p' || i, 'Notes ' || i, 'What drift did.', '/wiki/' || i, ${NOON}, ${NOON} FROM generate_series(1, 2010) i`;
    await anEntry('Seeing drift');
    await anEntry('A squad on drift', { kind: 'unit' });
    await db.$executeRaw`UPDATE "SearchEntry" SET audience = NULL`;
  });

  it('is ranked and counted as far as that is quick, titles first, and the result says so', async () => {
    const { hits, total, isMore } = await find('drift');
    expect(isMore).toBe(true);
    expect(total).toBe(2000);
    expect(
      hits
        .slice(0, 2)
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual(['A squad on drift', 'Seeing drift']);
    expect((await find('seeing')).isMore).toBe(false);
  });

  it('is found in full under a filter', async () => {
    await db.$executeRaw`UPDATE "SearchEntry" SET kind = 'talk', title = 'Late notes' WHERE "subjectId" = 'p2010'`;
    expect(await titles('drift', { kind: 'talk' })).toEqual(['Late notes']);
  });
});

describe('what a hit shows', () => {
  it('leads to the section that answers, and takes the passage from it', async () => {
    const { space, writer } = await aSpaceWithWriter();
    const page = await aPage(
      writer,
      space,
      'serving',
      '# Serving\n\nGeneral words.\n\n## Caching scores\n\nKeep them for a minute.\n\n## Rolling back\n\nPoint the alias at the older artefact.\n',
    );
    await indexFacts(system, [{ name: 'page.revised', payload: { pageId: page.id } }]);
    const { hits } = await find('artefact alias');
    expect(hits[0]?.section).toMatchObject({ heading: 'Rolling back' });
    expect(hits[0]?.section?.address).toMatch(/serving#rolling-back$/);
    expect(hits[0]?.passage.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual([
      'alias',
      'artefact',
    ]);
  });

  it('of two that fit alike, the one in production in more squads stands first', async () => {
    await anEntry('Bandit alpha', { kind: 'technique', squadsUsing: 0 });
    await anEntry('Bandit gamma', { kind: 'technique', squadsUsing: 4 });
    await db.$executeRaw`UPDATE "SearchEntry" SET audience = NULL`;
    expect((await titles('bandit'))[0]).toBe('Bandit gamma');
  });
});

describe('what was meant', () => {
  it('a slip in a word of a text finds what the word finds, and the word is proposed', async () => {
    const { space, writer } = await aSpaceWithWriter();
    await aPage(writer, space, 'a', '# Thresholds\n\nRecalibrate the propensity scores.\n');
    await rebuildIndex(system);
    const { hits, didYouMean } = await find('propensty');
    expect(hits.map(({ title }) => title)).toEqual(['Thresholds']);
    expect(didYouMean).toBe('propensity');
  });

  it('a synonym of the list finds what only says the other word', async () => {
    await anEntry('Predicting click-through rate');
    await db.$executeRaw`UPDATE "SearchEntry" SET audience = NULL`;
    expect(await titles('CTR')).toEqual([]);
    await db.searchSynonym.create({
      data: { terms: ['CTR', 'click-through rate'], createdAt: NOON, updatedAt: NOON },
    });
    expect(await titles('ctr')).toEqual(['Predicting click-through rate']);
  });
});
