import { beforeEach, describe, expect, it } from 'vitest';
import { indexFacts, rebuildIndex } from '@/features/search/indexing/commands';
import { search, suggest } from '@/features/search/queries';
import { searchInput } from '@/features/search/schema';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { emptyDatabase } from '../support/database';
import { aPerson, aSquad, aTribe, contextOf, NOON, somePeople } from '../support/org';

const system = systemContext(NOON);
const find = (q: string, options: Record<string, string> = {}) =>
  search(system, searchInput.parse({ q, ...options }));
const titles = async (q: string) => (await find(q)).hits.map(({ title }) => title);

beforeEach(() => emptyDatabase());

describe('search', () => {
  it('finds people and units by name, by beginnings and through a slip of the finger', async () => {
    const tribe = await aTribe('Discovery');
    await aSquad('Radio Flow', { within: tribe, purpose: 'Endless listening from one song.' });
    await aPerson('Chiara Moretti', { skills: ['calibration'] });
    await rebuildIndex(system);

    expect(await titles('radio')).toContain('Radio Flow');
    expect(await titles('rad')).toContain('Radio Flow');
    expect(await titles('endless song')).toContain('Radio Flow');
    expect(await titles('Chiara Moreti')).toContain('Chiara Moretti');
    expect(await titles('Discvery')).toContain('Discovery');
    expect(await titles('xylophone')).toEqual([]);
  });

  it('a changed name is found under the new one only, once the fact is handled', async () => {
    const squad = await aSquad('Old Harbour');
    await rebuildIndex(system);
    await db.orgUnit.update({ where: { id: squad.id }, data: { name: 'New Quay' } });
    const fact = { name: 'unit.changed', payload: { unitId: squad.id } };
    await indexFacts(system, [fact]);
    await indexFacts(system, [fact]);

    expect(await titles('quay')).toEqual(['New Quay']);
    expect(await titles('harbour')).toEqual([]);
  });

  it('what no longer exists leaves the index', async () => {
    await aPerson('Ada Lind');
    await rebuildIndex(system);
    await db.searchEntry.create({
      data: {
        kind: 'page',
        subjectId: 'gone',
        title: 'Ada was here',
        address: '/wiki/gone',
        changedAt: NOON,
        indexedAt: NOON,
      },
    });
    await indexFacts(system, [{ name: 'page.archived', payload: { pageId: 'gone' } }]);
    expect(await titles('ada')).toEqual(['Ada Lind']);
  });

  it('passages show what matched, and markup in a text stays text', async () => {
    await aSquad('Signals', {
      purpose: 'Finds <script>alert(1)</script> drift before listeners do.',
    });
    await rebuildIndex(system);
    const { hits } = await find('drift');
    const passage = hits[0]?.passage ?? [];
    expect(passage.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['drift']);
    expect(passage.map(({ text }) => text).join('')).toContain('‹script›');
  });

  it('counts each kind, narrows to one, and goes on page by page without repeating', async () => {
    await somePeople(45, 'Walker');
    await aSquad('Walkers');
    await rebuildIndex(system);
    const { facets, total } = await find('walker');
    expect(total).toBe(46);
    expect(facets.kinds).toEqual([
      { value: 'person', count: 45 },
      { value: 'unit', count: 1 },
    ]);

    const seen: string[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page = await find('walker', { kind: 'person', after: String(after) });
      seen.push(...page.hits.map(({ address }) => address));
      after = page.nextAfter;
    }
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });

  it.each(['"', "'", ':*', '!', 'a & | b', '((', '%_\\', '\u0000x', 'or or', '-'])(
    'the query %j is answered, not refused',
    async (q) => {
      await aSquad('Radio');
      await rebuildIndex(system);
      await expect(find(q)).resolves.toHaveProperty('hits');
      await expect(suggest(system, searchInput.parse({ q }))).resolves.toHaveProperty('hits');
    },
  );

  it('a person may search but not rebuild the index', async () => {
    const context = await contextOf(await aPerson('Bram'));
    await expect(suggest(context, { q: 'bram' })).resolves.toMatchObject({ hits: [] });
    await expect(rebuildIndex(context)).rejects.toBeInstanceOf(Forbidden);
  });
});
