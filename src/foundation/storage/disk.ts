import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { checkedKey, type Storage } from './storage';

/** Where files are written before they are whole; on the same disk, so that moving them is one step. */
const UNFINISHED = '.unfinished';

/** Files in a folder of this machine, or of a disk that all nodes share. */
export function diskStorage(folder: string): Storage {
  const placeOf = (key: string) => path.join(folder, ...checkedKey(key).split('/'));
  return {
    async put(key, bytes) {
      const place = placeOf(key);
      const unfinished = path.join(folder, UNFINISHED, randomUUID());
      await mkdir(path.dirname(unfinished), { recursive: true });
      try {
        await pipeline(bytes, createWriteStream(unfinished, { flags: 'wx', mode: 0o640 }));
        await toDisk(unfinished);
        await mkdir(path.dirname(place), { recursive: true });
        await rename(unfinished, place);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async get(key, range) {
      const place = placeOf(key);
      if (!(await factsOf(place))) return null;
      return createReadStream(place, range);
    },
    stat: (key) => factsOf(placeOf(key)),
    delete: (key) => rm(placeOf(key), { force: true }),
    async *list(prefix) {
      for await (const key of keysIn(folder, '')) if (key.startsWith(prefix)) yield key;
    },
  };
}

/** A file that was told to be stored is there also after the power failed. */
async function toDisk(file: string) {
  const handle = await open(file, 'r');
  await handle.sync().finally(() => handle.close());
}

async function factsOf(place: string) {
  try {
    const found = await stat(place);
    return found.isFile() ? { size: found.size } : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function* keysIn(folder: string, prefix: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const entry of entries) {
    if (entry.name === UNFINISHED) continue;
    if (entry.isDirectory()) {
      yield* keysIn(path.join(folder, entry.name), `${prefix}${entry.name}/`);
    } else yield `${prefix}${entry.name}`;
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ENOENT' || error.code === 'ENOTDIR');
