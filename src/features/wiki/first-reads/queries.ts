import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { pageHref } from '../addresses';

export type FirstRead = { id: string; href: string; title: string; spaceName: string };

const FIRST_READS = 10;

/**
 * Ten pages to begin with: best practice of the spaces of one's own units, what touches one's own
 * skills and what somebody looks after first. How often a page is read plays no part.
 */
export async function listFirstReads({ actor }: Context): Promise<FirstRead[]> {
  const unitIds = actor.memberships.map(({ unitId }) => unitId);
  const rows = await db.$queryRaw<
    { id: string; title: string; path: string; spaceSlug: string; spaceName: string }[]
  >`
    SELECT p.id, p.title, p.path, s.slug AS "spaceSlug", s.name AS "spaceName"
      FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND p."currentRevisionId" IS NOT NULL AND p.kind = 'BEST_PRACTICE'
     ORDER BY s."ownerUnitId" = ANY (${unitIds}) DESC,
       EXISTS (SELECT 1 FROM "Person" me, unnest(me.skills) AS skill
                WHERE me.id = ${actor.personId}
                  AND position(lower(skill) IN lower(p.title || ' ' || p.summary)) > 0) DESC,
       EXISTS (SELECT 1 FROM "WikiSteward" w WHERE w."pageId" = p.id) DESC, p.title, p.id
     LIMIT ${FIRST_READS}`;
  return rows.map(({ id, title, spaceName, ...address }) => ({
    id,
    title,
    spaceName,
    href: pageHref(address),
  }));
}
