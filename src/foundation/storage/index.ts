import 'server-only';
import path from 'node:path';
import { env } from '../env';
import { diskStorage } from './disk';
import type { Storage } from './storage';

let chosen: Promise<Storage> | undefined;

/** The file store that this portal is set up with; the S3 client is loaded only where it is used. */
export function storage(): Promise<Storage> {
  chosen ??= choose();
  return chosen;
}

async function choose(): Promise<Storage> {
  if (!env.S3_BUCKET) return diskStorage(filesFolder());
  const { s3Storage } = await import('./s3');
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  return s3Storage({
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    endpoint: env.S3_ENDPOINT,
    prefix: env.S3_PREFIX,
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
  });
}

const filesFolder = () =>
  path.resolve(env.GUILDHALL_FILES ?? path.join(env.GUILDHALL_DATA, 'files'));

export type { ByteRange, Storage } from './storage';
