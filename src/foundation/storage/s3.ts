import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { checkedKey, type Storage } from './storage';

export type S3Settings = {
  bucket: string;
  region: string;
  /** Left out for Amazon's own. */
  endpoint?: string;
  /** Left out, the machine's own role or profile is used. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** Begins every key, for a bucket that others use too. */
  prefix: string;
};

/** Files in a bucket of any store that speaks S3. */
export function s3Storage({ bucket, prefix, endpoint, region, credentials }: S3Settings): Storage {
  const client = new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
    // Stores that are not Amazon's often do not know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const objectOf = (key: string) => ({ Bucket: bucket, Key: prefix + checkedKey(key) });
  return {
    async put(key, bytes, size) {
      await client.send(
        new PutObjectCommand({ ...objectOf(key), Body: bytes, ContentLength: size }),
      );
    },
    get: (key, range) =>
      unlessMissing(async () => {
        const { Body } = await client.send(
          new GetObjectCommand({
            ...objectOf(key),
            ...(range && { Range: `bytes=${range.start}-${range.end}` }),
          }),
        );
        return (Body as Readable | undefined) ?? null;
      }),
    stat: (key) =>
      unlessMissing(async () => {
        const { ContentLength } = await client.send(new HeadObjectCommand(objectOf(key)));
        return { size: ContentLength ?? 0 };
      }),
    async delete(key) {
      await client.send(new DeleteObjectCommand(objectOf(key)));
    },
    async *list(wanted) {
      let ContinuationToken: string | undefined;
      do {
        const answer = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix + wanted, ContinuationToken }),
        );
        for (const { Key } of answer.Contents ?? []) if (Key) yield Key.slice(prefix.length);
        ContinuationToken = answer.NextContinuationToken;
      } while (ContinuationToken);
    },
  };
}

async function unlessMissing<Found>(find: () => Promise<Found>): Promise<Found | null> {
  try {
    return await find();
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'NoSuchKey' || name === 'NotFound') return null;
    throw error;
  }
}
