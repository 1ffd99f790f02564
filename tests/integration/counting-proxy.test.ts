import pg from 'pg';
import { expect, it } from 'vitest';
import { startCountingProxy } from '../support/counting-proxy';

it('every statement that reaches the database is counted, with and without parameters', async () => {
  const proxy = await startCountingProxy(process.env.DATABASE_URL as string);
  const client = new pg.Client({ connectionString: proxy.databaseUrl });
  await client.connect();
  try {
    proxy.take();
    await client.query('SELECT 1');
    await client.query('SELECT $1::text', ['x'.repeat(100_000)]);
    const { rows } = await client.query('SELECT $1::int + 1 AS sum', [41]);
    expect(rows).toEqual([{ sum: 42 }]);
    expect(proxy.take()).toBe(3);
    expect(proxy.take()).toBe(0);
  } finally {
    await client.end();
    await proxy.close();
  }
});
