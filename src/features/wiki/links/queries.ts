import 'server-only';
import { type Question, question } from '@/foundation/questions';
import { type LinkedPlace, type PageAddress, pageKey, titleKey } from '../addresses';

export type KnownPage = PageAddress & { id: string; title?: string };

/** Which of the pages that links may mean exist, there or moved on from there, are published and not archived, by `pageKey`. */
export function linkedPages(places: readonly LinkedPlace[]): Question<Map<string, string>> {
  const addresses = places.flatMap(({ spaceSlug, candidates, elsewhere = [] }) => [
    ...candidates.map((path) => ({ spaceSlug, path })),
    ...elsewhere,
  ]);
  return question(
    `SELECT p.id, wanted.slug AS "spaceSlug", wanted.path
      FROM unnest($1::text[], $2::text[]) AS wanted (slug, path)
      JOIN "WikiSpace" s ON s.id = coalesce(
             (SELECT here.id FROM "WikiSpace" here WHERE here.slug = wanted.slug),
             (SELECT a."spaceId" FROM "WikiSpaceAddress" a WHERE a.slug = wanted.slug))
      JOIN "WikiPage" p ON p.id = coalesce(
             (SELECT here.id FROM "WikiPage" here WHERE here."spaceId" = s.id AND here.path = wanted.path),
             (SELECT a."pageId" FROM "WikiAddress" a WHERE a."spaceId" = s.id AND a.path = wanted.path))
     WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL`,
    [addresses.map(({ spaceSlug }) => spaceSlug), addresses.map(({ path }) => path)],
    (pages: KnownPage[]) => new Map(pages.map((page) => [pageKey(page), page.id])),
  );
}

/**
 * The pages whose titles wiki links may mean, by `titleKey`; of several of one title the one in the
 * link's own space, else the oldest.
 */
export function titledPages(
  spaceSlug: string,
  places: readonly LinkedPlace[],
): Question<Map<string, KnownPage>> {
  return question(
    `SELECT DISTINCT ON (lower(p.title)) p.id, p.title, p.path, s.slug AS "spaceSlug"
      FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE lower(p.title) = ANY ($1::text[]) AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
     ORDER BY lower(p.title), s.slug <> $2, p."createdAt", p.id`,
    [places.flatMap(({ title }) => (title ? [titleKey(title)] : [])), spaceSlug],
    (pages: (KnownPage & { title: string })[]) =>
      new Map(pages.map((page) => [titleKey(page.title), page])),
  );
}

export type LeftAddress = PageAddress & { leftAt: Date };

/** Where the page at this address lay before, earliest first. */
export function formerAddresses({ spaceSlug, path }: PageAddress): Question<LeftAddress[]> {
  return question(
    `SELECT former.slug AS "spaceSlug", a.path, a."leftAt"
      FROM "WikiSpace" s
      JOIN "WikiPage" p ON p."spaceId" = s.id
      JOIN "WikiAddress" a ON a."pageId" = p.id
      JOIN "WikiSpace" former ON former.id = a."spaceId"
     WHERE s.slug = $1 AND p.path = $2
     ORDER BY a."leftAt", a.path`,
    [spaceSlug, path],
    readLeft,
  );
}

type LeftRow = PageAddress & { leftAt: string };

export const readLeft = (rows: readonly LeftRow[]): LeftAddress[] =>
  rows.map(({ leftAt, ...address }) => ({ ...address, leftAt: new Date(leftAt) }));
