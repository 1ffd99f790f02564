import 'server-only';
import type { ActorMembership, Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { askPrepared } from '@/foundation/prepared';
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
 * Session, user, person and their places in units in one statement, on every request. Somebody who
 * has left is refused here even if a row of theirs were still to exist.
 */
export async function contextOfSession(token: string, now: Date): Promise<Context | null> {
  const [row] = await askPrepared<SessionRow>(
    `SELECT p.id, p.handle, p.name, p."timeZone", u."isAdministrator",
            coalesce((
              SELECT json_agg(json_build_object(
                       'unitId', m."unitId", 'kind', m.kind, 'role', m.role, 'isPrimary', m."isPrimary"))
                FROM "UnitPlace" m
               WHERE m."personId" = p.id AND m."validFrom" <= $3::date AND (m."validTo" IS NULL OR $3::date < m."validTo")
            ), '[]') AS memberships
       FROM "Session" s
       JOIN "User" u ON u.id = s."userId"
       JOIN "Person" p ON p.id = u."personId"
      WHERE s."sessionToken" = $1 AND s.expires > $2
        AND p."deactivatedAt" IS NULL AND (p."leftOn" IS NULL OR $3::date < p."leftOn")`,
    [storedSessionToken(token), now.toISOString(), dayOf(now).toISOString().slice(0, 10)],
  );
  if (!row) return null;
  const { id, ...actor } = row;
  return { actor: { ...actor, personId: id, isSystem: false }, now };
}

export type OwnSession = { id: string; browser: string; openedAt: Date | null; isThis: boolean };

const SESSIONS_SHOWN = 50;

/** The browsers the actor is signed in with, the newest first. */
export async function listOwnSessions(
  { actor, now }: Context,
  token: string | null,
): Promise<OwnSession[]> {
  if (actor.personId === null) return [];
  const sessions = await db.session.findMany({
    where: { user: { personId: actor.personId }, expires: { gt: now } },
    select: { id: true, browser: true, openedAt: true, sessionToken: true },
    orderBy: [{ openedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    take: SESSIONS_SHOWN,
  });
  const own = token && storedSessionToken(token);
  return sessions.map(({ sessionToken, ...session }) => ({
    ...session,
    isThis: sessionToken === own,
  }));
}
