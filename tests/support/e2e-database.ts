import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** The database of the portal the browser tests look at, for what a browser cannot set up. */
export function e2eDatabaseUrl(): string {
  const read = (file: string) =>
    JSON.parse(readFileSync(path.join(process.env.E2E_DATA ?? '', file), 'utf8'));
  const { databasePort } = read('launcher.json') as { databasePort: number };
  const { databasePassword } = read('secrets.json') as { databasePassword: string };
  return `postgresql://postgres:${databasePassword}@127.0.0.1:${databasePort}/guildhall`;
}

/** One statement, for a fact a test wants to be sure of. */
export async function askE2eDatabase<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: e2eDatabaseUrl() });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
