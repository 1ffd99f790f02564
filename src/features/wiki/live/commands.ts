import 'server-only';
import * as Y from 'yjs';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { mergeTexts } from '../editing/merging';
import { refusalOf } from './admission';
import { LIVE_TEXT } from './protocol';
import { liveAccess, type StoredText } from './queries';
import { documentOf, rewrite, stateSaying, textOf } from './text-state';

const toStore = (state: Uint8Array) => Buffer.from(state);

/**
 * The live text of a page, begun from its current revision when nobody wrote in it before. Of two
 * processes that begin it at once, both get the same one: texts of different origin cannot be merged.
 */
export async function openLiveText(ctx: Context, pageId: string): Promise<StoredText | null> {
  if (!(await liveAccess(ctx, [pageId])).get(pageId)?.ok) return null;
  const select = { state: true, version: true, baseNumber: true } as const;
  const open = await db.wikiLiveText.findUnique({ where: { pageId }, select });
  if (open) return open;
  const page = await db.wikiPage.findUnique({
    where: { id: pageId },
    select: { currentRevision: { select: { number: true, markdown: true } } },
  });
  if (!page?.currentRevision) return null;
  const { number, markdown } = page.currentRevision;
  const state = stateSaying(markdown);
  const begun = {
    pageId,
    state: toStore(state),
    markdown: textOf(state),
    baseNumber: number,
    baseMarkdown: textOf(state),
    updatedAt: ctx.now,
  };
  await db.wikiLiveText.createMany({ data: [begun], skipDuplicates: true });
  return db.wikiLiveText.findUnique({ where: { pageId }, select });
}

export type TextToStore = {
  pageId: string;
  state: Uint8Array;
  markdown: string;
  /** What was stored when it was last read: another process may have stored since. */
  version: number;
  writerIds: readonly string[];
};

/** Stores a live text; null, and nothing stored, when another process stored first. */
export async function storeLiveText(
  { now }: Context,
  { pageId, state, markdown, version, writerIds }: TextToStore,
): Promise<{ version: number } | null> {
  const stored = await db.$executeRaw`
    UPDATE "WikiLiveText"
       SET state = ${toStore(state)}, markdown = ${markdown}, version = version + 1, "updatedAt" = ${now},
           "writerIds" = ARRAY(SELECT DISTINCT unnest("writerIds" || ${[...writerIds]}::text[]))
     WHERE "pageId" = ${pageId} AND version = ${version}`;
  return stored === 1 ? { version: version + 1 } : null;
}

type Saved = {
  version: number;
  baseNumber: number;
  baseMarkdown: string;
  number: number;
  markdown: string;
  by: string | null;
};

export type MergedRevision = {
  version: number;
  baseNumber: number;
  /** What the merge wrote into the text. */
  update: Uint8Array;
  by: string | null;
  changedText: boolean;
  conflicts: number;
};

/**
 * Brings a revision that was saved meanwhile (by a form, an import, a proposal) into a live text, as
 * an edit. One process does it, whoever stores first; for the others null.
 */
export async function mergeSavedRevision(
  { now }: Context,
  { pageId, state, version }: { pageId: string; state: Uint8Array; version: number },
): Promise<MergedRevision | null> {
  const [saved] = await db.$queryRaw<Saved[]>`
    SELECT l.version, l."baseNumber", l."baseMarkdown", r.number, r.markdown, a.name AS by
      FROM "WikiLiveText" l
      JOIN "WikiPage" p ON p.id = l."pageId"
      JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
      LEFT JOIN "Person" a ON a.id = r."authorId"
     WHERE l."pageId" = ${pageId}`;
  if (!saved || saved.version !== version || saved.number <= saved.baseNumber) return null;

  const document = documentOf(state);
  const before = Y.encodeStateVector(document);
  const text = document.getText(LIVE_TEXT);
  const live = text.toString();
  const markdown = saved.markdown.replace(/\r\n?/g, '\n');
  const merged = mergeTexts(saved.baseMarkdown, live, markdown);
  rewrite(text, merged.text);
  const written = Y.encodeStateAsUpdate(document);
  const update = Y.encodeStateAsUpdate(document, before);
  document.destroy();
  const stored = await db.$executeRaw`
    UPDATE "WikiLiveText"
       SET state = ${toStore(written)}, markdown = ${merged.text}, version = version + 1,
           "baseNumber" = ${saved.number}, "baseMarkdown" = ${markdown}, "updatedAt" = ${now}
     WHERE "pageId" = ${pageId} AND version = ${version}`;
  if (stored !== 1) return null;
  return {
    version: version + 1,
    baseNumber: saved.number,
    update,
    by: saved.by,
    changedText: merged.text !== live,
    conflicts: merged.conflicts.length,
  };
}

/**
 * In the transaction that makes a live text a revision: stores what the saving browser had and the
 * server perhaps had not yet, notes that the revision came from this text, and names who else wrote.
 */
export async function keepLiveSave(
  tx: Transaction,
  { actor, now }: Context,
  saved: { pageId: string; number: number; markdown: string; update: Uint8Array },
): Promise<void> {
  if (refusalOf(saved.update, 0)) return;
  const [open] = await tx.$queryRaw<{ state: Uint8Array; writerIds: string[] }[]>`
    SELECT state, "writerIds" FROM "WikiLiveText" WHERE "pageId" = ${saved.pageId} FOR UPDATE`;
  if (!open) return;
  const state = Y.mergeUpdates([open.state, saved.update]);
  await tx.$executeRaw`
    UPDATE "WikiLiveText"
       SET state = ${toStore(state)}, markdown = ${textOf(state)}, "baseMarkdown" = ${saved.markdown},
           "writerIds" = '{}', version = version + 1, "updatedAt" = ${now}
     WHERE "pageId" = ${saved.pageId}`;
  const others = open.writerIds.filter((id) => id !== actor.personId);
  await tx.$executeRaw`
    INSERT INTO "WikiRevisionCoAuthor" ("revisionId", "personId")
    SELECT r.id, p.id FROM "WikiRevision" r JOIN "Person" p ON p.id = ANY (${others}::text[])
     WHERE r."pageId" = ${saved.pageId} AND r.number = ${saved.number}`;
}
