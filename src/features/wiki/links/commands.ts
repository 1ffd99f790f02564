import 'server-only';
import type { Transaction } from '@/foundation/db';
import {
  foundAt,
  isFolderPage,
  linkedPlace,
  nameOf,
  type PageAddress,
  pageKey,
  titleKey,
} from '../addresses';
import type { KnownPage } from './queries';

type BrokenLink = {
  id: string;
  target: string;
  fromPageId: string;
  /** Where the page that links lies and lay: a link of a moved page keeps its meaning. */
  bases: PageAddress[];
};

/** Points links that led nowhere to pages that have come to be; their pages are rendered anew when next read. */
export async function mendLinksTo(tx: Transaction, pages: readonly KnownPage[]): Promise<void> {
  const ids = new Map(pages.map((page) => [pageKey(page), page.id]));
  const titles = new Map(
    pages.flatMap((page) => (page.title ? [[titleKey(page.title), page] as const] : [])),
  );
  const mended = (await brokenLinksNaming(tx, pages)).flatMap((link) => {
    const answers = link.bases.flatMap((base) => {
      const place = linkedPlace(link.target, base);
      const found = place && foundAt(place, ids, titles);
      return (found && ids.get(pageKey(found))) || [];
    });
    return answers[0] ? [{ ...link, toPageId: answers[0] }] : [];
  });
  if (mended.length === 0) return;
  await tx.$executeRaw`
    UPDATE "WikiLink" l SET "toPageId" = m.page, "isBroken" = false
      FROM unnest(
             ${mended.map(({ id }) => id)}::text[],
             ${mended.map(({ toPageId }) => toPageId)}::text[]
           ) AS m (link, page)
     WHERE l.id = m.link`;
  await renderAnewWhenRead(
    tx,
    mended.map(({ fromPageId }) => fromPageId),
  );
}

/** Marks the links to a page that left the shelves as broken. */
export async function breakLinksTo(tx: Transaction, pageId: string): Promise<void> {
  const links = await tx.wikiLink.findMany({
    where: { toPageId: pageId },
    select: { fromPageId: true },
  });
  await tx.wikiLink.updateMany({
    where: { toPageId: pageId },
    data: { toPageId: null, isBroken: true },
  });
  await renderAnewWhenRead(
    tx,
    links.map(({ fromPageId }) => fromPageId),
  );
}

/** A link names at least the last part of an address, unless it means a folder or a title. */
async function brokenLinksNaming(
  tx: Transaction,
  pages: readonly KnownPage[],
): Promise<BrokenLink[]> {
  const [page] = pages;
  const name = pages.length === 1 && page ? nameInLinks(page.path) : null;
  return tx.$queryRaw<BrokenLink[]>`
    SELECT l.id, l.target, l."fromPageId",
           (SELECT json_agg(json_build_object('spaceSlug', s.slug, 'path', base.path) ORDER BY base."leftAt" DESC NULLS FIRST)
              FROM (SELECT p."spaceId", p.path, NULL AS "leftAt"
                    UNION ALL SELECT a."spaceId", a.path, a."leftAt" FROM "WikiAddress" a WHERE a."pageId" = p.id) base
              JOIN "WikiSpace" s ON s.id = base."spaceId") AS bases
      FROM "WikiLink" l
      JOIN "WikiPage" p ON p.id = l."fromPageId"
     WHERE l."isBroken" AND (${name}::text IS NULL OR position(${name} IN l.target) > 0 OR l.target LIKE '[[%')`;
}

function nameInLinks(path: string): string | null {
  const name = nameOf(path);
  return /^[\w-]+$/.test(name) && !isFolderPage(path) ? name : null;
}

async function renderAnewWhenRead(tx: Transaction, pageIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "WikiRevision" SET "rendererVersion" = 0
     WHERE id IN (SELECT "currentRevisionId" FROM "WikiPage" WHERE id = ANY (${pageIds}::text[]))`;
}
