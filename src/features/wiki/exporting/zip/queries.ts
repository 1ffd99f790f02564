import 'server-only';
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Context } from '@/foundation/context';
import { log } from '@/foundation/log';
import { openFile } from '../../files/queries';
import { ABOUT_FILE, aboutSpace } from '../about-space';
import { exportedPlace } from '../file-places';
import { getSpaceExport, listExportedTexts } from '../queries';

const TOGETHER = 200;

/**
 * A space as a ZIP of Markdown and files, written while it is read: neither is ever held in
 * memory as a whole. Null when there is no such space.
 */
export async function exportSpace(ctx: Context, spaceSlug: string): Promise<Readable | null> {
  const space = await getSpaceExport(ctx, spaceSlug);
  if (!space) return null;
  const { pages, files } = space;
  const zip = new ZipFile();
  // An archive that could not be finished must not look like one that was.
  const output = new PassThrough();
  const fail = (error: unknown) => {
    log.error({ err: error, space: spaceSlug }, 'an export could not be finished');
    output.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  zip.on('error', fail);
  zip.outputStream.pipe(output);

  zip.addBuffer(Buffer.from(aboutSpace(space)), ABOUT_FILE, { mtime: space.createdAt });

  const fileIds = new Set(files.map(({ id }) => id));
  const textOf = inBatches(
    pages.map(({ id }) => id),
    (ids) => listExportedTexts(ctx, ids, fileIds),
  );
  for (const { id, path, editedAt } of pages) {
    zip.addReadStreamLazy(`${path}.md`, { mtime: editedAt }, (done) => {
      textOf(id).then((text) => done(null, Readable.from([text])), fail);
    });
  }
  for (const file of files) {
    zip.addReadStreamLazy(exportedPlace(file), { mtime: file.createdAt }, (done) => {
      openFile(ctx, file).then((bytes) => {
        if (bytes) done(null, bytes);
        else fail(new Error(`The file store has lost ${file.name} (${file.sha256}).`));
      }, fail);
    });
  }
  zip.end();
  return output;
}

/** Fetches many at once and hands them out one by one, in the order in which they are asked for. */
function inBatches(ids: readonly string[], fetch: (ids: string[]) => Promise<Map<string, string>>) {
  let texts = new Map<string, string>();
  return async (id: string): Promise<string> => {
    if (!texts.has(id)) {
      const at = ids.indexOf(id);
      texts = await fetch(ids.slice(at, at + TOGETHER));
    }
    return texts.get(id) ?? '';
  };
}
