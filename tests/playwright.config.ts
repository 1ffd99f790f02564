import { mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './support/browser';

/**
 * The browser tests run against what `npm start` runs: the production build on its own embedded
 * database with the demo guild in it, on a port and in a data directory of their own.
 */
const port = process.env.E2E_PORT ?? '3199';
const data =
  process.env.E2E_DATA ?? emptyDirectory(path.join(os.tmpdir(), `guildhall-e2e-${port}`));
const address = `http://localhost:${port}`;

// The worker processes load this file again, and read the same values.
Object.assign(process.env, { E2E_PORT: port, E2E_DATA: data });

/** Root's Postgres runs under another account, so the directory must be open to be walked through. */
function emptyDirectory(place: string): string {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { mode: 0o755 });
  return place;
}

const OUTAGES = 'live-editing.spec.ts';

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ...(process.env.E2E_REPORT ? [['json', { outputFile: process.env.E2E_REPORT }] as const] : []),
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findBrowser(), args: BROWSER_FLAGS },
  },
  projects: [
    { name: 'journeys', testIgnore: OUTAGES },
    // Kills what the others stand on, and so comes when they are through.
    { name: 'outages', testMatch: OUTAGES, dependencies: ['journeys'] },
  ],
  webServer: {
    command: 'node src/launch/start.mjs',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      PORT: port,
      GUILDHALL_DATA: data,
      DATABASE_URL: '',
      NEXTAUTH_URL: address,
      GUILDHALL_DEMO: 'on',
    },
    url: `${address}/readyz`,
    timeout: 600_000,
    stdout: 'pipe',
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
  },
});
