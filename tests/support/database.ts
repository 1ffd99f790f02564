import pg from 'pg';

/** The database every test database is a copy of: migrated, and empty. */
export const TEMPLATE = 'guildhall_template';

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs statements as the administrator of the test server. */
export async function administer(server: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(server, 'postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** An empty, migrated database under this name; whatever was there before is gone. */
export async function freshDatabase(server: string, template: string, name: string) {
  await administer(
    server,
    `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`,
    `CREATE DATABASE "${name}" TEMPLATE "${template}"`,
  );
  return databaseUrl(server, name);
}

/**
 * Empties every table of this file's database; meant for `beforeEach`. The history of migrations
 * stays, and so does what a migration itself wrote into a table named in `keep`.
 */
export async function emptyDatabase({ keep = [] }: { keep?: string[] } = {}): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: string | null }>(
      `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS tables
         FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)`,
      [['_prisma_migrations', ...keep]],
    );
    if (rows[0]?.tables) await client.query(`TRUNCATE ${rows[0].tables} RESTART IDENTITY CASCADE`);
  } finally {
    await client.end();
  }
}
