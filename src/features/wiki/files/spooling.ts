import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HEAD_BYTES } from './kinds';

/** Bytes that arrived, put aside until it is decided what becomes of them. */
export type SpooledFile = {
  size: number;
  sha256: string;
  /** Its beginning, by which it is recognised. */
  head: Buffer;
  /** Where it lies until it is discarded. */
  place: string;
  read(): Readable;
  discard(): Promise<void>;
};

/**
 * Puts bytes aside on this machine's disk while they arrive, so that no file is ever held in
 * memory. Null when there are more than allowed; then nothing is kept.
 */
export async function spool(bytes: Readable, maximum: number): Promise<SpooledFile | null> {
  const file = path.join(tmpdir(), `guildhall-${randomUUID()}`);
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let size = 0;
  const discard = () => rm(file, { force: true });
  const look = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (size < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - size));
      size += chunk.length;
      hash.update(chunk);
      // The rest of what is too large passes by unkept, so that the sender hears the answer.
      if (size > maximum) done();
      else done(null, chunk);
    },
  });
  try {
    await pipeline(bytes, look, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    await discard();
    throw error;
  }
  if (size > maximum) {
    await discard();
    return null;
  }
  return {
    size,
    sha256: hash.digest('hex'),
    head: Buffer.concat(head),
    place: file,
    read: () => createReadStream(file),
    discard,
  };
}
