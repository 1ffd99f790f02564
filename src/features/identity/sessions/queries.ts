import 'server-only';
import type { ActorMembership, Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { pool } from '@/foundation/db';
import { storedSessionToken } from '../session-token';

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
