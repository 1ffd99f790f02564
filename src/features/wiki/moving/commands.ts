import 'server-only';
import { recordAudits } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { db, Prisma, type Transaction } from '@/foundation/db';
import { authorize, databaseFault, NotFound } from '@/foundation/errors';
import { recordEvents } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { mendLinksTo } from '../links/commands';
import { canAddPage, canMovePage, canSeePage, type PageFacts } from '../policy';
import { findPageToChange } from '../revisions/queries';
import { type Move, PATH_MAX } from '../schema';
import { destinationBeneath, folderBeneath, isBeneath } from './destinations';
import { takeAddresses } from './takeover/commands';

export const MOVED_TOGETHER = 5_000;

type Target = { id: string; slug: string };
type Moving = PageFacts & {
  id: string;
  path: string;
  title: string;
  spaceId: string;
  archivedAt: Date | null;
};

/**
 * Puts a page at another address, with the pages beneath it if wanted. From the old addresses readers,
 * links and bookmarks are led on; no word of any page changes.
 */
export async function movePage(ctx: Context, input: Move) {
  const page = await findPageToChange(ctx, input.pageId);
  if (!page) throw new NotFound();
  authorize(
    canMovePage(ctx.actor, page),
    'A page is moved by its stewards or by a lead of the unit that owns it.',
  );
  const space = await db.wikiSpace.findUnique({
    where: { slug: input.toSpaceSlug },
    select: { id: true, slug: true, ownerUnitId: true },
  });
  if (!space) return { ok: false, reason: 'no-such-space' } as const;
  const isElsewhere = space.slug !== page.spaceSlug;
  if (isElsewhere) {
    authorize(canAddPage(ctx.actor, space), 'Pages of that space are added by those who own it.');
  }
  const arrived = { ok: true, spaceSlug: space.slug, path: input.toPath } as const;
  if (!isElsewhere && input.toPath === page.path) return arrived;
  const folder = folderBeneath(page.path);
  const withSubPages = input.withSubPages && folder !== '';
  const isWithin = !isElsewhere && input.toPath.startsWith(`${folder}/`);
  if (withSubPages && isWithin && folderBeneath(input.toPath) !== folder) {
    return { ok: false, reason: 'beneath-itself' } as const;
  }
  try {
    return await transact(async (tx) => {
      const beneath = Prisma.sql`(s.slug = ${page.spaceSlug} AND starts_with(p.path, ${`${folder}/`}))`;
      const pages = await lockPages(
        tx,
        Prisma.sql`p.id = ${page.id} OR ${withSubPages ? beneath : Prisma.sql`false`}`,
      );
      const [first] = pages.filter(({ id }) => id === page.id);
      if (first?.path !== page.path) return { ok: false, reason: 'moved-meanwhile' } as const;
      // A draft beneath that the mover may not know of stays where it is.
      const moving = pages.filter((each) => canSeePage(ctx.actor, each));
      if (moving.length > MOVED_TOGETHER) return { ok: false, reason: 'too-many' } as const;
      if (!moving.every((each) => canMovePage(ctx.actor, each))) {
        return { ok: false, reason: 'not-all-yours' } as const;
      }
      const moves = moving.map((each) => ({
        ...each,
        to:
          each.id === page.id
            ? input.toPath
            : destinationBeneath(each.path, page.path, input.toPath),
      }));
      if (moves.some(({ to }) => to.length > PATH_MAX)) {
        return { ok: false, reason: 'too-long' } as const;
      }
      await storeMoves(tx, ctx, page, { ...space, path: input.toPath }, moves);
      return arrived;
    });
  } catch (error) {
    if (isTaken(error)) return { ok: false, reason: 'taken' } as const;
    throw error;
  }
}

/** Holds pages, always in the same order, until the transaction ends. */
export function lockPages(tx: Transaction, which: Prisma.Sql): Promise<Moving[]> {
  return tx.$queryRaw<Moving[]>`
    SELECT p.id, p.path, p.title, p."spaceId", p."ownerUnitId", s."ownerUnitId" AS "spaceOwnerUnitId",
           p."publishedAt" IS NULL AS "isDraft", p."begunById", p."archivedAt",
           ARRAY(SELECT w."personId" FROM "WikiSteward" w WHERE w."pageId" = p.id) AS "stewardIds"
      FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE ${which}
     ORDER BY p.id LIMIT ${MOVED_TOGETHER + 1} FOR UPDATE OF p`;
}

/** Puts pages that are held to their new addresses; from the old ones readers and links are led on. */
export async function storeMoves(
  tx: Transaction,
  ctx: Context,
  from: { spaceSlug: string; path: string },
  to: Target & { path: string },
  moves: readonly (Moving & { to: string })[],
) {
  const ids = moves.map(({ id }) => id);
  const targets = moves.map((move) => move.to);
  // A folder that moves up meets its own pages on the way: they step aside first.
  if (isBeneath(from.path, folderBeneath(to.path)) && moves.length > 1) {
    await tx.$executeRaw`UPDATE "WikiPage" SET path = 'moving-' || id WHERE id = ANY (${ids}::text[])`;
  }
  await tx.$executeRaw`
    UPDATE "WikiPage" p SET "spaceId" = ${to.id}, path = m.path
      FROM unnest(${ids}::text[], ${targets}::text[]) AS m (id, path) WHERE p.id = m.id`;
  await takeAddresses(
    tx,
    ctx,
    to,
    moves.map(({ id, to: path }) => ({ id, path })),
  );
  await tx.$executeRaw`
    INSERT INTO "WikiAddress" ("spaceId", path, "pageId", "leftAt")
    SELECT m.space, m.path, m.id, ${ctx.now}
      FROM unnest(${ids}::text[], ${moves.map(({ spaceId }) => spaceId)}::text[], ${moves.map(({ path }) => path)}::text[])
           AS m (id, space, path)
     WHERE NOT EXISTS (SELECT 1 FROM "WikiPage" p WHERE p."spaceId" = m.space AND p.path = m.path)
    ON CONFLICT ("spaceId", path) DO UPDATE SET "pageId" = excluded."pageId", "leftAt" = excluded."leftAt"`;
  const shown = moves.filter(({ isDraft }) => !isDraft);
  const linkedTo = shown.filter(({ archivedAt }) => !archivedAt);
  await mendLinksTo(
    tx,
    linkedTo.map(({ id, to: path, title }) => ({ id, path, title, spaceSlug: to.slug })),
  );
  await recordEvents(
    tx,
    ctx,
    shown.map(({ id }) => ({ name: 'page.moved', payload: { pageId: id } })),
  );
  await recordAudits(
    tx,
    ctx,
    shown.map(({ id, path, to: toPath }) => ({
      action: 'page.moved',
      subjectKind: 'page',
      subjectId: id,
      before: { spaceSlug: from.spaceSlug, path },
      after: { spaceSlug: to.slug, path: toPath },
    })),
  );
}

export function isTaken(error: unknown): boolean {
  const isPrismas = error instanceof Error && 'code' in error && error.code === 'P2002';
  return isPrismas || databaseFault(error)?.code === '23505';
}
