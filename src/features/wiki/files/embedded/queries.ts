import 'server-only';
import { text } from 'node:stream/consumers';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { renderNotebook } from '../../rendering/notebook/render-notebook';
import { isNotebook } from '../names';
import { ofVisiblePages, openFile } from '../queries';

/** A larger notebook is offered as a file: laying it out would hold up whoever reads the page. */
const NOTEBOOK_BYTES_MAX = 2 * 1024 * 1024;
const KEPT = 40;

/** By the content's checksum, so that what is kept can never be out of date. */
const notebooks = new Map<string, string>();

export type EmbeddedFile = {
  id: string;
  name: string;
  type: string;
  size: number;
  /** A notebook laid out, safe to put into a page; null for every other file. */
  notebookHtml: string | null;
};

/** The files that a page shows in their places, as far as the reader may see them. */
export async function listEmbeddedFiles(ctx: Context, ids: string[]): Promise<EmbeddedFile[]> {
  const files = await db.attachment.findMany({
    where: { id: { in: ids }, ...ofVisiblePages(ctx.actor) },
    select: { id: true, name: true, type: true, size: true, sha256: true },
  });
  return Promise.all(
    files.map(async ({ sha256, ...file }) => {
      const isLaidOut = isNotebook(file) && file.size <= NOTEBOOK_BYTES_MAX;
      return { ...file, notebookHtml: isLaidOut ? await notebookOf(ctx, sha256) : null };
    }),
  );
}

async function notebookOf(ctx: Context, sha256: string): Promise<string | null> {
  const kept = notebooks.get(sha256);
  if (kept !== undefined) return kept;
  const bytes = await openFile(ctx, { sha256 });
  if (!bytes) return null;
  const { html } = renderNotebook(await text(bytes));
  notebooks.set(sha256, html);
  if (notebooks.size > KEPT) notebooks.delete(notebooks.keys().next().value ?? '');
  return html;
}
