import 'server-only';
import { randomUUID } from 'node:crypto';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize, databaseFault, NotFound } from '@/foundation/errors';
import { recordEvent, recordEvents } from '@/foundation/events';
import { slugFrom } from '@/foundation/slug';
import { transact } from '@/foundation/transaction';
import { breakLinksTo, mendLinksTo } from './links/commands';
import { newlyNamed } from './mentions/newly-named';
import { takeAddresses } from './moving/takeover/commands';
import { canAddPage, canArchivePage, canOpenSpace } from './policy';
import { renderLinked } from './rendering/queries';
import { readMarkdown } from './rendering/render-markdown';
import { findPageToChange } from './revisions/queries';
import { type NewPage, type NewSpace, newSpaceInput } from './schema';
import { leadsElsewhere } from './spaces/commands';
import { entrustTo } from './stewards/commands';
import { findStewardIds } from './stewards/queries';
import { storeRevisions } from './storing/commands';

/** Opens a shelf of pages for a unit. */
export async function openSpace(ctx: Context, input: NewSpace) {
  const unit = await db.orgUnit.findUnique({
    where: { id: input.ownerUnitId },
    select: { id: true },
  });
  if (!unit) throw new NotFound();
  authorize(canOpenSpace(ctx.actor, unit.id), 'Only a lead of that unit opens a space for it.');
  const { slug, name, description, ownerUnitId } = input;
  return unlessTaken(() =>
    transact(async (tx) => {
      if (await leadsElsewhere(tx, slug)) return { ok: false, reason: 'leads-elsewhere' } as const;
      const space = await tx.wikiSpace.create({
        data: { slug, name, description, ownerUnitId, createdAt: ctx.now },
        select: { id: true },
      });
      await recordAudit(tx, ctx, {
        action: 'space.opened',
        subjectKind: 'space',
        subjectId: space.id,
        after: { slug, name, ownerUnitId },
      });
      return { ok: true, spaceId: space.id, slug } as const;
    }),
  );
}

/** Opens a space for a unit by the names in their addresses, unless it is there already; for imports. */
export async function openSpaceFor(
  ctx: Context,
  { ownerSlug, ...space }: { slug: string; name: string; ownerSlug: string },
) {
  const existing = await db.wikiSpace.findUnique({
    where: { slug: space.slug },
    select: { id: true },
  });
  if (existing) return { ok: true } as const;
  const unit = await db.orgUnit.findUnique({ where: { slug: ownerSlug }, select: { id: true } });
  if (!unit) return { ok: false, reason: 'no-such-unit' } as const;
  const input = newSpaceInput.parse({ ...space, ownerUnitId: unit.id });
  const opened = await openSpace(ctx, input);
  return opened.ok ? ({ ok: true } as const) : opened;
}

/**
 * Puts a new page on a shelf; links that waited for it lead there from now on. A draft is on no
 * shelf, and nothing is announced of it.
 */
export async function createPage(ctx: Context, input: NewPage) {
  const space = await db.wikiSpace.findUnique({
    where: { slug: input.spaceSlug },
    select: { id: true, slug: true, ownerUnitId: true },
  });
  if (!space) throw new NotFound();
  authorize(canAddPage(ctx.actor, space), 'Pages of this space are added by those who own it.');
  const stewardIds = await findStewardIds(db, input.stewardHandles);
  if (!stewardIds) return { ok: false, reason: 'unknown-steward' } as const;

  const { title, markdown, kind, ownerUnitId, changeSummary, isDraft = false } = input;
  const page = {
    id: randomUUID(),
    spaceSlug: space.slug,
    path: input.path || slugFrom(title),
  };
  const rendered = await renderLinked(page, title, readMarkdown(markdown));
  return unlessTaken(() =>
    transact(async (tx) => {
      const { id, path } = page;
      const facts = { spaceId: space.id, path, title, kind, ownerUnitId };
      await tx.wikiPage.create({
        data: {
          id,
          ...facts,
          begunById: ctx.actor.personId,
          createdAt: ctx.now,
          publishedAt: isDraft ? null : ctx.now,
          editedAt: ctx.now,
        },
        select: { id: true },
      });
      await takeAddresses(tx, ctx, space, [page]);
      await entrustTo(tx, ctx, id, stewardIds);
      const author = { authorId: ctx.actor.personId, createdAt: ctx.now, isImported: false };
      const text = { title, markdown, rendered, changeSummary };
      await storeRevisions(tx, [{ pageId: id, number: 1, ...text, ...author }]);
      if (!isDraft) {
        await mendLinksTo(tx, [{ ...page, title }]);
        await recordEvents(tx, ctx, [
          ...newlyNamed(ctx.actor, { id, mentionedIds: [] }, rendered.mentions),
          { name: 'page.revised', payload: { pageId: id } },
        ]);
      }
      await recordAudit(tx, ctx, {
        action: 'page.created',
        subjectKind: 'page',
        subjectId: id,
        // The trail is read by others than those who see a draft.
        after: isDraft ? { spaceId: space.id, isDraft } : { ...facts, stewardIds },
      });
      return { ok: true, pageId: id, spaceSlug: space.slug, path } as const;
    }),
  );
}

/** Takes a page off the shelves: it is no longer listed, found or linked to, but stays at its address. */
export async function archivePage(ctx: Context, pageId: string) {
  return moveToOrFromArchive(ctx, pageId, { toArchive: true });
}

/** Puts an archived page back. */
export async function reinstatePage(ctx: Context, pageId: string) {
  return moveToOrFromArchive(ctx, pageId, { toArchive: false });
}

async function moveToOrFromArchive(
  ctx: Context,
  pageId: string,
  { toArchive }: { toArchive: boolean },
) {
  const page = await findPageToChange(ctx, pageId);
  if (!page) throw new NotFound();
  authorize(
    canArchivePage(ctx.actor, page),
    'A page is archived by its steward or by a lead of the unit that owns it.',
  );
  return transact(async (tx) => {
    const { count } = await tx.wikiPage.updateMany({
      where: { id: pageId, archivedAt: toArchive ? null : { not: null } },
      data: {
        archivedAt: toArchive ? ctx.now : null,
        archivedById: toArchive ? ctx.actor.personId : null,
      },
    });
    // Held from here on: somebody may have moved it since it was looked up.
    const { space, ...held } = await tx.wikiPage.findUniqueOrThrow({
      where: { id: pageId },
      select: { id: true, title: true, path: true, space: { select: { slug: true } } },
    });
    const shelved = { ...held, spaceSlug: space.slug };
    // Doing it twice is no error, and is told once.
    if (count === 1) {
      if (!page.isDraft) {
        if (toArchive) await breakLinksTo(tx, pageId);
        else await mendLinksTo(tx, [shelved]);
        await recordEvent(tx, ctx, toArchive ? 'page.archived' : 'page.revised', { pageId });
      }
      await recordAudit(tx, ctx, {
        action: toArchive ? 'page.archived' : 'page.reinstated',
        subjectKind: 'page',
        subjectId: pageId,
      });
    }
    return { ok: true, spaceSlug: shelved.spaceSlug, path: shelved.path } as const;
  });
}

const UNIQUE_VIOLATION = '23505';

async function unlessTaken<Result>(store: () => Promise<Result>) {
  try {
    return await store();
  } catch (error) {
    const isTaken = databaseFault(error)?.code === UNIQUE_VIOLATION || isPrismaUnique(error);
    if (isTaken) return { ok: false, reason: 'taken' } as const;
    throw error;
  }
}

const isPrismaUnique = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'P2002';
