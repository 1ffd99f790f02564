import 'server-only';
import type { Context } from '@/foundation/context';
import { db, pool } from '@/foundation/db';
import { SESSION_SECONDS } from '../session-cookie';
import { newSessionToken, storedSessionToken } from '../session-token';

export type NewSession = { token: string; expires: Date };

/** By which way somebody came in, and with what browser. */
export type Entrance = { way: 'oidc' | 'email' | 'demo'; browser: string };

/**
 * Signs a browser in; null for somebody who has left. Only the answer holds the token, the database
 * keeps its hash. The lock on the person makes a sign-in and a departure at the same moment wait for
 * each other, so that no session outlives the departure.
 */
export async function openSession(
  { now }: Context,
  userId: string,
  entrance?: Entrance,
): Promise<NewSession | null> {
  const token = newSessionToken();
  const expires = new Date(now.getTime() + SESSION_SECONDS * 1000);
  const { rowCount } = await pool.query(
    `WITH here AS (
       SELECT u.id FROM "User" u JOIN "Person" p ON p.id = u."personId"
        WHERE u.id = $3 AND p."deactivatedAt" IS NULL
          FOR SHARE OF p)
     INSERT INTO "Session" (id, "sessionToken", "userId", expires, "openedAt", way, browser)
     SELECT $1, $2, here.id, $4, $5, $6, $7 FROM here`,
    [
      crypto.randomUUID(),
      storedSessionToken(token),
      userId,
      expires.toISOString(),
      now.toISOString(),
      entrance?.way ?? '',
      entrance?.browser ?? '',
    ],
  );
  if (!rowCount) return null;
  await forgetWhatRanOut(now);
  return { token, expires };
}

/** Signs one browser out, and tells by which way it had come in; null when it was signed out already. */
export async function closeSession(token: string): Promise<string | null> {
  const { rows } = await pool.query<{ way: string }>(
    'DELETE FROM "Session" WHERE "sessionToken" = $1 RETURNING way',
    [storedSessionToken(token)],
  );
  return rows[0]?.way ?? null;
}

/** Signs another of one's own browsers out, and tells how many that were; it may be signed out already. */
export async function closeOwnSession({ actor }: Context, sessionId: string): Promise<number> {
  if (actor.personId === null) return 0;
  const { count } = await db.session.deleteMany({
    where: { id: sessionId, user: { personId: actor.personId } },
  });
  return count;
}

/** Signs out all of one's own browsers but this one, and tells how many these were. */
export async function closeOtherSessions({ actor }: Context, token: string): Promise<number> {
  if (actor.personId === null) return 0;
  const { count } = await db.session.deleteMany({
    where: {
      user: { personId: actor.personId },
      sessionToken: { not: storedSessionToken(token) },
    },
  });
  return count;
}

/** Sessions, links and counted tries that can never matter again; cheap, and done at each sign-in. */
async function forgetWhatRanOut(now: Date): Promise<void> {
  const DAY = 24 * 60 * 60 * 1000;
  await db.session.deleteMany({ where: { expires: { lte: now } } });
  await db.verificationToken.deleteMany({ where: { expires: { lte: now } } });
  await db.rateWindow.deleteMany({ where: { startsAt: { lt: new Date(now.getTime() - DAY) } } });
}
