import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import type { PageAddress } from '../addresses';
import { canAddPage, canEditPage, visibleTo } from '../policy';
import { renderLinked } from '../rendering/queries';
import { readMarkdown } from '../rendering/render-markdown';

/** A page as its editor opens it; null when there is none. */
export async function getPageToEdit({ actor }: Context, { spaceSlug, path }: PageAddress) {
  const page = await db.wikiPage.findFirst({
    where: { path, space: { slug: spaceSlug }, ...visibleTo(actor) },
    select: {
      id: true,
      path: true,
      title: true,
      kind: true,
      archivedAt: true,
      publishedAt: true,
      begunById: true,
      ownerUnitId: true,
      ownerUnit: { select: { id: true, name: true } },
      stewards: {
        select: { person: { select: { id: true, handle: true } } },
        orderBy: [{ since: 'asc' }, { person: { name: 'asc' } }],
      },
      space: { select: { id: true, slug: true, name: true, ownerUnitId: true } },
      currentRevision: { select: { number: true, markdown: true } },
    },
  });
  if (!page?.currentRevision) return null;
  const facts = {
    ...page,
    spaceOwnerUnitId: page.space.ownerUnitId,
    isDraft: !page.publishedAt,
    stewardIds: page.stewards.map(({ person }) => person.id),
  };
  return {
    ...page,
    isDraft: facts.isDraft,
    stewardHandles: page.stewards.map(({ person }) => person.handle),
    currentRevision: page.currentRevision,
    canEdit: !page.archivedAt && canEditPage(actor, facts),
  };
}

/** The space a new page is written for. */
export async function getSpaceToWriteIn({ actor }: Context, slug: string) {
  const space = await db.wikiSpace.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true, ownerUnitId: true },
  });
  return space ? { ...space, canAddPage: canAddPage(actor, space) } : null;
}

const SUGGESTED_STEWARDS = 60;

/** Whom a page can be entrusted to: the writer's own units beside its owner, and people of those who own the space. */
export async function listKeepers(
  { actor, now }: Context,
  spaceOwnerUnitId: string,
  ownerUnitId: string | null,
) {
  const today = dayOf(now);
  const own = actor.memberships.filter(({ kind }) => kind !== 'TRIBE').map(({ unitId }) => unitId);
  const [units, stewards] = await Promise.all([
    db.orgUnit.findMany({
      where: {
        id: { in: [...new Set([...own, spaceOwnerUnitId, ...(ownerUnitId ? [ownerUnitId] : [])])] },
      },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    }),
    db.$queryRaw<{ handle: string; name: string }[]>`
      SELECT DISTINCT ON (p.name, p.id) p.handle, p.name FROM "UnitPlace" m JOIN "Person" p ON p.id = m."personId"
       WHERE m."unitId" IN (${spaceOwnerUnitId}, ${ownerUnitId ?? spaceOwnerUnitId})
         AND m."validFrom" <= ${today}::date AND (m."validTo" IS NULL OR m."validTo" > ${today}::date)
       ORDER BY p.name, p.id LIMIT ${SUGGESTED_STEWARDS}`,
  ]);
  return { units, stewards };
}

export type Draft = PageAddress & { title: string; markdown: string };

/** A text as its readers would see it; nothing is stored. */
export async function previewPage(_ctx: Context, draft: Draft): Promise<{ html: string }> {
  const { html } = await renderLinked(draft, draft.title, readMarkdown(draft.markdown));
  return { html };
}

/** What a writer needs who was overtaken: the text they began from and the one that was saved since. */
export async function getOvertaking({ actor }: Context, pageId: string, baseNumber: number) {
  const page = await db.wikiPage.findFirst({
    where: { id: pageId, ...visibleTo(actor) },
    select: {
      currentRevision: {
        select: {
          number: true,
          title: true,
          markdown: true,
          createdAt: true,
          changeSummary: true,
          author: { select: { name: true } },
        },
      },
      revisions: { where: { number: baseNumber }, select: { title: true, markdown: true } },
    },
  });
  if (!page?.currentRevision) return null;
  return { current: page.currentRevision, base: page.revisions[0] ?? { title: '', markdown: '' } };
}
