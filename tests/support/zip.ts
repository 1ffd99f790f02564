import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

export { aZip, type Packed } from './zip-bytes';

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
