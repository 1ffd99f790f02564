import { beforeEach, describe, expect, it } from 'vitest';
import { archivePage, createPage } from '@/features/wiki/commands';
import { publishPage } from '@/features/wiki/drafts/commands';
import { listMyDrafts } from '@/features/wiki/drafts/queries';
import { getOvertaking, getPageToEdit } from '@/features/wiki/editing/queries';
import { listPagesForSearch } from '@/features/wiki/finding/queries';
import {
  getPageHead,
  getRevision,
  getRevisionPair,
  listRevisions,
} from '@/features/wiki/history/queries';
import { canSeePage, visibleTo } from '@/features/wiki/policy';
import { backlinksOf, getArticle, getPage } from '@/features/wiki/queries';
import { restoreRevision } from '@/features/wiki/revisions/commands';
import {
  getSpace,
  listRecentlyEdited,
  listShelf,
  listSpaces,
} from '@/features/wiki/shelves/queries';
import { getFolder } from '@/features/wiki/surroundings/queries';
import { type Context, systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { NotFound } from '@/foundation/errors';
import { ask } from '@/foundation/questions';
import { emptyDatabase } from '../support/database';
import {
  aGuild,
  aMemberOf,
  anAdministrator,
  aPerson,
  aSquad,
  aVisitor,
  contextOf,
  NOON,
} from '../support/org';
import { anEdit, aPage, aSpace, currentRevision } from '../support/wiki';

beforeEach(() => emptyDatabase());

async function aDraftAndPeople() {
  const guild = await aGuild();
  const squad = await aSquad();
  const space = await aSpace(undefined, { of: guild });
  const author = await contextOf(await aMemberOf(guild, 'Wren'));
  const steward = await aPerson('Stella');
  const traits = { ownerUnitId: squad.id, stewardHandles: [steward.handle], isDraft: true };
  const draft = await aPage(author, space, 'plans', '# Plans\n\nSee [drift](drift.md).\n', traits);
  const seeing: Record<string, Context> = {
    'its author': author,
    'its steward': await contextOf(steward),
    'a lead of those who own the space': await contextOf(
      await aMemberOf(guild, 'Lena', { role: 'LEAD', source: 'ADMINISTRATOR' }),
    ),
    'an administrator': await anAdministrator(),
  };
  const others: Record<string, Context> = {
    'a member of those who own the space': await contextOf(await aMemberOf(guild)),
    'a lead of the squad that will keep it': await contextOf(
      await aMemberOf(squad, 'Lars', { role: 'LEAD' }),
    ),
    'anybody else': await aVisitor(),
  };
  return { guild, squad, space, author, draft, seeing, others };
}

describe('a draft', () => {
  it('is seen by its author, its stewards and the leads of those who own the space, by every way in', async () => {
    const { space, draft, seeing, others } = await aDraftAndPeople();
    const { id: revisionId } = await currentRevision(draft);
    const facts = await db.wikiPage.findUniqueOrThrow({
      where: { id: draft.id },
      include: { stewards: true, space: true },
    });
    for (const [name, ctx] of Object.entries({ ...seeing, ...others })) {
      const sees = name in seeing;
      const rule = canSeePage(ctx.actor, {
        ...facts,
        isDraft: facts.publishedAt === null,
        spaceOwnerUnitId: facts.space.ownerUnitId,
        stewardIds: facts.stewards.map(({ personId }) => personId),
      });
      const ways = {
        rule,
        where: (await db.wikiPage.count({ where: { id: draft.id, ...visibleTo(ctx.actor) } })) > 0,
        page: (await getPage(ctx, space.slug, 'plans')) !== null,
        article: (await getArticle(ctx, revisionId)) !== null,
        editor: (await getPageToEdit(ctx, { spaceSlug: space.slug, path: 'plans' })) !== null,
        overtaking: (await getOvertaking(ctx, draft.id, 1)) !== null,
        history: (await getPageHead(ctx, { spaceSlug: space.slug, path: 'plans' })) !== null,
        revisions: (await listRevisions(ctx, draft.id)).items.length > 0,
        revision: (await getRevision(ctx, draft.id, 1)) !== null,
        comparison: (await getRevisionPair(ctx, draft.id, 1, 1)) !== null,
      };
      const expected = Object.fromEntries(Object.keys(ways).map((way) => [way, sees]));
      expect([name, ways]).toEqual([name, expected]);
    }
  });

  it('does not exist for the commands of those who may not see it', async () => {
    const { draft, others } = await aDraftAndPeople();
    for (const ctx of Object.values(others)) {
      await expect(anEdit(ctx, draft, 'Mine.\n')).rejects.toThrow(NotFound);
      await expect(publishPage(ctx, draft.id)).rejects.toThrow(NotFound);
      await expect(archivePage(ctx, draft.id)).rejects.toThrow(NotFound);
      const restoring = { pageId: draft.id, number: 1, baseNumber: 1 };
      await expect(restoreRevision(ctx, restoring)).rejects.toThrow(NotFound);
    }
  });

  it('is on no shelf, in no list, in no search and behind no link, and nothing is announced of it', async () => {
    const { space, author, draft } = await aDraftAndPeople();
    const drift = await aPage(author, space, 'drift', '# Drift\n\nSee [plans](plans.md).\n');
    await aPage(author, space, 'more/README', '# More\n', { isDraft: true });
    await anEdit(author, draft, '# Plans\n\nSee [drift](drift.md), still.\n');

    expect(await listShelf(author, space.id, '')).toMatchObject({ items: [{ title: 'Drift' }] });
    expect((await listSpaces(author)).items[0]?.pageCount).toBe(1);
    expect((await getSpace(author, space.slug))?.pageCount).toBe(1);
    expect((await getFolder(author, space, 'more')).page).toBeNull();
    const recent = await listRecentlyEdited(author, 10);
    expect(recent.map(({ title }) => title)).toEqual(['Drift']);
    const found = await listPagesForSearch(systemContext(NOON), null, null);
    expect(found.map(({ title }) => title)).toEqual(['Drift']);
    expect((await ask(backlinksOf(author, drift.id))).items).toEqual([]);
    const read = await getPage(author, space.slug, 'drift');
    expect(read).toMatchObject({ previous: null, next: null });
    expect(read?.html).toContain('broken-link');

    const facts = await db.outboxEvent.findMany({ where: { name: { startsWith: 'page.' } } });
    expect(facts.map(({ payload }) => payload)).toEqual([{ pageId: drift.id }]);
    const trail = await db.auditEntry.findMany({
      where: { subjectId: draft.id },
      select: { before: true, after: true, reason: true },
    });
    expect(trail.length).toBeGreaterThan(1);
    expect(JSON.stringify(trail)).not.toContain('Plans');
  });

  it('that is published is found, listed and linked to, and says so once', async () => {
    const { space, author, draft, others } = await aDraftAndPeople();
    const drift = await aPage(author, space, 'drift', '# Drift\n\nSee [plans](plans.md).\n');
    const [first, second] = await Promise.all([
      publishPage(author, draft.id),
      publishPage(author, draft.id),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);

    const links = await db.wikiLink.findMany({ where: { fromPageId: drift.id } });
    expect(links).toMatchObject([{ toPageId: draft.id, isBroken: false }]);
    for (const ctx of Object.values(others)) {
      expect((await getPage(ctx, space.slug, 'plans'))?.isDraft).toBe(false);
    }
    const found = await listPagesForSearch(systemContext(NOON), [draft.id], null);
    expect(found).toHaveLength(1);
    const told = await db.auditEntry.count({ where: { action: 'page.published' } });
    expect(told).toBe(1);
    const facts = await db.outboxEvent.findMany({ where: { name: 'page.revised' } });
    expect(facts.filter(({ payload }) => JSON.stringify(payload).includes(draft.id))).toHaveLength(
      1,
    );
  });

  it('is listed for who began it and for its stewards, and stays so in the archive', async () => {
    const { author, draft, seeing, others } = await aDraftAndPeople();
    const titles = async (ctx: Context) => (await listMyDrafts(ctx)).map(({ title }) => title);
    expect(await titles(author)).toEqual(['Plans']);
    expect(await listMyDrafts(seeing['its steward'] as Context)).toMatchObject([
      { title: 'Plans', author: 'Wren' },
    ]);
    for (const ctx of Object.values(others)) expect(await titles(ctx)).toEqual([]);
    await archivePage(author, draft.id);
    expect(await listMyDrafts(author)).toMatchObject([{ title: 'Plans', isArchived: true }]);
    expect(await publishPage(author, draft.id)).toEqual({ ok: false, reason: 'archived' });
  });

  it('stays its author’s own when they leave the unit that owns the space', async () => {
    const { space, draft, author } = await aDraftAndPeople();
    const left = { ...author, actor: { ...author.actor, memberships: [] } };
    const read = await getPage(left, space.slug, 'plans');
    expect(read).toMatchObject({ canEdit: true, canArchive: true });
    expect(await anEdit(left, draft, '# Plans\n\nMore.\n')).toMatchObject({ ok: true, number: 2 });
    const taken = await createPage(await anAdministrator(), {
      spaceSlug: space.slug,
      path: 'plans',
      title: 'Plans',
      markdown: '',
      kind: 'HOW_TO',
      ownerUnitId: null,
      stewardHandles: [],
      changeSummary: '',
    });
    expect(taken).toEqual({ ok: false, reason: 'taken' });
  });
});
