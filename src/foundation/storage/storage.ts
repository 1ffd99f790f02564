import type { Readable } from 'node:stream';

/** Bytes from `start` to `end`, both included, as in HTTP. */
export type ByteRange = { start: number; end: number };

export type StoredFacts = { size: number };

/**
 * Where files lie: bytes by key. A key is made of words and slashes and is ours, never a reader's.
 * Whoever reads sees all of a file or nothing: `put` shows it when all of it is there.
 */
export interface Storage {
  /** @param size known beforehand, because a remote store wants to be told */
  put(key: string, bytes: Readable, size: number): Promise<void>;
  /** Null when there is no such file. */
  get(key: string, range?: ByteRange): Promise<Readable | null>;
  stat(key: string): Promise<StoredFacts | null>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** The keys that begin with this, in any order. */
  list(prefix: string): AsyncIterable<string>;
}

const KEY = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/;

/** @throws for what could lead out of the store, which only a mistake of ours can ask for */
export function checkedKey(key: string): string {
  if (!KEY.test(key) || key.length > 400) throw new Error(`“${key}” is no key of the file store.`);
  return key;
}
