/**
 * `npm run bench -- --only <part>`: one part of the measurements, in a database of its own.
 * `--only meanings 0.2` reads a fifth of the pages.
 */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buildLargeDatabase, sayingSteps } from './large-database';
import { migrateDatabase, startPostgres } from './processes';

const root = fileURLToPath(new URL('../..', import.meta.url));
const say = (line: string) => console.log(line);

const [name = '', share] = process.argv.slice(2);
const parts: Record<string, (databaseUrl: string) => Promise<void>> = {
  'search-quality': async () => {
    const { measureSearchQuality } = await import('./search-quality');
    await measureSearchQuality(say);
  },
  'found-after-saving': async (url) => {
    const { measureFoundAfterSaving } = await import('./found-after-saving');
    await buildLargeDatabase(url, sayingSteps(say));
    await measureFoundAfterSaving(root, say);
  },
  meanings: async (url) => {
    const { measureMeanings } = await import('./meanings');
    await buildLargeDatabase(url, sayingSteps(say));
    await measureMeanings(say, Number(share ?? 1));
  },
  'search-speed': async (url) => {
    const { measureSearchSpeed } = await import('./search-speed');
    await buildLargeDatabase(url, sayingSteps(say));
    await measureSearchSpeed(say);
  },
  mirror: async () => {
    const { measureMirror } = await import('./mirroring');
    await measureMirror(say);
  },
};

const part = parts[name];
if (!part) {
  say(`There is no part "${name}"; there is: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const server = await startPostgres(root);
try {
  const url = `${server.server}/guildhall_bench`;
  migrateDatabase(root, url);
  // The portal's own code is measured; it reads its settings from the environment.
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('hex');
  await part(url);
  const { db, pool } = await import('@/foundation/db');
  await db.$disconnect();
  await pool.end();
} finally {
  await server.stop();
}
process.exit(0);
