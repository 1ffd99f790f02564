import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IModule } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import { cruiseTree } from './support/cruise';

const root = path.resolve(import.meta.dirname, '..');

/** What a server needs and no browser should have to load. */
const FOR_SERVERS = /node_modules\/(zod|pg|@prisma|pino|next-auth)\//;

const begins = async (file: string, directive: string) =>
  (await readFile(path.join(root, file), 'utf8')).trimStart().startsWith(`'${directive}'`);

/** How code for browsers comes to something, import by import; types alone bring nothing along. */
async function waysFrom(start: string, modules: Map<string, IModule>): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set([start]);
  const waiting = [[start]];
  for (let way = waiting.pop(); way; way = waiting.pop()) {
    for (const { resolved, dependencyTypes } of modules.get(way.at(-1) ?? '')?.dependencies ?? []) {
      if (seen.has(resolved) || dependencyTypes.includes('type-only')) continue;
      seen.add(resolved);
      const next = [...way, resolved];
      if (FOR_SERVERS.test(resolved)) found.push(next.join(' → '));
      // A server action is called over the network; its code stays where it is.
      else if (resolved.startsWith('src/') && !(await begins(resolved, 'use server'))) {
        waiting.push(next);
      }
    }
  }
  return found;
}

describe('code for browsers', () => {
  it('brings along no schema library, database or sign-in code', async () => {
    const { modules } = await cruiseTree(root);
    const bySource = new Map(modules.map((each) => [each.source, each]));
    const sources = modules.map(({ source }) => source).filter((file) => file.startsWith('src/'));
    const flags = await Promise.all(sources.map((file) => begins(file, 'use client')));
    const forBrowsers = sources.filter((_, index) => flags[index]);
    expect(forBrowsers.length).toBeGreaterThan(30);
    const ways = await Promise.all(forBrowsers.map((file) => waysFrom(file, bySource)));
    expect(ways.flat()).toEqual([]);
  }, 60_000);

  it('would be found out: a planted import of a schema is followed', async () => {
    const module = (source: string, ...imports: string[]) =>
      ({
        source,
        dependencies: imports.map((resolved) => ({ resolved, dependencyTypes: ['local'] })),
        // Of a module's two dozen fields, these are all that is followed.
      }) as unknown as IModule;
    const modules = [
      module('src/ui/planted.tsx', 'src/ui/button.tsx'),
      module('src/ui/button.tsx', 'src/features/wiki/schema.ts'),
      module('src/features/wiki/schema.ts', 'node_modules/zod/index.js'),
    ];
    const bySource = new Map(modules.map((each) => [each.source, each]));
    expect(await waysFrom('src/ui/planted.tsx', bySource)).toHaveLength(1);
  });
});
