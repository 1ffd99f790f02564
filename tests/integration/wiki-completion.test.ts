import { expect, it } from 'vitest';
import { archivePage } from '@/features/wiki/commands';
import { completeWikiLink } from '@/features/wiki/completing/queries';
import { db } from '@/foundation/db';
import { aGuild, aMemberOf, contextOf } from '../support/org';
import { aPage, aSpace } from '../support/wiki';

it('a wiki link is completed by titles near to what is typed, own space first, and never by drafts or the archive', async () => {
  const guild = await aGuild();
  const lead = await contextOf(
    await aMemberOf(guild, 'Lena', { role: 'LEAD', source: 'ADMINISTRATOR' }),
  );
  const ml = await aSpace('ml', { of: guild });
  const data = await aSpace('data', { of: guild });
  await aPage(lead, data, 'drift', '# Drift monitoring\n');
  await aPage(lead, ml, 'eval/drift', '# Watching drift\n');
  await aPage(lead, ml, 'secret', '# Drift in secret\n', { isDraft: true });
  const gone = await aPage(lead, ml, 'gone', '# Drift that is gone\n');
  await archivePage(lead, gone.id);
  const complete = async (typed: string, spaceSlug = 'ml') =>
    (await completeWikiLink(lead, { spaceSlug, typed })).map(({ target }) => target);

  expect(await complete('drift')).toEqual(['eval/drift', 'data/drift']);
  expect(await complete('drift', 'data')).toEqual(['drift', 'ml/eval/drift']);
  expect(await complete('dr')).toEqual(['data/drift']);
  expect(await complete('monitorng')).toEqual(['data/drift']);
  expect(await complete('100%')).toEqual([]);
  expect(await complete('')).toEqual(['eval/drift']);
});

it('many pages are completed by the index of their titles', async () => {
  const guild = await aGuild();
  const space = await aSpace('many', { of: guild });
  await db.$executeRaw`
    INSERT INTO "WikiPage" (id, "spaceId", path, title, kind, "createdAt", "publishedAt", "editedAt")
    SELECT 'many' || n, ${space.id}, 'p' || n, md5(n::text), 'HOW_TO', now(), now(), now()
      FROM generate_series(1, 20000) n`;
  await db.$executeRaw`ANALYZE "WikiPage"`;
  const plan = await db.$queryRaw<{ 'QUERY PLAN': string }[]>`
    EXPLAIN SELECT p.id FROM "WikiPage" p
     WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
       AND (plain_text(p.title) LIKE '%' || plain_text('drift') || '%' OR plain_text('drift') <% plain_text(p.title))`;
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('wiki_page_title_trgm');
});
