import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A database and folders of its own for each file. */
const withDatabase = {
  globalSetup: [fromHere('./support/global-setup.ts')],
  setupFiles: [fromHere('./support/each-file.ts')],
  // A process of its own per file: nothing a file does to the environment reaches another.
  pool: 'forks' as const,
};

export default defineConfig({
  root: fromHere('..'),
  resolve: {
    alias: {
      '@': fromHere('../src'),
      // Next replaces this marker itself; outside of Next it would refuse to be imported.
      'server-only': fromHere('./support/server-only.ts'),
    },
  },
  test: {
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'prisma/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          ...withDatabase,
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'heavy',
          include: ['tests/heavy/**/*.test.ts'],
          ...withDatabase,
          maxWorkers: 1,
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
