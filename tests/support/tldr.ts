import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebReadableStream } from 'node:stream/web';
import tar from 'tar-stream';

// A CommonJS package whose exports Node's module loader cannot see by name.
const { XzReadableStream } = createRequire(import.meta.url)(
  'xz-decompress',
) as typeof import('xz-decompress');

/** The pages of the tldr corpus, read from its archive. */
export async function tldrPages(folder: string): Promise<{ file: string; markdown: string }[]> {
  const pages: { file: string; markdown: string }[] = [];
  const reader = tar.extract();
  reader.on('entry', async (header, stream, next) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    if (header.name.endsWith('.md')) {
      pages.push({ file: header.name, markdown: Buffer.concat(chunks).toString('utf8') });
    }
    next();
  });
  const archive = createReadStream(path.join(folder, 'tldr-pages.tar.xz'));
  // Node's streams of the web and the browser's are the same objects under two types that do not meet.
  const packed = Readable.toWeb(archive) as unknown as ReadableStream<Uint8Array>;
  const unpacked = new XzReadableStream(packed) as unknown as WebReadableStream;
  await pipeline(Readable.fromWeb(unpacked), reader);
  return pages;
}
