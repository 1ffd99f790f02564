import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Transaction } from '@/foundation/db';
import { referToFiles } from '../files/commands';
import type { PageLink } from '../rendering/links';
import { RENDERER_VERSION, type RenderedPage } from '../rendering/render-markdown';
import type { PageKind } from '../schema';

/** A text as it is stored: what was written, what it renders to, and whose it is. */
export type RevisionToStore = {
  pageId: string;
  number: number;
  title: string;
  markdown: string;
  rendered: Pick<RenderedPage, 'html' | 'tableOfContents' | 'links' | 'summary' | 'mentions'>;
  changeSummary: string;
  isImported: boolean;
  authorId: string | null;
  /** Who let it in, when the author could only propose it. */
  acceptedById?: string | null;
  createdAt: Date;
};

/** A page as it comes to be; its text follows as a revision. */
export type PageToStore = {
  id: string;
  spaceId: string;
  path: string;
  title: string;
  kind: PageKind;
  ownerUnitId?: string | null;
  stewardIds?: readonly string[];
  createdAt: Date;
};

/** Puts published pages on their shelves; none may stay without a revision. */
export async function storePages(tx: Transaction, pages: readonly PageToStore[]): Promise<void> {
  for (const batch of batchesOf(pages, PAGE_BATCH)) {
    await tx.wikiPage.createMany({
      data: batch.map(({ stewardIds: _, ...page }) => ({
        ...page,
        publishedAt: page.createdAt,
        editedAt: page.createdAt,
      })),
    });
    await tx.wikiSteward.createMany({
      data: batch.flatMap(({ id: pageId, createdAt: since, stewardIds = [] }) =>
        stewardIds.map((personId) => ({ pageId, personId, since })),
      ),
    });
  }
}

/** Rows whose texts fit comfortably into one statement. */
const BATCH = 100;
const PAGE_BATCH = 500;
const LINK_BATCH = 1_000;

/**
 * Stores revisions; the highest number of each page becomes what its readers see, and its links
 * replace those of the revision before.
 */
export async function storeRevisions(
  tx: Transaction,
  revisions: readonly RevisionToStore[],
): Promise<void> {
  const stored = revisions.map((revision) => ({ ...revision, id: randomUUID() as string }));
  for (const batch of batchesOf(stored, BATCH)) {
    await tx.wikiRevision.createMany({
      data: batch.map(({ rendered, ...revision }) => ({
        ...revision,
        html: rendered.html,
        tableOfContents: rendered.tableOfContents,
        rendererVersion: RENDERER_VERSION,
      })),
    });
  }
  await referToFiles(tx, stored);
  const latest = new Map<string, (typeof stored)[number]>();
  for (const revision of stored) {
    const other = latest.get(revision.pageId);
    if (!other || other.number < revision.number) latest.set(revision.pageId, revision);
  }
  await showRevisions(tx, [...latest.values()]);
}

async function showRevisions(
  tx: Transaction,
  revisions: readonly (RevisionToStore & { id: string })[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "WikiPage" p
       SET "currentRevisionId" = r.revision, title = r.title, summary = r.summary,
           "editedAt" = r.edited::timestamptz
      FROM unnest(
             ${revisions.map(({ pageId }) => pageId)}::text[],
             ${revisions.map(({ id }) => id)}::text[],
             ${revisions.map(({ title }) => title)}::text[],
             ${revisions.map(({ rendered }) => rendered.summary)}::text[],
             ${revisions.map(({ createdAt }) => createdAt.toISOString())}::text[]
           ) AS r (page, revision, title, summary, edited)
     WHERE p.id = r.page`;
  await storeReferences(tx, revisions);
}

type Referring = { pageId: string; rendered: Pick<RenderedPage, 'links' | 'mentions'> };

/** Keeps what pages link to and whom they name, in place of what was known before. */
export async function storeReferences(
  tx: Transaction,
  revisions: readonly Referring[],
): Promise<void> {
  await tx.wikiLink.deleteMany({
    where: { fromPageId: { in: revisions.map(({ pageId }) => pageId) } },
  });
  await tx.wikiMention.deleteMany({
    where: { pageId: { in: revisions.map(({ pageId }) => pageId) } },
  });
  const mentions = revisions.flatMap(({ pageId, rendered }) =>
    rendered.mentions
      .filter(({ kind }) => kind === 'person')
      .map(({ id }) => ({ pageId, personId: id })),
  );
  for (const batch of batchesOf(mentions, LINK_BATCH)) {
    await tx.wikiMention.createMany({ data: batch });
  }
  const links = revisions.flatMap(({ pageId, rendered }) => linkRows(pageId, rendered.links));
  for (const batch of batchesOf(links, LINK_BATCH)) await tx.wikiLink.createMany({ data: batch });
}

function linkRows(fromPageId: string, links: readonly PageLink[]) {
  const byTarget = new Map(links.map((link) => [link.target, link]));
  return [...byTarget.values()].map(({ target, pageId, fragment, isBroken }) => ({
    fromPageId,
    target,
    toPageId: pageId,
    fragment,
    isBroken,
  }));
}

export function* batchesOf<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
