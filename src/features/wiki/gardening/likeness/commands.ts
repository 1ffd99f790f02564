import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { canEditPage } from '../../policy';
import { textOfHtml } from '../../rendering/plain-text';
import { findPageToChange } from '../../revisions/queries';
import { outsideLinksOf } from '../outside/outside-links';
import { likenessOf, NEAR, sketchOf } from './sketch';

const BATCH = 50;

/**
 * Looks at pages whose text has changed since: compares them with others, and notes the links that
 * lead out of the portal. Only what changed is looked at, so it may be called at any time.
 * @param pageIds those to look at; null for all
 * @returns how many were looked at
 */
export async function tendPages(ctx: Context, pageIds: readonly string[] | null): Promise<number> {
  authorize(ctx.actor.isSystem);
  const ids = pageIds && [...pageIds];
  let count = 0;
  for (;;) {
    const pages = await db.$queryRaw<{ id: string; revisionId: string; html: string }[]>`
      SELECT p.id, r.id AS "revisionId", r.html
        FROM "WikiPage" p JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
        LEFT JOIN "PageSketch" k ON k."pageId" = p.id
       WHERE k."revisionId" IS DISTINCT FROM r.id AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
         AND (${ids}::text[] IS NULL OR p.id = ANY (${ids}::text[]))
       ORDER BY p.id LIMIT ${BATCH}`;
    for (const page of pages) await tend(ctx, page);
    count += pages.length;
    if (pages.length < BATCH) return count;
  }
}

type Tended = { id: string; revisionId: string; html: string };

async function tend({ now }: Context, { id: pageId, revisionId, html }: Tended): Promise<void> {
  const made = sketchOf(textOfHtml(html)) ?? { sketch: [], bands: [] };
  const candidates = made.bands.length > 0 ? await findNear(made.bands, pageId) : [];
  const near = candidates
    .map(({ id, sketch }) => ({ id, likeness: likenessOf(made.sketch, sketch) }))
    .filter(({ likeness }) => likeness >= NEAR);
  const urls = outsideLinksOf(html);
  await db.$transaction([
    db.pageSketch.upsert({
      where: { pageId },
      create: { pageId, revisionId, ...made },
      update: { revisionId, ...made },
    }),
    db.pageLikeness.deleteMany({ where: { OR: [{ pageId }, { otherId: pageId }] } }),
    db.pageLikeness.createMany({
      data: near.map(({ id, likeness }) => ({ ...inOrder(pageId, id), likeness })),
      skipDuplicates: true,
    }),
    db.outsideLink.deleteMany({ where: { pageId } }),
    db.outsideLink.createMany({ data: urls.map((url) => ({ pageId, url })) }),
    db.outsideAddress.createMany({
      data: urls.map((url) => ({ url, nextCheckAt: now })),
      skipDuplicates: true,
    }),
  ]);
}

/** Pages that meet a sketch in a band. */
export const findNear = (bands: readonly number[], butNotId: string) =>
  db.$queryRaw<{ id: string; sketch: number[] }[]>`
    SELECT k."pageId" AS id, k.sketch FROM "PageSketch" k JOIN "WikiPage" p ON p.id = k."pageId"
     WHERE k.bands && ${[...bands]}::int[] AND k."pageId" <> ${butNotId} AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL LIMIT 200`;

/** Two pages as their rows name them: the lesser id first. */
export const inOrder = (one: string, other: string) =>
  one < other ? { pageId: one, otherId: other } : { pageId: other, otherId: one };

/** Says that two pages which look alike are different; they are not shown as a pair again. */
export async function tellApart(ctx: Context, one: string, other: string): Promise<void> {
  const pages = [await findPageToChange(ctx, one), await findPageToChange(ctx, other)];
  const [page, second] = pages;
  if (!page || !second) throw new NotFound();
  authorize(
    ctx.actor.personId !== null && (canEditPage(ctx.actor, page) || canEditPage(ctx.actor, second)),
    'Those who may edit one of the two pages tell them apart.',
  );
  await db.pageDistinction.createMany({
    data: [{ ...inOrder(one, other), saidById: ctx.actor.personId, at: ctx.now }],
    skipDuplicates: true,
  });
}
