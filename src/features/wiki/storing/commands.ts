import 'server-only';
import { randomUUID } from 'node:crypto';
import { auditEntry, type Change } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { type Fact, outboxEvent } from '@/foundation/events';
import { asJson } from '@/foundation/json';
import { fileIdsIn } from '../files/references';
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

/**
 * Stores revisions; the highest number of each page becomes what its readers see, and its links
 * replace those of the revision before.
 */
export async function storeRevisions(
  tx: Transaction,
  revisions: readonly RevisionToStore[],
): Promise<void> {
  const latest = new Map<string, number>();
  for (const { pageId, number } of revisions) {
    latest.set(pageId, Math.max(number, latest.get(pageId) ?? 0));
  }
  for (const batch of batchesOf(revisions, BATCH)) {
    const rows = batch.map((revision) =>
      rowOf(revision, latest.get(revision.pageId) === revision.number),
    );
    await tx.$executeRaw`SELECT store_revisions(${asJson(rows)}::jsonb)`;
  }
}

/** A revision with what is written beside it in the trail and told of it. */
export type RevisionToSave = {
  revision: RevisionToStore;
  /** The id of the revision that it follows. */
  baseId: string;
  audits: readonly Change[];
  facts: readonly Fact[];
};

export type AskToSave = (text: string, values: string[]) => Promise<{ saved: boolean }[]>;

/**
 * Saves the next revision of a page, all in one statement, unless another one was saved since the
 * one it is based on: then nothing is stored.
 * @param ask with which it is sent: within a transaction when more belongs to the change
 */
export async function saveRevision(
  ask: AskToSave,
  ctx: Context,
  { revision, baseId, audits, facts }: RevisionToSave,
): Promise<boolean> {
  const [row] = await ask(
    'SELECT save_revision($1, $2, $3::jsonb, $4::jsonb, $5::jsonb) AS saved',
    [
      revision.pageId,
      baseId,
      asJson(rowOf(revision, true)),
      asJson(audits.map((change) => auditEntry(ctx, change))),
      asJson(facts.map((fact) => outboxEvent(ctx, fact))),
    ],
  );
  return row?.saved ?? false;
}

/** A revision as the functions of the database take it. */
const rowOf = ({ rendered, ...revision }: RevisionToStore, isCurrent: boolean) => ({
  ...revision,
  id: randomUUID() as string,
  html: rendered.html,
  tableOfContents: rendered.tableOfContents,
  rendererVersion: RENDERER_VERSION,
  summary: rendered.summary,
  files: fileIdsIn(revision.markdown),
  isCurrent,
  ...referencesIn(rendered),
});

type References = Pick<RenderedPage, 'links' | 'mentions'>;

/** Keeps what a page links to and whom it names, in place of what was known before. */
export async function storeReferences(
  tx: Transaction,
  pageId: string,
  rendered: References,
): Promise<void> {
  const row = { pageId, ...referencesIn(rendered) };
  await tx.$executeRaw`SELECT store_references(${asJson([row])}::jsonb)`;
}

const referencesIn = ({ links, mentions }: References) => ({
  links: linkRows(links),
  mentions: mentions.filter(({ kind }) => kind === 'person').map(({ id }) => id),
});

function linkRows(links: readonly PageLink[]) {
  const byTarget = new Map(links.map((link) => [link.target, link]));
  return [...byTarget.values()].map(({ target, pageId, fragment, isBroken }) => ({
    target,
    toPageId: pageId,
    fragment,
    isBroken,
  }));
}

export function* batchesOf<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
