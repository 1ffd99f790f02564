import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { canSeePage } from '../policy';
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
  isDraft: boolean;
  begunById: string | null;
  revisionId: string;
  number: number;
  markdown: string;
};

/** Null when there is none, or when it is a draft that the actor may not know of. */
export async function findPageToChange(
  { actor }: Context,
  pageId: string,
): Promise<PageToChange | null> {
  const pages = await db.$queryRaw<PageToChange[]>`
    SELECT p.id, s.slug AS "spaceSlug", p.path, p.title, p.kind::text AS kind, p."ownerUnitId",
           s."ownerUnitId" AS "spaceOwnerUnitId", p."archivedAt", p."publishedAt" IS NULL AS "isDraft", p."begunById",
           r.id AS "revisionId", r.number, r.markdown,
           ARRAY(SELECT w."personId" FROM "WikiSteward" w WHERE w."pageId" = p.id) AS "stewardIds"
      FROM "WikiPage" p
      JOIN "WikiSpace" s ON s.id = p."spaceId"
      JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
     WHERE p.id = ${pageId}`;
  const page = pages[0];
  return page && canSeePage(actor, page) ? page : null;
}
