import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './support/browser';

/**
 * The browser tests run against what `npm start` runs: the production build on its own embedded
 * database with the demo guild in it, on a port and in a data directory of their own. The
 * environment carries both to the worker processes, which load this file again.
 */
const port = Number((process.env.E2E_PORT ??= '3199'));
const data = (process.env.E2E_DATA ??= mkdtempSync(path.join(os.tmpdir(), 'guildhall-e2e-')));
const address = `http://localhost:${port}`;

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
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
  webServer: {
    command: 'node src/launch/start.mjs',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      PORT: String(port),
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
