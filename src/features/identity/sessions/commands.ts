import 'server-only';
import type { Context } from '@/foundation/context';
import { db, pool } from '@/foundation/db';
import { SESSION_SECONDS } from '../session-cookie';
import { newSessionToken, storedSessionToken } from '../session-token';

export type NewSession = { token: string; expires: Date };

/**
 * Signs a browser in; null for somebody who has left. Only the answer holds the token, the database
 * keeps its hash. The lock on the person makes a sign-in and a departure at the same moment wait for
 * each other, so that no session outlives the departure.
 */
export async function openSession({ now }: Context, userId: string): Promise<NewSession | null> {
  const token = newSessionToken();
  const expires = new Date(now.getTime() + SESSION_SECONDS * 1000);
  const { rowCount } = await pool.query(
    `WITH here AS (
       SELECT u.id FROM "User" u JOIN "Person" p ON p.id = u."personId"
        WHERE u.id = $3 AND p."deactivatedAt" IS NULL
          FOR SHARE OF p)
     INSERT INTO "Session" (id, "sessionToken", "userId", expires)
     SELECT $1, $2, here.id, $4 FROM here`,
    [crypto.randomUUID(), storedSessionToken(token), userId, expires.toISOString()],
  );
  if (!rowCount) return null;
  await forgetWhatRanOut(now);
  return { token, expires };
}

/** Signs one browser out; it may be signed out already. */
export async function closeSession(token: string): Promise<void> {
  await db.session.deleteMany({ where: { sessionToken: storedSessionToken(token) } });
}

/** Sessions, links and counted tries that can never matter again; cheap, and done at each sign-in. */
async function forgetWhatRanOut(now: Date): Promise<void> {
  const DAY = 24 * 60 * 60 * 1000;
  await db.session.deleteMany({ where: { expires: { lte: now } } });
  await db.verificationToken.deleteMany({ where: { expires: { lte: now } } });
  await db.rateWindow.deleteMany({ where: { startsAt: { lt: new Date(now.getTime() - DAY) } } });
}
