import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { currentInstant } from '@/foundation/clock';
import type { ActorMembership, Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { pool } from '@/foundation/db';
import { env } from '@/foundation/env';
import { REQUESTED_PATH, signInAddress } from './return-address';
import { isSecureAddress, sessionCookieName } from './session-cookie';
import { storedSessionToken } from './session-token';

/** Who is signed in, with the memberships that hold today, and the instant of this request. */
export const requestContext = cache(async (): Promise<Context> => {
  const context = await signedInContext();
  if (!context) redirect(signInAddress((await headers()).get(REQUESTED_PATH)));
  return context;
});

/** As requestContext, but null when nobody is signed in. */
export const signedInContext = cache(async (): Promise<Context | null> => {
  const cookie = (await cookies()).get(sessionCookieName(isSecureAddress(env.NEXTAUTH_URL)));
  return cookie ? contextOfSession(cookie.value, currentInstant()) : null;
});

type SessionRow = {
  id: string;
  handle: string;
  name: string;
  timeZone: string;
  isAdministrator: boolean;
  memberships: ActorMembership[];
};

/**
 * Session, user, person and memberships in one statement, on every request. Somebody who has left
 * is refused here even if a row of theirs were still to exist.
 */
export async function contextOfSession(token: string, now: Date): Promise<Context | null> {
  const { rows } = await pool.query<SessionRow>(
    `SELECT p.id, p.handle, p.name, p."timeZone", u."isAdministrator",
            coalesce((
              SELECT json_agg(json_build_object(
                       'unitId', m."unitId", 'kind', m."unitKind", 'role', m.role, 'isPrimary', m."isPrimary"))
                FROM "Membership" m
               WHERE m."personId" = p.id AND m."supersededAt" IS NULL
                 AND m."validFrom" <= $3::date AND (m."validTo" IS NULL OR $3::date < m."validTo")
            ), '[]') AS memberships
       FROM "Session" s
       JOIN "User" u ON u.id = s."userId"
       JOIN "Person" p ON p.id = u."personId"
      WHERE s."sessionToken" = $1 AND s.expires > $2
        AND p."deactivatedAt" IS NULL AND (p."leftOn" IS NULL OR $3::date < p."leftOn")`,
    [storedSessionToken(token), now.toISOString(), dayOf(now).toISOString().slice(0, 10)],
  );
  const row = rows[0];
  if (!row) return null;
  const { id, ...actor } = row;
  return { actor: { ...actor, personId: id, isSystem: false }, now };
}
