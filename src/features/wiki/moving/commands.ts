import 'server-only';
import { recordAudits } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { authorize, databaseFault, NotFound } from '@/foundation/errors';
import { recordEvents } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { mendLinksTo } from '../links/commands';
import { canAddPage, canMovePage, canSeePage, type PageFacts } from '../policy';
import { findPageToChange, type PageToChange } from '../revisions/queries';
import { type Move, PATH_MAX } from '../schema';
import { destinationBeneath, folderBeneath, isBeneath } from './destinations';
import { takeAddresses } from './takeover/commands';

const TOGETHER = 5_000;

type Target = { id: string; slug: string };
type Moving = PageFacts & { id: string; path: string; title: string; spaceId: string };

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
      const pages = await lockMoving(tx, page, withSubPages ? `${folder}/` : null);
      const [first] = pages.filter(({ id }) => id === page.id);
      if (first?.path !== page.path) return { ok: false, reason: 'moved-meanwhile' } as const;
      // A draft beneath that the mover may not know of stays where it is.
      const moving = pages.filter((each) => canSeePage(ctx.actor, each));
      if (moving.length > TOGETHER) return { ok: false, reason: 'too-many' } as const;
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
      await store(tx, ctx, page, space, moves);
      return arrived;
    });
  } catch (error) {
    if (isTaken(error)) return { ok: false, reason: 'taken' } as const;
    throw error;
  }
}

/** Holds the page and what lies beneath it, always in the same order, until the transaction ends. */
function lockMoving(tx: Transaction, page: PageToChange, within: string | null): Promise<Moving[]> {
  return tx.$queryRaw<Moving[]>`
    SELECT p.id, p.path, p.title, p."spaceId", p."ownerUnitId", s."ownerUnitId" AS "spaceOwnerUnitId",
           p."publishedAt" IS NULL AS "isDraft", p."begunById",
           ARRAY(SELECT w."personId" FROM "WikiSteward" w WHERE w."pageId" = p.id) AS "stewardIds"
      FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE p.id = ${page.id}
        OR (s.slug = ${page.spaceSlug} AND ${within}::text IS NOT NULL AND starts_with(p.path, ${within}))
     ORDER BY p.id LIMIT ${TOGETHER + 1} FOR UPDATE OF p`;
}

async function store(
  tx: Transaction,
  ctx: Context,
  from: PageToChange,
  to: Target,
  moves: readonly (Moving & { to: string })[],
) {
  const ids = moves.map(({ id }) => id);
  const targets = moves.map((move) => move.to);
  // A folder that moves up meets its own pages on the way: they step aside first.
  if (isBeneath(from.path, folderBeneath(moves[0]?.to ?? '')) && moves.length > 1) {
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
  if (!from.archivedAt) {
    const pages = shown.map(({ id, to: path, title }) => ({ id, path, title, spaceSlug: to.slug }));
    await mendLinksTo(tx, pages);
  }
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

function isTaken(error: unknown): boolean {
  const isPrismas = error instanceof Error && 'code' in error && error.code === 'P2002';
  return isPrismas || databaseFault(error)?.code === '23505';
}
