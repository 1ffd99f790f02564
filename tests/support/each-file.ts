import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, inject } from 'vitest';
import { administer, freshDatabase } from './database';

/**
 * Before a test file is loaded: a database of its own, and the environment the application reads.
 * `@/foundation/db` then connects there without knowing of tests.
 */
const server = inject('databaseServer');
const template = inject('databaseTemplate');
const name = `${template}_worker_${process.env.VITEST_POOL_ID}`;

const files = mkdtempSync(path.join(tmpdir(), 'guildhall-files-'));

Object.assign(process.env, {
  GUILDHALL_FILES: path.join(files, 'files'),
  GUILDHALL_MIRRORS: path.join(files, 'mirrors'),
  DATABASE_URL: await freshDatabase(server, template, name),
  NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a-secret-for-tests-that-is-long-enough-0123456789',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
});

afterAll(async () => {
  rmSync(files, { recursive: true, force: true });
  const { guildhallPool } = globalThis as { guildhallPool?: { end(): Promise<void> } };
  await guildhallPool?.end();
  await administer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
});
