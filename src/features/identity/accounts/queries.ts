import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf, formatDay } from '@/foundation/days';
import { pool } from '@/foundation/db';

export type Acquaintance = {
  personId: string;
  userId: string | null;
  email: string | null;
  hasLeft: boolean;
};

const ACQUAINTANCE = `
  SELECT p.id AS "personId", u.id AS "userId", u.email,
         p."deactivatedAt" IS NOT NULL OR coalesce(p."leftOn" <= $1::date, false) AS "hasLeft"
    FROM "Person" p LEFT JOIN "User" u ON u."personId" = p.id`;

/**
 * Whom an e-mail address belongs to. The organisation's record decides before the memory of an
 * earlier sign-in: an address may have been given to somebody else since.
 */
export async function findByEmail({ now }: Context, email: string): Promise<Acquaintance | null> {
  const { rows } = await pool.query<Acquaintance>(
    `${ACQUAINTANCE} WHERE p.email = $2 OR u.email = $2
     ORDER BY (p.email = $2) DESC NULLS LAST LIMIT 1`,
    [formatDay(dayOf(now)), email],
  );
  return rows[0] ?? null;
}

/** Whom a provider's account was tied to at its first sign-in. */
export async function findByAccount(
  { now }: Context,
  provider: string,
  providerAccountId: string,
): Promise<Acquaintance | null> {
  const { rows } = await pool.query<Acquaintance>(
    `${ACQUAINTANCE} JOIN "Account" a ON a."userId" = u.id
     WHERE a.provider = $2 AND a."providerAccountId" = $3`,
    [formatDay(dayOf(now)), provider, providerAccountId],
  );
  return rows[0] ?? null;
}
