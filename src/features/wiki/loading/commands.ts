import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvents } from '@/foundation/events';
import { linkResolver, nameOf, pageKey } from '../addresses';
import { canImportPages } from '../policy';
import { renderMarkdown } from '../rendering/render-markdown';
import type { PageKind } from '../schema';
import { titleOfFolder } from '../shelves/tree';
import { type RevisionToStore, storePages, storeRevisions } from '../storing/commands';

/** A page with its history, first revision first; the last one is what its readers see. */
export type PageToLoad = {
  spaceSlug: string;
  path: string;
  kind: PageKind;
  /** Left out, it is what the last revision says in its front matter or first heading. */
  title?: string;
  ownerUnitId?: string | null;
  stewardIds?: readonly string[];
  revisions: {
    markdown: string;
    authorId: string | null;
    createdAt: Date;
    changeSummary?: string;
  }[];
};

const STORING_MILLISECONDS = 600_000;

/**
 * Fills spaces with pages that link to each other, with the histories they come with. For pages
 * that do not exist yet: a demonstration, a move from elsewhere.
 * @returns the ids of the pages, in the order they were given
 */
export async function loadPages(ctx: Context, pages: readonly PageToLoad[]): Promise<string[]> {
  authorize(canImportPages(ctx.actor), 'Only an administrator loads pages.');
  const spaces = await db.wikiSpace.findMany({
    where: { slug: { in: [...new Set(pages.map(({ spaceSlug }) => spaceSlug))] } },
    select: { id: true, slug: true },
  });
  const spaceIds = new Map(spaces.map(({ slug, id }) => [slug, id]));
  const known = new Map(pages.map((page) => [pageKey(page), randomUUID() as string]));
  const loaded = pages.map((page) => {
    const spaceId = spaceIds.get(page.spaceSlug);
    const id = known.get(pageKey(page));
    if (!spaceId || !id) throw new NotFound(`There is no space ${page.spaceSlug}.`);
    return { page, id, spaceId, revisions: revisionsOf(page, id, known) };
  });

  await db.$transaction(
    async (tx) => {
      await storePages(
        tx,
        loaded.map(({ page, id, spaceId, revisions }) => ({
          id,
          spaceId,
          path: page.path,
          title: revisions.at(-1)?.title ?? nameOf(page.path),
          kind: page.kind,
          ownerUnitId: page.ownerUnitId ?? null,
          stewardIds: page.stewardIds ?? [],
          createdAt: revisions[0]?.createdAt ?? ctx.now,
        })),
      );
      await storeRevisions(
        tx,
        loaded.flatMap(({ revisions }) => revisions),
      );
      await recordEvents(
        tx,
        ctx,
        loaded.map(({ id }) => ({ name: 'page.revised', payload: { pageId: id } })),
      );
    },
    { timeout: STORING_MILLISECONDS },
  );
  return loaded.map(({ id }) => id);
}

function revisionsOf(
  page: PageToLoad,
  pageId: string,
  known: ReadonlyMap<string, string>,
): RevisionToStore[] {
  return page.revisions.map(({ markdown, authorId, createdAt, changeSummary = '' }, index) => {
    const rendered = renderMarkdown(markdown, {
      title: page.title,
      resolveLink: linkResolver(page, known),
    });
    return {
      pageId,
      number: index + 1,
      title: page.title ?? rendered.title ?? titleOfFolder(page.path),
      markdown,
      rendered,
      changeSummary,
      isImported: false,
      authorId,
      createdAt,
    };
  });
}
