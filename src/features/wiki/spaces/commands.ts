import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { authorize, databaseFault, NotFound } from '@/foundation/errors';
import { recordEvents } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { canChangeSpace } from '../policy';
import type { SpaceChange } from '../schema';
import { batchesOf } from '../storing/commands';

const TOLD_TOGETHER = 1_000;

/**
 * Names, describes or moves a space. Its former address leads on, for itself and for all its pages,
 * and no other space may take it.
 */
export async function changeSpace(ctx: Context, { spaceId, ...input }: SpaceChange) {
  const space = await db.wikiSpace.findUnique({
    where: { id: spaceId },
    select: { id: true, ownerUnitId: true },
  });
  if (!space) throw new NotFound();
  authorize(
    canChangeSpace(ctx.actor, space),
    'A space is named and moved by the leads of those who own it.',
  );
  try {
    return await transact(async (tx) => {
      const before = await lock(tx, spaceId);
      const after = withBoth(before, input);
      if (!after) return { ok: false, reason: 'space-changed-underneath' } as const;
      const isMoved = before.slug !== after.slug;
      if (!isMoved && before.name === after.name && before.description === after.description) {
        return { ok: true, slug: after.slug } as const;
      }
      if (isMoved && (await leadsElsewhere(tx, after.slug, spaceId))) {
        return { ok: false, reason: 'leads-elsewhere' } as const;
      }
      // A space that comes back to where it lay leads on from there no more.
      await tx.wikiSpaceAddress.deleteMany({ where: { slug: after.slug, spaceId } });
      await tx.wikiSpace.update({ where: { id: spaceId }, data: after, select: { id: true } });
      if (isMoved) await leaveAddress(tx, ctx, spaceId, before.slug);
      if (isMoved || before.name !== after.name) await tellOfPages(tx, ctx, spaceId);
      await recordAudit(tx, ctx, {
        action: 'space.changed',
        subjectKind: 'space',
        subjectId: spaceId,
        before,
        after,
      });
      return { ok: true, slug: after.slug } as const;
    });
  } catch (error) {
    if (databaseFault(error)?.code === '23505') return { ok: false, reason: 'taken' } as const;
    throw error;
  }
}

type SpaceFacts = { name: string; slug: string; description: string };

/** What a change makes of a space that others may have changed meanwhile; null when both changed the same. */
function withBoth(
  before: SpaceFacts,
  { name, slug, description, ...was }: Omit<SpaceChange, 'spaceId'>,
): SpaceFacts | null {
  const merged = [
    { now: before.name, wanted: name, was: was.wasName },
    { now: before.slug, wanted: slug, was: was.wasSlug },
    { now: before.description, wanted: description, was: was.wasDescription },
  ].map((fact) => {
    if (fact.wanted === fact.was) return fact.now;
    const isOverwritten = fact.was !== undefined && fact.was !== fact.now;
    return isOverwritten && fact.wanted !== fact.now ? null : fact.wanted;
  });
  const [mergedName = null, mergedSlug = null, mergedDescription = null] = merged;
  if (mergedName === null || mergedSlug === null || mergedDescription === null) return null;
  return { name: mergedName, slug: mergedSlug, description: mergedDescription };
}

async function lock(tx: Transaction, spaceId: string) {
  const [space] = await tx.$queryRaw<SpaceFacts[]>`
    SELECT name, slug, description FROM "WikiSpace" WHERE id = ${spaceId} FOR UPDATE`;
  if (!space) throw new NotFound();
  return space;
}

/** Whether readers who ask at an address are led to another space from there. */
export async function leadsElsewhere(
  tx: Transaction,
  slug: string,
  spaceId?: string,
): Promise<boolean> {
  const left = await tx.wikiSpaceAddress.findUnique({ where: { slug }, select: { spaceId: true } });
  return left !== null && left.spaceId !== spaceId;
}

/** Texts that were rendered with the former address are rendered anew when they are read. */
async function leaveAddress(tx: Transaction, ctx: Context, spaceId: string, slug: string) {
  await tx.wikiSpaceAddress.create({
    data: { slug, spaceId, leftAt: ctx.now },
    select: { slug: true },
  });
  await tx.$executeRaw`
    UPDATE "WikiRevision" SET "rendererVersion" = 0
     WHERE id IN (SELECT "currentRevisionId" FROM "WikiPage" WHERE "spaceId" = ${spaceId}
                  UNION SELECT f."currentRevisionId" FROM "WikiPage" p
                    JOIN "WikiLink" l ON l."toPageId" = p.id JOIN "WikiPage" f ON f.id = l."fromPageId"
                   WHERE p."spaceId" = ${spaceId})`;
}

/** Where pages lie, who owns them and what their space is called is known to others, too. */
export async function tellOfPages(
  tx: Transaction,
  ctx: Context,
  spaceId: string,
  name: 'page.moved' | 'page.revised' = 'page.moved',
) {
  const pages = await tx.wikiPage.findMany({
    where: { spaceId, publishedAt: { not: null } },
    select: { id: true },
  });
  for (const batch of batchesOf(pages, TOLD_TOGETHER)) {
    await recordEvents(
      tx,
      ctx,
      batch.map(({ id }) => ({ name, payload: { pageId: id } })),
    );
  }
}
