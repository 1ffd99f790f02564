import 'server-only';
import type { Context } from '@/foundation/context';
import { db, type Prisma } from '@/foundation/db';
import { visibleTo } from '../policy';
import { listStandingLines } from '../reviews/telling/queries';
import { exportedText } from './exported-text';

const SHAPE = {
  id: true,
  path: true,
  title: true,
  kind: true,
  editedAt: true,
  ownerUnit: { select: { slug: true, name: true } },
  stewards: {
    select: { person: { select: { handle: true, name: true } } },
    orderBy: { person: { handle: 'asc' } },
  },
  currentRevision: { select: { id: true, markdown: true, html: true } },
} as const;

const findExported = (where: Prisma.WikiPageWhereInput) =>
  db.wikiPage.findFirst({ where, select: SHAPE });

type ExportedPage = NonNullable<Awaited<ReturnType<typeof findExported>>>;

/** A page to take along: its text with its facts at the head, as it lies in an export. */
export async function getPageExport(
  { actor, now }: Context,
  { spaceSlug, path }: { spaceSlug: string; path: string },
) {
  const page = await findExported({ space: { slug: spaceSlug }, path, ...visibleTo(actor) });
  if (!page) return null;
  const standing = (await listStandingLines([page.id], now)).get(page.id);
  const html = page.currentRevision?.html ?? '';
  return { ...page, html, standing, markdown: textOf({ ...page, standing }) };
}

/** What a space holds for everybody, for an export: its published pages by address, and the files that they show. */
export async function getSpaceExport(_ctx: Context, spaceSlug: string) {
  const space = await db.wikiSpace.findUnique({
    where: { slug: spaceSlug },
    select: { id: true, slug: true, name: true, createdAt: true },
  });
  if (!space) return null;
  const pages = await db.wikiPage.findMany({
    where: {
      spaceId: space.id,
      archivedAt: null,
      publishedAt: { not: null },
      currentRevisionId: { not: null },
    },
    orderBy: { path: 'asc' },
    select: { id: true, path: true, editedAt: true },
  });
  const files = await db.attachment.findMany({
    where: {
      references: {
        some: {
          revision: {
            currentOf: { spaceId: space.id, archivedAt: null, publishedAt: { not: null } },
          },
        },
      },
    },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, size: true, sha256: true, createdAt: true },
  });
  return { ...space, pages, files };
}

/** The texts of some pages as they lie in an export, by their ids. */
export async function listExportedTexts(
  { now }: Context,
  ids: readonly string[],
  fileIds: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const pages = await db.wikiPage.findMany({ where: { id: { in: [...ids] } }, select: SHAPE });
  const standings = await listStandingLines(ids, now);
  return new Map(
    pages.map((page) => [page.id, textOf({ ...page, standing: standings.get(page.id) }, fileIds)]),
  );
}

const textOf = (
  page: ExportedPage & { standing: string | undefined },
  fileIds?: ReadonlySet<string>,
) => exportedText({ ...page, markdown: page.currentRevision?.markdown ?? '' }, fileIds);
