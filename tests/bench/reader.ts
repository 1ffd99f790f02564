import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/** Signs a person of the built company in: the token a browser's cookie would carry. */
export async function aBrowserSession(databaseUrl: string, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO "User" (id, email, "personId") VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [`user-${personId}`, `${personId.toLowerCase()}@bench.example`, personId],
  );
  await client.query(
    `INSERT INTO "Session" (id, "sessionToken", "userId", expires)
     SELECT $1, $2, id, now() + interval '1 day' FROM "User" WHERE "personId" = $3`,
    [token.slice(0, 20), createHash('sha256').update(token).digest('base64url'), personId],
  );
  await client.end();
  return token;
}
