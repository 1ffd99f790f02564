import { beforeEach, describe, expect, it } from 'vitest';
import { archivePage } from '@/features/wiki/commands';
import { chosenIn } from '@/features/wiki/facets/facets';
import { countFacets, listFacetPages } from '@/features/wiki/facets/queries';
import { freshnessOf } from '@/features/wiki/reviews/freshness';
import { readStanding, type StandingJson } from '@/features/wiki/reviews/read-review';
import { freshnessSql, STANDING } from '@/features/wiki/reviews/statement';
import { dayOf, formatDay } from '@/foundation/days';
import { pool } from '@/foundation/db';
import { emptyDatabase } from '../support/database';
import { aGuild, aMemberOf, aSquad, contextOf } from '../support/org';
import { aPage, aSpace } from '../support/wiki';

beforeEach(() => emptyDatabase());

async function aShelf() {
  const guild = await aGuild('Ranking');
  const squad = await aSquad('Radio');
  const space = await aSpace('ml', { of: guild });
  const other = await aSpace('other', { of: guild });
  const lead = await contextOf(
    await aMemberOf(guild, 'Lena', { role: 'LEAD', source: 'ADMINISTRATOR' }),
  );
  await aPage(lead, space, 'a', '# A\n', { kind: 'HOW_TO', ownerUnitId: squad.id });
  await aPage(lead, space, 'b', '# B\n', { kind: 'LESSONS_LEARNED' });
  await aPage(lead, other, 'c', '# C\n', { kind: 'HOW_TO' });
  await aPage(lead, space, 'draft', '# Draft\n', { isDraft: true });
  const gone = await aPage(lead, space, 'gone', '# Gone\n');
  await archivePage(lead, gone.id);
  return { guild, squad, space, lead };
}

const titles = ({ items }: { items: { title: string }[] }) => items.map(({ title }) => title);

describe('pages by kind, keeper and freshness', () => {
  it('are counted and listed in one space and in all, without drafts and the archive', async () => {
    const { lead, space, squad, guild } = await aShelf();
    const facets = await countFacets(lead, chosenIn({}));
    expect(facets).toMatchObject({
      kind: [
        { value: 'lessons-learned', count: 1 },
        { value: 'how-to', count: 2 },
      ],
      unit: [
        { value: guild.slug, count: 2 },
        { value: squad.slug, count: 1 },
      ],
      freshness: [
        { value: 'never-verified', count: 2 },
        { value: 'record', count: 1 },
      ],
    });
    const howTo = chosenIn({ kind: 'how-to' });
    expect(titles(await listFacetPages(lead, howTo, {}))).toEqual(['A', 'C']);
    const within = { spaceId: space.id };
    expect(titles(await listFacetPages(lead, howTo, within))).toEqual(['A']);
    const ofSquad = chosenIn({ unit: squad.slug, freshness: 'never-verified' });
    expect(titles(await listFacetPages(lead, ofSquad, {}))).toEqual(['A']);
    expect(titles(await listFacetPages(lead, chosenIn({ unit: 'nobody' }), {}))).toEqual([]);
  });

  it('come in parts, each beginning where the last ended', async () => {
    const { lead, space } = await aShelf();
    for (let number = 0; number < 52; number++) await aPage(lead, space, `p${number}`, '# Same\n');
    const chosen = chosenIn({ kind: 'how-to' });
    const first = await listFacetPages(lead, chosen, {});
    expect(first.items).toHaveLength(50);
    const second = await listFacetPages(lead, chosen, { after: first.nextCursor ?? undefined });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(54);
    expect(second.nextCursor).toBeNull();
  });

  it('have the freshness that the rule gives them, whatever is recorded', async () => {
    const { lead, space } = await aShelf();
    const today = dayOf(lead.now);
    const ago = (days: number | null) =>
      days === null ? null : formatDay(new Date(today.getTime() - days * 86_400_000));
    const kinds = ['HOW_TO', 'LESSONS_LEARNED'] as const;
    for (const kind of kinds)
      for (const checked of [null, 40])
        for (const due of [null, -5, 0, 30, 31])
          for (const doubted of [null, 0, 31])
            for (const isObsolete of [false, true]) {
              const name = [kind, checked, due, doubted, isObsolete].map(String).join('_');
              const page = await aPage(lead, space, name, '# P\n', { kind });
              await pool.query(
                `INSERT INTO "PageStanding" ("pageId", "checkedAt", "nextDueOn", "dueSince", "isObsolete")
                 VALUES ($1, $2::date, $3::date, $4::date, $5)`,
                [
                  page.id,
                  ago(checked),
                  checked === null ? null : ago(due),
                  ago(doubted),
                  isObsolete,
                ],
              );
            }
    const { rows } = await pool.query<{ path: string; standing: StandingJson; freshness: string }>(
      `SELECT p.path, ${STANDING} AS standing, ${freshnessSql('$1')} AS freshness
         FROM "WikiPage" p LEFT JOIN "PageStanding" st ON st."pageId" = p.id`,
      [formatDay(today)],
    );
    expect(rows.length).toBeGreaterThan(100);
    for (const { path, standing, freshness } of rows) {
      expect(freshness, path).toBe(freshnessOf(readStanding(standing), today));
    }
  });
});
