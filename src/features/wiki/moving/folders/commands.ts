import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma, type Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { transact } from '@/foundation/transaction';
import { canAddPage, canMovePage, canSeePage } from '../../policy';
import { PATH_MAX } from '../../schema';
import { isTaken, lockPages, MOVED_TOGETHER, storeMoves } from '../commands';
import { isBeneath } from '../destinations';
import type { FolderMove } from './schema';

/**
 * Puts all that lies in a folder at another address, its own page included: everything or nothing.
 * From every old address readers and links are led on.
 */
export async function moveFolder(ctx: Context, { spaceSlug, folder, ...input }: FolderMove) {
  const [from, to] = await Promise.all([findSpace(spaceSlug), findSpace(input.toSpaceSlug)]);
  if (!from) throw new NotFound();
  if (!to) return { ok: false, reason: 'no-such-space' } as const;
  if (to.id !== from.id) {
    authorize(canAddPage(ctx.actor, to), 'Pages of that space are added by those who own it.');
  }
  const arrived = { ok: true, spaceSlug: to.slug, path: input.toPath } as const;
  if (to.id === from.id && input.toPath === folder) return arrived;
  if (to.id === from.id && isBeneath(input.toPath, folder)) {
    return { ok: false, reason: 'beneath-itself' } as const;
  }
  try {
    return await transact(async (tx) => {
      const pages = await lockPages(
        tx,
        Prisma.sql`p."spaceId" = ${from.id} AND (p.path = ${folder} OR starts_with(p.path, ${`${folder}/`}))`,
      );
      // A draft that the mover may not know of stays where it is.
      const moving = pages.filter((page) => canSeePage(ctx.actor, page));
      if (moving.length === 0) return { ok: false, reason: 'moved-meanwhile' } as const;
      if (moving.length > MOVED_TOGETHER) return { ok: false, reason: 'too-many' } as const;
      const others = moving.filter((page) => !canMovePage(ctx.actor, page));
      if (others.length > 0) {
        const names = others.map(({ title }) => title);
        return { ok: false, reason: 'not-all-yours', names } as const;
      }
      const moves = moving.map((page) => ({
        ...page,
        to: input.toPath + page.path.slice(folder.length),
      }));
      if (moves.some((move) => move.to.length > PATH_MAX)) {
        return { ok: false, reason: 'too-long' } as const;
      }
      const names = await clashesWith(tx, to.id, moves);
      if (names.length > 0) return { ok: false, reason: 'clashes', names } as const;
      await storeMoves(
        tx,
        ctx,
        { spaceSlug: from.slug, path: folder },
        { ...to, path: input.toPath },
        moves,
      );
      return arrived;
    });
  } catch (error) {
    // Somebody came to one of the addresses between the look and the move.
    if (isTaken(error)) return { ok: false, reason: 'taken' } as const;
    throw error;
  }
}

const findSpace = (slug: string) =>
  db.wikiSpace.findUnique({
    where: { slug },
    select: { id: true, slug: true, ownerUnitId: true },
  });

/** Addresses that other pages have. A draft there, too, is in the way, but only its address is told. */
async function clashesWith(
  tx: Transaction,
  spaceId: string,
  moves: readonly { id: string; to: string }[],
): Promise<string[]> {
  const there = await tx.wikiPage.findMany({
    where: {
      spaceId,
      path: { in: moves.map(({ to }) => to) },
      id: { notIn: moves.map(({ id }) => id) },
    },
    select: { path: true },
    orderBy: { path: 'asc' },
  });
  return there.map(({ path }) => path);
}
