import 'server-only';
import { db } from '@/foundation/db';
import type { PageKind } from '../schema';

/** A page as a change to it begins: where it stands, who answers for it, what it says now. */
export type PageToChange = {
  id: string;
  spaceSlug: string;
  path: string;
  title: string;
  kind: PageKind;
  ownerUnitId: string | null;
  spaceOwnerUnitId: string;
  stewardIds: string[];
  archivedAt: Date | null;
  revisionId: string;
  number: number;
  markdown: string;
};

export async function findPageToChange(pageId: string): Promise<PageToChange | null> {
  const pages = await db.$queryRaw<PageToChange[]>`
    SELECT p.id, s.slug AS "spaceSlug", p.path, p.title, p.kind::text AS kind, p."ownerUnitId",
           s."ownerUnitId" AS "spaceOwnerUnitId", p."archivedAt",
           r.id AS "revisionId", r.number, r.markdown,
           ARRAY(SELECT w."personId" FROM "WikiSteward" w WHERE w."pageId" = p.id) AS "stewardIds"
      FROM "WikiPage" p
      JOIN "WikiSpace" s ON s.id = p."spaceId"
      JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
     WHERE p.id = ${pageId}`;
  return pages[0] ?? null;
}
