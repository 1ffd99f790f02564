import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from './env';
import { log } from './log';
import { PrismaClient } from './prisma-client/client';

const POOL_SIZE = 10;

/** One client for this process; kept across reloads in development. */
const holder = globalThis as { guildhallDb?: PrismaClient; guildhallPool?: pg.Pool };

function connect(): PrismaClient {
  holder.guildhallPool = lazyPool();
  return new PrismaClient({ adapter: new PrismaPg(holder.guildhallPool) });
}

/**
 * The environment is read with the first connection, so that a build, which loads this, needs none.
 * No session state: safe behind a pooler in transaction mode. Prepared statements are in `prepared.ts`.
 */
function lazyPool(): pg.Pool {
  // A script that has done its work ends without waiting for idle connections to time out.
  const lazy = new pg.Pool({ allowExitOnIdle: true });
  Object.defineProperties(lazy.options, {
    connectionString: { get: () => env.DATABASE_URL, enumerable: true },
    max: { get: () => env.DATABASE_POOL_SIZE ?? POOL_SIZE, enumerable: true },
  });
  // An idle connection that breaks, as when the database restarts, is replaced by the next use.
  lazy.on('error', ({ message }) =>
    log.warn({ reason: message }, 'a database connection was lost'),
  );
  return lazy;
}

holder.guildhallDb ??= connect();
export const db: PrismaClient = holder.guildhallDb;

/** The same pool as `db`, for statements on the hottest paths that need no mapping. */
export const pool = holder.guildhallPool as pg.Pool;

export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

export { Prisma } from './prisma-client/client';
