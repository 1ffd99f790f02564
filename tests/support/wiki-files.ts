import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { addFile } from '@/features/wiki/files/commands';
import { getFile, getFilePlace, openFile } from '@/features/wiki/files/queries';
import type { Context } from '@/foundation/context';

/** A picture of one pixel, as small as a PNG can be. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Puts a file with a page: `aFile(writer, page, 'a.png', PIXEL)`. */
export async function aFile(
  writer: Context,
  page: { id: string },
  name: string,
  content: string | Buffer,
) {
  const place = await getFilePlace(writer, { pageId: page.id });
  if (!place) throw new Error('There is no such page.');
  return addFile(writer, place, { name, bytes: Readable.from([Buffer.from(content)]) });
}

export async function anAddedFile(...given: Parameters<typeof aFile>) {
  const added = await aFile(...given);
  if (!added.ok) throw new Error(added.message);
  return { ...added.file, markdown: added.markdown, href: added.href };
}

export async function contentOf(reader: Context, { id }: { id: string }): Promise<string | null> {
  const file = await getFile(reader, id);
  const bytes = file && (await openFile(reader, file));
  return bytes ? text(bytes) : null;
}
