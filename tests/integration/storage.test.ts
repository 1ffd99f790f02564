import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskStorage } from '@/foundation/storage/disk';
import { s3Storage } from '@/foundation/storage/s3';
import type { Storage } from '@/foundation/storage/storage';
import { startS3 } from '../support/s3';

const folder = await mkdtemp(path.join(tmpdir(), 'guildhall-storage-'));
let s3: Awaited<ReturnType<typeof startS3>>;

beforeAll(async () => {
  s3 = await startS3('guildhall');
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});

const stores: [string, () => Storage][] = [
  ['a folder', () => diskStorage(folder)],
  [
    'an S3 server',
    () => s3Storage({ bucket: 'guildhall', region: 'us-east-1', prefix: 'wiki/', ...s3 }),
  ],
];

async function keysOf(store: Storage, prefix: string) {
  const keys: string[] = [];
  for await (const key of store.list(prefix)) keys.push(key);
  return keys.toSorted();
}

const put = (store: Storage, key: string, content: string) =>
  store.put(key, Readable.from([Buffer.from(content)]), content.length);

describe.each(stores)('the file store in %s', (_, open) => {
  it('gives back what was put, whole or in part', async () => {
    const store = open();
    await put(store, 'a/b.txt', 'hello world');
    expect(await store.stat('a/b.txt')).toEqual({ size: 11 });
    expect(await text((await store.get('a/b.txt')) as Readable)).toBe('hello world');
    const part = await store.get('a/b.txt', { start: 6, end: 8 });
    expect(await text(part as Readable)).toBe('wor');
  });

  it('puts another content in the place of the first', async () => {
    const store = open();
    await put(store, 'again.txt', 'one');
    await put(store, 'again.txt', 'three');
    expect(await text((await store.get('again.txt')) as Readable)).toBe('three');
  });

  it('has nothing where nothing was put, and deleting that is no error', async () => {
    const store = open();
    expect(await store.get('none')).toBeNull();
    expect(await store.stat('none')).toBeNull();
    await store.delete('none');
  });

  it('lists by the beginning of a key, and forgets what is deleted', async () => {
    const store = open();
    for (const key of ['list/a', 'list/b/c', 'other']) await put(store, key, key);
    expect(await keysOf(store, 'list/')).toEqual(['list/a', 'list/b/c']);
    await store.delete('list/a');
    expect(await keysOf(store, 'list/')).toEqual(['list/b/c']);
  });

  it('keeps eight megabytes byte for byte', async () => {
    const store = open();
    const chunk = Buffer.alloc(1 << 16, 'guildhall ');
    const count = 128;
    await store.put('large', Readable.from(Array(count).fill(chunk)), chunk.length * count);
    const read = await buffer((await store.get('large')) as Readable);
    const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(sum(read)).toBe(sum(Buffer.concat(Array(count).fill(chunk))));
  });

  it.each(['../x', '/etc/passwd', 'a//b', 'a/../b', 'A b', ''])(
    'refuses the key %j, which could lead elsewhere',
    async (key) => {
      await expect(async () => open().stat(key)).rejects.toThrow('no key');
    },
  );
});

describe('a file on the disk', () => {
  it('is not there until all of it is', async () => {
    const store = diskStorage(folder);
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        throw new Error('the line went dead');
      })(),
    );
    await expect(store.put('half.txt', broken, 8)).rejects.toThrow('the line went dead');
    expect(await store.stat('half.txt')).toBeNull();
    expect(await readdir(path.join(folder, '.unfinished'))).toEqual([]);
  });
});
