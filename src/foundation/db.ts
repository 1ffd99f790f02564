import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from './env';
import { PrismaClient } from './prisma-client/client';

const POOL_SIZE = 10;

/** One client for this process; kept across reloads in development. */
const holder = globalThis as { guildhallDb?: PrismaClient; guildhallPool?: pg.Pool };

function connect(): PrismaClient {
  // No prepared statements by name and no session state: safe behind a pooler in transaction mode.
  holder.guildhallPool = new pg.Pool({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_SIZE ?? POOL_SIZE,
  });
  return new PrismaClient({ adapter: new PrismaPg(holder.guildhallPool) });
}

holder.guildhallDb ??= connect();
export const db: PrismaClient = holder.guildhallDb;

/** The same pool as `db`, for statements on the hottest paths that need no mapping. */
export const pool = holder.guildhallPool as pg.Pool;

export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

export { Prisma } from './prisma-client/client';
