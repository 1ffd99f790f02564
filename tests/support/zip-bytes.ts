import { buffer } from 'node:stream/consumers';
import { type Options, ZipFile } from 'yazl';

export type Packed = string | Buffer | { content: string | Buffer; options: Partial<Options> };

/** The bytes of a ZIP file: `aZip({ 'a.md': '# A' })`. */
export async function aZip(files: Record<string, Packed>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, packed] of Object.entries(files)) {
    const { content, options } =
      typeof packed === 'string' || Buffer.isBuffer(packed)
        ? { content: packed, options: {} }
        : packed;
    zip.addBuffer(Buffer.from(content), name, options);
  }
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream & AsyncIterable<Buffer>);
}
