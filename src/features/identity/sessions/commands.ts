import 'server-only';
import { db } from '@/foundation/db';
import { SESSION_SECONDS } from '../session-cookie';
import { newSessionToken, storedSessionToken } from '../session-token';

export type NewSession = { token: string; expires: Date };

/** Signs a browser in. Only the answer holds the token; the database keeps its hash. */
export async function openSession(userId: string, now: Date): Promise<NewSession> {
  const token = newSessionToken();
  const expires = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await db.session.create({ data: { sessionToken: storedSessionToken(token), userId, expires } });
  return { token, expires };
}

/** Signs one browser out; it may be signed out already. */
export async function closeSession(token: string): Promise<void> {
  await db.session.deleteMany({ where: { sessionToken: storedSessionToken(token) } });
}

/** Sessions that have run out can never sign anyone in again. */
export async function forgetExpiredSessions(now: Date): Promise<void> {
  await db.session.deleteMany({ where: { expires: { lte: now } } });
}
