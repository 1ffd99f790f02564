import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Prisma downloads its migration engine unless a file is named; ours needs no network.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fromHere('../prisma/schema-engine.mjs');

export default defineConfig({
  schema: fromHere('../prisma'),
  migrations: { path: fromHere('../prisma/migrations') },
  datasource: {
    // `generate` and `validate` never connect, so they work without a database.
    url: process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/guildhall',
  },
});
