import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { db } from '@/foundation/db';
import { readiness } from '@/foundation/readiness';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs what a server runs when it starts, in a process of its own. */
function start(variables: Record<string, string>) {
  const program = `
    const { register } = await import('./src/instrumentation.ts');
    await register();
    console.log('started', process.env.NEXTAUTH_URL);`;
  return spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '-e', program],
    {
      cwd: root,
      encoding: 'utf8',
      env: { NODE_ENV: 'test', PATH: process.env.PATH, NEXT_RUNTIME: 'nodejs', ...variables },
    },
  );
}

describe('starting a server', () => {
  it('ends at once when the environment is wrong, with everything that is wrong', () => {
    const { status, stdout, stderr } = start({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgresql://db.example.com/guildhall',
      NEXTAUTH_SECRET: 'changeme',
      GUILDHALL_DEMO: 'on',
    });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([
      'The environment is not right:',
      expect.stringContaining('GUILDHALL_DEMO is on'),
      expect.stringContaining('NEXTAUTH_SECRET is short'),
      expect.stringContaining('NEXTAUTH_URL is not https'),
    ]);
  });

  it('goes on when it is right, without asking the database', () => {
    const { status, stdout, stderr } = start({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgresql://nowhere.invalid/guildhall',
      NEXTAUTH_URL: 'https://guild.example.com',
      NEXTAUTH_SECRET: 'kT4vN9xQ2bL7mW5pR8sD1fG6hJ3cZ0yA',
      SMTP_URL: 'smtps://mail.example.com',
      MAIL_FROM: 'guildhall@example.com',
    });
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('started https://guild.example.com');
    expect(status).toBe(0);
  });
});

describe('readiness', () => {
  const newest = async () => {
    const [row] = await db.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1`;
    return row?.migration_name;
  };

  it('is there when the database has the newest migration', async () => {
    expect(await readiness(await newest())).toEqual({ ready: true });
  });

  it('is not there before a migration this build needs', async () => {
    expect(await readiness('29990101000000_not_yet')).toEqual({
      ready: false,
      reason: 'migrations',
    });
  });

  it('is not there while a migration has begun and not ended', async () => {
    const name = await newest();
    await db.$executeRaw`
      INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
      VALUES ('half', '', '29990101000000_half', now(), 0)`;
    expect(await readiness(name)).toEqual({ ready: false, reason: 'migrations' });
    await db.$executeRaw`DELETE FROM _prisma_migrations WHERE id = 'half'`;
  });

  it('is not there when nothing was migrated at all', async () => {
    await db.$executeRaw`ALTER TABLE _prisma_migrations RENAME TO elsewhere`;
    expect(await readiness('any')).toEqual({ ready: false, reason: 'migrations' });
    await db.$executeRaw`ALTER TABLE elsewhere RENAME TO _prisma_migrations`;
  });
});
