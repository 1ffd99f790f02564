import 'server-only';
import type { Readable } from 'node:stream';
import type { Actor, Context } from '@/foundation/context';
import { db, type Prisma } from '@/foundation/db';
import { env } from '@/foundation/env';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import { type ByteRange, storage } from '@/foundation/storage';
import { canAddPage, canEditPage, visibleTo } from '../policy';
import { blobKey } from './keys';

/** Where a file is put: with a page, or with a space as a whole. */
export type FilePlace = {
  spaceId: string;
  spaceSlug: string;
  spaceName: string;
  page: { id: string; path: string; title: string; isDraft: boolean } | null;
  canAdd: boolean;
};

type Wanted = { pageId?: string | null; spaceSlug?: string | null; path?: string | null };

/** The page or space that files are for, and whether the actor may add any; null when there is none. */
export async function getFilePlace(
  { actor }: Context,
  { pageId, spaceSlug, path }: Wanted,
): Promise<FilePlace | null> {
  if (pageId || (spaceSlug && path)) {
    return placeOfPage(
      actor,
      pageId ? { id: pageId } : { space: { slug: spaceSlug ?? '' }, path: path ?? '' },
    );
  }
  const space = await db.wikiSpace.findUnique({
    where: { slug: spaceSlug ?? '' },
    select: { id: true, slug: true, name: true, ownerUnitId: true },
  });
  if (!space) return null;
  return {
    spaceId: space.id,
    spaceSlug: space.slug,
    spaceName: space.name,
    page: null,
    canAdd: canAddPage(actor, space),
  };
}

async function placeOfPage(actor: Actor, where: Prisma.WikiPageWhereInput) {
  const page = await db.wikiPage.findFirst({
    where: { AND: [where, visibleTo(actor)] },
    select: {
      id: true,
      path: true,
      title: true,
      ownerUnitId: true,
      stewards: { select: { personId: true } },
      archivedAt: true,
      publishedAt: true,
      begunById: true,
      space: { select: { id: true, slug: true, name: true, ownerUnitId: true } },
    },
  });
  if (!page) return null;
  const { space, id, path, title } = page;
  const isDraft = page.publishedAt === null;
  const canAdd =
    !page.archivedAt &&
    canEditPage(actor, {
      ownerUnitId: page.ownerUnitId,
      spaceOwnerUnitId: space.ownerUnitId,
      stewardIds: page.stewards.map(({ personId }) => personId),
      begunById: page.begunById,
      isDraft,
    });
  return {
    spaceId: space.id,
    spaceSlug: space.slug,
    spaceName: space.name,
    page: { id, path, title, isDraft },
    canAdd,
  };
}

/** Files of a draft are for those who see the draft. */
export const ofVisiblePages = (actor: Actor) =>
  // An empty condition within an OR would let nothing through.
  actor.isAdministrator ? {} : { OR: [{ pageId: null }, { page: visibleTo(actor) }] };

/** A file as it is served; everybody who has signed in reads what published pages show. */
export async function getFile({ actor }: Context, id: string) {
  return db.attachment.findFirst({
    where: { id, ...ofVisiblePages(actor) },
    select: { id: true, name: true, type: true, size: true, sha256: true, sourcePath: true },
  });
}

/** The bytes of a file; null when the store has lost them. */
export async function openFile(
  _ctx: Context,
  file: { sha256: string },
  range?: ByteRange,
): Promise<Readable | null> {
  return (await storage()).get(blobKey(file.sha256), range);
}

const LISTED = 50;
const FILES_AT_ONCE = 20;

export type ListedFile = {
  id: string;
  name: string;
  type: string;
  size: number;
  createdAt: Date;
  uploader: { name: string; handle: string } | null;
  page: { path: string; title: string } | null;
  isUsed: boolean;
};

/** The files of a page, or of a whole space, newest first. */
export async function listFiles(
  { actor }: Context,
  { spaceId, page }: FilePlace,
  after?: string,
): Promise<Page<ListedFile>> {
  const cursor = decodeCursor(after, 1);
  const rows = await db.attachment.findMany({
    where: { spaceId, ...(page && { pageId: page.id }), ...ofVisiblePages(actor) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: LISTED + 1,
    ...(cursor && { cursor: { id: cursor[0] }, skip: 1 }),
    select: {
      id: true,
      name: true,
      type: true,
      size: true,
      createdAt: true,
      uploader: { select: { name: true, handle: true } },
      page: { select: { path: true, title: true } },
      _count: { select: { references: true } },
    },
  });
  return pageOf(
    rows.map(({ _count, ...row }) => ({ ...row, isUsed: _count.references > 0 })),
    LISTED,
    ({ id }) => encodeCursor([id]),
  );
}

const MEGABYTE = 1024 * 1024;

/** What an upload may weigh, the form around it included; and how a reader is told. */
export function uploadLimits() {
  const megabytes = env.UPLOAD_MEGABYTES_MAX;
  return {
    megabytes,
    requestBytesMax: (megabytes + 1) * MEGABYTE * FILES_AT_ONCE,
    sentence: `A file has at most ${megabytes} MB. Make it smaller, or link to where it lies.`,
  };
}
