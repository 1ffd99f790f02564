import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { canEditPage, canSeePage, type PageFacts } from '../policy';
import type { LiveRefusal } from './protocol';

export type Access = { ok: true } | { ok: false; reason: LiveRefusal };

/** Which of these pages the actor may write in at this moment, by the policy that forms obey. */
export async function liveAccess(
  { actor }: Context,
  pageIds: readonly string[],
): Promise<Map<string, Access>> {
  const pages = await db.$queryRaw<(PageFacts & { id: string; archivedAt: Date | null })[]>`
    SELECT p.id, p."ownerUnitId", s."ownerUnitId" AS "spaceOwnerUnitId", p."archivedAt",
           p."publishedAt" IS NULL AS "isDraft", p."begunById",
           ARRAY(SELECT w."personId" FROM "WikiSteward" w WHERE w."pageId" = p.id) AS "stewardIds"
      FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE p.id = ANY (${[...pageIds]}::text[])`;
  const found = new Map(pages.map((page) => [page.id, page]));
  const accessTo = (id: string): Access => {
    const page = found.get(id);
    if (!page || !canSeePage(actor, page)) return { ok: false, reason: 'no-such-page' };
    if (!canEditPage(actor, page)) return { ok: false, reason: 'not-allowed' };
    return page.archivedAt ? { ok: false, reason: 'archived' } : { ok: true };
  };
  return new Map(pageIds.map((id) => [id, accessTo(id)]));
}

export type StoredText = { state: Uint8Array; version: number; baseNumber: number };

export async function getStoredText(_ctx: Context, pageId: string): Promise<StoredText | null> {
  return db.wikiLiveText.findUnique({
    where: { pageId },
    select: { state: true, version: true, baseNumber: true },
  });
}

export type Watched = {
  pageId: string;
  version: number;
  /** The number of the page's current revision. */
  savedNumber: number;
};

/** What was stored and saved of texts that are open, by this process or any other. */
export function watchLiveTexts(_ctx: Context, pageIds: readonly string[]): Promise<Watched[]> {
  return db.$queryRaw<Watched[]>`
    SELECT l."pageId", l.version, r.number AS "savedNumber"
      FROM "WikiLiveText" l
      JOIN "WikiPage" p ON p.id = l."pageId"
      JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
     WHERE l."pageId" = ANY (${[...pageIds]}::text[])`;
}

export type UnsavedText = { markdown: string; updatedAt: Date; writers: string[] };

/** A text that was written together in a page and is no revision yet; null when there is none. */
export async function getUnsavedText(_ctx: Context, pageId: string): Promise<UnsavedText | null> {
  const [text] = await db.$queryRaw<UnsavedText[]>`
    SELECT l.markdown, l."updatedAt",
           ARRAY(SELECT w.name FROM "Person" w WHERE w.id = ANY (l."writerIds") ORDER BY w.name) AS writers
      FROM "WikiLiveText" l
      JOIN "WikiPage" p ON p.id = l."pageId"
      JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
     WHERE l."pageId" = ${pageId} AND l.markdown <> r.markdown AND l.markdown <> l."baseMarkdown"`;
  return text ?? null;
}
