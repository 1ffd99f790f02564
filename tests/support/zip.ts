import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll } from 'vitest';
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

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

export async function aTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guildhall-test-'));
  folders.push(folder);
  return folder;
}

/** Bytes as a file on this disk, which goes when the tests of this file end. */
export async function onDisk(bytes: Buffer, name = 'archive.zip'): Promise<string> {
  const file = path.join(await aTemporaryFolder(), name);
  await writeFile(file, bytes);
  return file;
}
