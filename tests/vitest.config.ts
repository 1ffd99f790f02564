import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
          globalSetup: [fromHere('./support/global-setup.ts')],
          setupFiles: [fromHere('./support/each-file.ts')],
          // A process of its own per file: nothing a file does to the environment reaches another.
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
