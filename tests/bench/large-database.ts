import pg from 'pg';
import { buildCompany } from './company';
import { buildWiki } from './wiki-corpus';

type Step = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * Fills a migrated, empty database with the large company and its wiki, and indexes it by its words.
 * The portal's own code indexes; it reads its settings from the environment.
 */
export async function buildLargeDatabase(url: string, step: Step): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  await step('company', () => buildCompany(client));
  await step('wiki', () => buildWiki(client));
  const { rebuildIndex } = await import('@/features/search/indexing/commands');
  const { systemContext } = await import('@/foundation/context');
  await step('search index', () => rebuildIndex(systemContext(new Date())));
  await client.query('VACUUM ANALYZE');
  await client.end();
}

/** Says how long each step takes. */
export const sayingSteps =
  (say: (line: string) => void): Step =>
  async (name, work) => {
    const before = performance.now();
    const result = await work();
    say(`${name}: ${((performance.now() - before) / 1000).toFixed(1)} s`);
    return result;
  };
