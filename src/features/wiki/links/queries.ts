import 'server-only';
import type { Transaction } from '@/foundation/db';
import { type LinkedPlace, type PageAddress, pageKey } from '../addresses';

export type KnownPage = PageAddress & { id: string };

/** Which of the pages that links may mean exist and are not archived, by `pageKey`. */
export async function findLinkedPages(
  client: Transaction,
  places: readonly LinkedPlace[],
): Promise<Map<string, string>> {
  const addresses = places.flatMap(({ spaceSlug, candidates }) =>
    candidates.map((path) => ({ spaceSlug, path })),
  );
  if (addresses.length === 0) return new Map();
  const pages = await client.$queryRaw<KnownPage[]>`
    SELECT p.id, s.slug AS "spaceSlug", p.path
      FROM unnest(
             ${addresses.map(({ spaceSlug }) => spaceSlug)}::text[],
             ${addresses.map(({ path }) => path)}::text[]
           ) AS wanted (slug, path)
      JOIN "WikiSpace" s ON s.slug = wanted.slug
      JOIN "WikiPage" p ON p."spaceId" = s.id AND p.path = wanted.path
     WHERE p."archivedAt" IS NULL`;
  return new Map(pages.map((page) => [pageKey(page), page.id]));
}
