import { describe, expect, it } from 'vitest';
import { pool } from '@/foundation/db';
import { log } from '@/foundation/log';
import { askPrepared } from '@/foundation/prepared';

const STATEMENT = 'SELECT $1::int + 1 AS n';
const next = async (n: number) => (await askPrepared<{ n: number }>(STATEMENT, [n]))[0]?.n;
/** Statements that this connection knows by name; one at a time, the pool uses one connection. */
const known = async () =>
  (await pool.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements')).rows;

describe('a prepared statement', () => {
  it('is planned once by a connection and asked with other values', async () => {
    expect([await next(1), await next(2), await next(41)]).toEqual([2, 3, 42]);
    expect(await known()).toEqual([{ statement: STATEMENT }]);
  });

  it('fails as any other does when it cannot be answered', async () => {
    await expect(askPrepared('SELECT 1 / $1::int AS n', [0])).rejects.toThrow('division by zero');
    expect(await next(1)).toBe(2);
  });

  it('is asked anew when the tables behind it changed', async () => {
    await pool.query('CREATE TABLE shifting (a int)');
    await pool.query('INSERT INTO shifting VALUES (1)');
    const shifting = () => askPrepared('SELECT * FROM shifting', []);
    expect(await shifting()).toEqual([{ a: 1 }]);
    await pool.query("ALTER TABLE shifting ADD b text DEFAULT 'b'");
    log.level = 'silent';
    expect(await shifting()).toEqual([{ a: 1, b: 'b' }]);
  });

  it('goes without its name behind a pooler that knows none', async () => {
    await next(1);
    await pool.query('DEALLOCATE ALL');
    log.level = 'silent';
    expect([await next(1), await next(2)]).toEqual([2, 3]);
    expect(await known()).toEqual([]);
  });
});
