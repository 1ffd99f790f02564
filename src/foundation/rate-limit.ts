import 'server-only';
import { pool } from './db';

export type Limit = {
  /** How many tries are let through in one window. */
  tries: number;
  windowSeconds: number;
};

/**
 * Counts one try and tells whether it is still within the limit. The count lies in the database,
 * so that it is one and the same however many servers answer; the statement is atomic.
 * @param key what is guarded and for whom, such as `sign-in:10.1.2.3`
 */
export async function withinLimit(key: string, { tries, windowSeconds }: Limit, now: Date) {
  const length = windowSeconds * 1000;
  const startsAt = new Date(Math.floor(now.getTime() / length) * length);
  const { rows } = await pool.query<{ count: number }>(
    `INSERT INTO "RateWindow" AS w (key, "startsAt", count) VALUES ($1, $2, 1)
     ON CONFLICT (key, "startsAt") DO UPDATE SET count = w.count + 1
     RETURNING count`,
    [key, startsAt.toISOString()],
  );
  return (rows[0]?.count ?? 0) <= tries;
}
