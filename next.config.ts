import { readdirSync } from 'node:fs';
import type { NextConfig } from 'next';
import { CONSTANT_HEADERS } from './src/foundation/security-headers';

const MIGRATIONS = 'prisma/migrations';

/** The newest migration this build knows; a database without it is not ready for it. */
const newestMigration = readdirSync(MIGRATIONS)
  .filter((name) => /^\d{14}_/.test(name))
  .sort()
  .at(-1);

/** The address people type, for when a proxy in front replaces the host it was asked for. */
const publicAddress = process.env.NEXTAUTH_URL;

// An organisation's file of 20 MB, and the form around it.
const LARGEST_FORM = '22mb';

const config: NextConfig = {
  // Several servers from one checkout (tests, measurements) each build into a folder of their own.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`, tests included; who waits for a build need not wait for that.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pino', 'pg', '@prisma/client', '@prisma/adapter-pg'],
  env: { EXPECTED_MIGRATION: newestMigration },
  headers: () => [
    {
      source: '/:path*',
      headers: Object.entries(CONSTANT_HEADERS).map(([key, value]) => ({ key, value })),
    },
  ],
  experimental: {
    // A route is loaded when somebody first asks for it: all of them at once took the start a second.
    preloadEntriesOnStart: false,
    serverActions: {
      bodySizeLimit: LARGEST_FORM,
      allowedOrigins:
        publicAddress && URL.canParse(publicAddress) ? [new URL(publicAddress).host] : [],
    },
    // Without this, what passes through src/proxy.ts is cut off at 10 MB.
    proxyClientMaxBodySize: LARGEST_FORM,
  },
};

export default config;
