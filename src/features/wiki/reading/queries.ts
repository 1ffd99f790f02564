import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { canSeeReadings } from './policy';

/** What a reader read last, for that reader alone. */
export async function listRecentlyRead({ actor }: Context, readerId: string, limit: number) {
  if (!canSeeReadings(actor, readerId)) return [];
  return db.$queryRaw<
    { id: string; title: string; path: string; spaceSlug: string; spaceName: string }[]
  >`
    SELECT p.id, p.title, p.path, s.slug AS "spaceSlug", s.name AS "spaceName"
      FROM "OwnReading" r JOIN "WikiPage" p ON p.id = r."pageId" JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE r."personId" = ${readerId} AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
     ORDER BY r."readAt" DESC, p.id LIMIT ${limit}`;
}
