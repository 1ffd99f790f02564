import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { transact } from '@/foundation/transaction';
import { storeReferences } from '../storing/commands';
import { renderLinked } from './queries';
import { RENDERER_VERSION, readMarkdown } from './render-markdown';

type StaleRevision = {
  id: string;
  rendererVersion: number;
  pageId: string;
  spaceSlug: string;
  path: string;
  title: string;
  markdown: string;
  writtenAt: Date;
};

/**
 * Renders a page's current text again after the renderer changed, or after a page that it links to
 * came or went. Anybody who reads the page may cause it: it changes no word.
 */
export async function renderAnew(_ctx: Context, pageId: string): Promise<void> {
  await renderStale(await staleRevisions(1, pageId));
}

/** The same for all pages that need it, in batches; for background work. */
export async function renderAllAnew(_ctx: Context, limit: number): Promise<{ count: number }> {
  const revisions = await staleRevisions(limit);
  await renderStale(revisions);
  return { count: revisions.length };
}

function staleRevisions(limit: number, pageId: string | null = null): Promise<StaleRevision[]> {
  return db.$queryRaw<StaleRevision[]>`
    SELECT r.id, r."rendererVersion", p.id AS "pageId", s.slug AS "spaceSlug", p.path, r.title, r.markdown,
           r."createdAt" AS "writtenAt"
      FROM "WikiPage" p
      JOIN "WikiSpace" s ON s.id = p."spaceId"
      JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
     WHERE r."rendererVersion" <> ${RENDERER_VERSION} AND (${pageId}::text IS NULL OR p.id = ${pageId})
     LIMIT ${limit}`;
}

async function renderStale(revisions: readonly StaleRevision[]): Promise<void> {
  for (const { id, pageId, rendererVersion, title, markdown, ...address } of revisions) {
    const page = { id: pageId, ...address };
    const rendered = await renderLinked(page, title, readMarkdown(markdown));
    const { html, tableOfContents } = rendered;
    await transact(async (tx) => {
      // Made stale once more meanwhile, it is rendered once more.
      const { count } = await tx.wikiRevision.updateMany({
        where: { id, rendererVersion, currentOf: { id: pageId } },
        data: { html, tableOfContents, rendererVersion: RENDERER_VERSION },
      });
      if (count === 1) await storeReferences(tx, pageId, rendered);
    });
  }
}
