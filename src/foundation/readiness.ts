import 'server-only';
import { pool } from './db';
import { log } from './log';

export type Readiness = { ready: true } | { ready: false; reason: 'database' | 'migrations' };

const PATIENCE_MILLISECONDS = 3000;

/** Whether this process can answer: the database does, and has every migration this build was made with. */
export async function readiness(
  expected: string | undefined = process.env.EXPECTED_MIGRATION,
): Promise<Readiness> {
  try {
    const { rows } = await inTime(
      pool.query<{ applied: boolean; unfinished: boolean }>(
        `SELECT coalesce(bool_or(migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL), false) AS applied,
                coalesce(bool_or(finished_at IS NULL AND rolled_back_at IS NULL), false) AS unfinished
           FROM _prisma_migrations`,
        [expected],
      ),
    );
    const isMigrated = rows[0]?.applied === true && !rows[0].unfinished;
    return isMigrated ? { ready: true } : { ready: false, reason: 'migrations' };
  } catch (error) {
    log.warn({ err: error }, 'not ready');
    const isNotMigrated = (error as { code?: string }).code === '42P01';
    return { ready: false, reason: isNotMigrated ? 'migrations' : 'database' };
  }
}

function inTime<Result>(work: Promise<Result>): Promise<Result> {
  return Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      setTimeout(
        () => reject(new Error('The database did not answer in time.')),
        PATIENCE_MILLISECONDS,
      ).unref();
    }),
  ]);
}
