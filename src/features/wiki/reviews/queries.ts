import 'server-only';
import type { Context } from '@/foundation/context';
import { db, type Transaction } from '@/foundation/db';
import { linkedPlace } from '../addresses';
import { visibleTo } from '../policy';
import { findPageToChange } from '../revisions/queries';
import { canReadReports } from './policy';

/** The revision that a page had when it was last checked. */
export async function lastCheckedRevision(tx: Transaction, pageId: string): Promise<number | null> {
  const check = await tx.knowledgeReview.findFirst({
    where: { pageId, outcome: { in: ['CONFIRMED', 'CORRECTED'] } },
    orderBy: { id: 'desc' },
    select: { revisionNumber: true },
  });
  return check?.revisionNumber ?? null;
}

type Replacement = { id: string; isObsolete: boolean };

/** The page that somebody named by its address or by its title. */
export async function findReplacement(
  tx: Transaction,
  named: string,
): Promise<Replacement | 'unknown-page' | 'ambiguous-page'> {
  const written = named.replace(/^https?:\/\/[^/]+/i, '');
  const place = written.startsWith('/wiki/')
    ? linkedPlace(written, { spaceSlug: '', path: '' })
    : null;
  const found = place
    ? await tx.$queryRaw<Replacement[]>`
        SELECT p.id, coalesce(st."isObsolete", false) AS "isObsolete"
          FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId" LEFT JOIN "PageStanding" st ON st."pageId" = p.id
         WHERE s.slug = ${place.spaceSlug} AND p.path = ANY (${place.candidates}::text[]) AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
         ORDER BY array_position(${place.candidates}::text[], p.path) LIMIT 1`
    : await tx.$queryRaw<Replacement[]>`
        SELECT p.id, coalesce(st."isObsolete", false) AS "isObsolete"
          FROM "WikiPage" p LEFT JOIN "PageStanding" st ON st."pageId" = p.id
         WHERE lower(p.title) = lower(${named}) AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL LIMIT 2`;
  if (found.length > 1) return 'ambiguous-page';
  return found[0] ?? 'unknown-page';
}

const REPORTS_SHOWN = 20;
const REVIEWS_SHOWN = 20;

/** What readers wrote since a page was last checked; a name only where the reader signed. */
export async function listReports(ctx: Context, pageId: string) {
  const page = await findPageToChange(ctx, pageId);
  if (!page || !canReadReports(ctx.actor, page)) return [];
  return db.$queryRaw<
    { word: string; reportedAt: Date; name: string | null; handle: string | null }[]
  >`
    SELECT r.word, r."reportedAt", CASE WHEN r."isSigned" THEN k.name END AS name,
           CASE WHEN r."isSigned" THEN k.handle END AS handle
      FROM "ReaderReport" r JOIN "Person" k ON k.id = r."readerId" LEFT JOIN "PageStanding" st ON st."pageId" = r."pageId"
     WHERE r."pageId" = ${page.id} AND r."withdrawnAt" IS NULL
       AND r."reportedAt" > coalesce(st."checkedAt", '-infinity')
     ORDER BY r."reportedAt" DESC LIMIT ${REPORTS_SHOWN}`;
}

/** The reviews of a page, the latest first. */
export function listReviews({ actor }: Context, pageId: string) {
  return db.knowledgeReview.findMany({
    where: { pageId, page: visibleTo(actor) },
    orderBy: { id: 'desc' },
    take: REVIEWS_SHOWN,
    select: {
      id: true,
      outcome: true,
      at: true,
      against: true,
      againstUrl: true,
      note: true,
      revisionNumber: true,
      nextDueOn: true,
      reviewer: { select: { name: true, handle: true } },
      replacedBy: { select: { title: true, path: true, space: { select: { slug: true } } } },
    },
  });
}
