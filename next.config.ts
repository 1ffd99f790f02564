import type { NextConfig } from 'next';

const config: NextConfig = {
  // Several servers from one checkout (tests, measurements) each build into a folder of their own.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pino', 'pg', '@prisma/client', '@prisma/adapter-pg'],
  experimental: { serverActions: { bodySizeLimit: '12mb' } },
};

export default config;
