import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { db } from '@/foundation/db';

const A_PRISMA_COMMAND = 60_000;
const run = promisify(execFile);
const prisma = (...options: string[]) =>
  run(process.execPath, ['node_modules/prisma/build/index.js', ...options], { env: process.env });

describe('the history of migrations', () => {
  it("is recorded as Prisma's native engine records it: by the sha256 of each file", async () => {
    const recorded = await db.$queryRaw<{ name: string; checksum: string; steps: number }[]>`
      SELECT migration_name AS name, checksum, applied_steps_count AS steps
        FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
       ORDER BY started_at`;
    const written = readdirSync('prisma/migrations', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ name, checksum: sha256(`prisma/migrations/${name}/migration.sql`) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en'));

    expect(written.length).toBeGreaterThan(0);
    expect(recorded).toEqual(written.map((migration) => ({ ...migration, steps: 1 })));
  });

  it('names the database it was written for', () => {
    const lock = readFileSync('prisma/migrations/migration_lock.toml', 'utf8');
    expect(lock).toMatch(/^provider = "postgresql"$/m);
  });

  it(
    'makes exactly the tables that the models describe',
    async () => {
      const compare = ['--from-config-datasource', '--to-schema', 'prisma', '--exit-code'];
      const { stdout } = await prisma('migrate', 'diff', ...compare);
      expect(stdout).toContain('No difference detected');
    },
    A_PRISMA_COMMAND,
  );

  it(
    'applied a second time changes nothing',
    async () => {
      const { stdout } = await prisma('migrate', 'deploy');
      expect(stdout).toContain('No pending migrations to apply');
    },
    A_PRISMA_COMMAND,
  );
});

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
