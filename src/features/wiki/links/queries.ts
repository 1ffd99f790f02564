import 'server-only';
import type { Transaction } from '@/foundation/db';
import { type LinkedPlace, type PageAddress, pageKey, titleKey } from '../addresses';

export type KnownPage = PageAddress & { id: string; title?: string };

/** Which of the pages that links may mean exist, there or moved on from there, are published and not archived, by `pageKey`. */
export async function findLinkedPages(
  client: Transaction,
  places: readonly LinkedPlace[],
): Promise<Map<string, string>> {
  const addresses = places.flatMap(({ spaceSlug, candidates, elsewhere = [] }) => [
    ...candidates.map((path) => ({ spaceSlug, path })),
    ...elsewhere,
  ]);
  if (addresses.length === 0) return new Map();
  const pages = await client.$queryRaw<KnownPage[]>`
    SELECT p.id, wanted.slug AS "spaceSlug", wanted.path
      FROM unnest(
             ${addresses.map(({ spaceSlug }) => spaceSlug)}::text[],
             ${addresses.map(({ path }) => path)}::text[]
           ) AS wanted (slug, path)
      JOIN "WikiSpace" s ON s.id = coalesce(
             (SELECT here.id FROM "WikiSpace" here WHERE here.slug = wanted.slug),
             (SELECT a."spaceId" FROM "WikiSpaceAddress" a WHERE a.slug = wanted.slug))
      JOIN "WikiPage" p ON p.id = coalesce(
             (SELECT here.id FROM "WikiPage" here WHERE here."spaceId" = s.id AND here.path = wanted.path),
             (SELECT a."pageId" FROM "WikiAddress" a WHERE a."spaceId" = s.id AND a.path = wanted.path))
     WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL`;
  return new Map(pages.map((page) => [pageKey(page), page.id]));
}

/**
 * The pages whose titles wiki links may mean, by `titleKey`; of several of one title the one in the
 * link's own space, else the oldest.
 */
export async function findTitledPages(
  client: Transaction,
  spaceSlug: string,
  places: readonly LinkedPlace[],
): Promise<Map<string, KnownPage>> {
  const titles = places.flatMap(({ title }) => (title ? [titleKey(title)] : []));
  if (titles.length === 0) return new Map();
  const pages = await client.$queryRaw<(KnownPage & { title: string })[]>`
    SELECT DISTINCT ON (lower(p.title)) p.id, p.title, p.path, s.slug AS "spaceSlug"
      FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE lower(p.title) = ANY (${titles}::text[]) AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
     ORDER BY lower(p.title), s.slug <> ${spaceSlug}, p."createdAt", p.id`;
  return new Map(pages.map((page) => [titleKey(page.title), page]));
}

type LeftAddress = PageAddress & { leftAt: Date };

/** Where the page at this address lay before, earliest first. */
export function findFormerAddresses(
  client: Transaction,
  { spaceSlug, path }: PageAddress,
): Promise<LeftAddress[]> {
  return client.$queryRaw<LeftAddress[]>`
    SELECT former.slug AS "spaceSlug", a.path, a."leftAt"
      FROM "WikiSpace" s
      JOIN "WikiPage" p ON p."spaceId" = s.id
      JOIN "WikiAddress" a ON a."pageId" = p.id
      JOIN "WikiSpace" former ON former.id = a."spaceId"
     WHERE s.slug = ${spaceSlug} AND p.path = ${path}
     ORDER BY a."leftAt", a.path`;
}
