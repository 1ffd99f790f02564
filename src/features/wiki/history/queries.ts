import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Page, pageOf } from '@/foundation/pagination';
import type { PageAddress } from '../addresses';
import { canEditPage, visibleTo } from '../policy';
import { renderLinked } from '../rendering/queries';
import { RENDERER_VERSION, readMarkdown } from '../rendering/render-markdown';
import { Blame } from './blame';

type Author = { name: string; handle: string } | null;

export type RevisionEntry = {
  number: number;
  title: string;
  changeSummary: string;
  isImported: boolean;
  createdAt: Date;
  author: Author;
  /** Who let in a change that the author proposed. */
  acceptedBy: Author;
  /** Who else wrote it, when several wrote together and one of them saved. */
  coAuthors: { person: { name: string; handle: string } }[];
};

/** The page that a history is of, with what its head shows. */
export async function getPageHead({ actor }: Context, { spaceSlug, path }: PageAddress) {
  const page = await db.wikiPage.findFirst({
    where: { path, space: { slug: spaceSlug }, ...visibleTo(actor) },
    select: {
      id: true,
      title: true,
      archivedAt: true,
      publishedAt: true,
      begunById: true,
      ownerUnitId: true,
      stewards: { select: { personId: true } },
      space: { select: { name: true, ownerUnitId: true } },
      currentRevision: { select: { number: true } },
    },
  });
  if (!page) return null;
  const { space, currentRevision, stewards, ...head } = page;
  const stewardIds = stewards.map(({ personId }) => personId);
  return {
    ...head,
    spaceName: space.name,
    currentNumber: currentRevision?.number ?? 1,
    canEdit:
      !page.archivedAt &&
      canEditPage(actor, {
        ...head,
        stewardIds,
        spaceOwnerUnitId: space.ownerUnitId,
        isDraft: !page.publishedAt,
      }),
  };
}

const ENTRY = {
  number: true,
  title: true,
  changeSummary: true,
  isImported: true,
  createdAt: true,
  author: { select: { name: true, handle: true } },
  acceptedBy: { select: { name: true, handle: true } },
  coAuthors: {
    select: { person: { select: { name: true, handle: true } } },
    orderBy: { person: { name: 'asc' } },
  },
} as const;

/** Every saved state of a page, latest first. */
export async function listRevisions(
  { actor }: Context,
  pageId: string,
  cursor?: string,
): Promise<Page<RevisionEntry>> {
  const before = Number(decodeCursor(cursor, 1)?.[0] ?? Number.NaN);
  const rows = await db.wikiRevision.findMany({
    where: {
      pageId,
      page: visibleTo(actor),
      ...(Number.isInteger(before) ? { number: { lt: before } } : {}),
    },
    orderBy: { number: 'desc' },
    take: PAGE_SIZE + 1,
    select: ENTRY,
  });
  return pageOf(rows, PAGE_SIZE, ({ number }) => encodeCursor([String(number)]));
}

/** An earlier state of a page as its readers saw it. */
export async function getRevision({ actor }: Context, pageId: string, number: number) {
  const revision = await db.wikiRevision.findFirst({
    where: { pageId, number, page: visibleTo(actor) },
    select: {
      ...ENTRY,
      html: true,
      rendererVersion: true,
      markdown: true,
      page: { select: { path: true, space: { select: { slug: true } } } },
    },
  });
  if (!revision) return null;
  const { page, markdown, rendererVersion, html, ...entry } = revision;
  if (rendererVersion === RENDERER_VERSION) return { ...entry, html };
  // What an older renderer let through must not be sent; few read old revisions, so it is not stored.
  const address = { spaceSlug: page.space.slug, path: page.path };
  const rendered = await renderLinked(address, entry.title, readMarkdown(markdown));
  return { ...entry, html: rendered.html };
}

/** Two states of a page as they were written; null when either does not exist. */
export async function getRevisionPair(
  { actor }: Context,
  pageId: string,
  from: number,
  to: number,
) {
  const revisions = await db.wikiRevision.findMany({
    where: { pageId, number: { in: [from, to] }, page: visibleTo(actor) },
    select: { ...ENTRY, markdown: true },
  });
  const before = revisions.find(({ number }) => number === from);
  const after = revisions.find(({ number }) => number === to);
  return before && after ? { before, after } : null;
}

/** So much is read to find out who wrote what; older changes are then told as "earlier". */
const BLAME_REVISIONS = 300;
const BLAME_BATCH = 60;
const BLAME_BATCH_CHARACTERS = 4_000_000;

/** For each paragraph of a page's current text: who last changed it, when, and in which revision. */
export async function getBlame({ actor }: Context, pageId: string, currentNumber: number) {
  const where = { id: pageId, ...visibleTo(actor) };
  if (!(await db.wikiPage.findFirst({ where, select: { id: true } }))) return null;
  let blame: Blame | null = null;
  let looked = currentNumber + 1;
  while (looked > 1 && currentNumber - looked < BLAME_REVISIONS && !blame?.isSettled) {
    const batch = await revisionsBefore(pageId, looked);
    if (batch.length === 0) break;
    for (const revision of batch) {
      if (blame) blame.lookBack(revision);
      else blame = new Blame(revision);
      looked = revision.number;
    }
  }
  if (!blame) return null;
  const revisions = await db.wikiRevision.findMany({
    where: { pageId, number: { in: [...new Set(blame.paragraphs.map(({ number }) => number))] } },
    select: ENTRY,
  });
  return {
    paragraphs: blame.paragraphs,
    revisions: new Map(revisions.map((revision) => [revision.number, revision])),
    /** Set when the search stopped early: what is said of this revision may be older. */
    lookedBackTo: blame.isSettled || looked === 1 ? null : looked,
  };
}

/** Revisions before a number, latest first, as many as fit into what is read at once. */
function revisionsBefore(pageId: string, number: number) {
  return db.$queryRaw<{ number: number; markdown: string }[]>`
    SELECT number, markdown
      FROM (SELECT number, markdown, sum(length(markdown)) OVER (ORDER BY number DESC) - length(markdown) AS before
              FROM "WikiRevision" WHERE "pageId" = ${pageId} AND number < ${number}
             ORDER BY number DESC LIMIT ${BLAME_BATCH}) r
     WHERE before < ${BLAME_BATCH_CHARACTERS} ORDER BY number DESC`;
}
