import 'server-only';
import type { Context } from '@/foundation/context';
import { askPrepared } from '@/foundation/prepared';
import { type LeftAddress, readLeft } from '../links/queries';
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
  /** Whom its text names. */
  mentionedIds: string[];
  /** Where it lay before, earliest first. */
  former: LeftAddress[];
  archivedAt: Date | null;
  isDraft: boolean;
  begunById: string | null;
  revisionId: string;
  number: number;
  markdown: string;
};

type PageRow = Omit<PageToChange, 'former'> & { former: Parameters<typeof readLeft>[0] };

/** Null when there is none, or when it is a draft that the actor may not know of. */
export async function findPageToChange(
  { actor }: Context,
  pageId: string,
): Promise<PageToChange | null> {
  const [page] = await askPrepared<PageRow>(
    `SELECT p.id, s.slug AS "spaceSlug", p.path, p.title, p.kind::text AS kind, p."ownerUnitId",
            s."ownerUnitId" AS "spaceOwnerUnitId", p."archivedAt", p."publishedAt" IS NULL AS "isDraft", p."begunById",
            r.id AS "revisionId", r.number, r.markdown,
            ARRAY(SELECT w."personId" FROM "WikiSteward" w WHERE w."pageId" = p.id) AS "stewardIds",
            ARRAY(SELECT m."personId" FROM "WikiMention" m WHERE m."pageId" = p.id) AS "mentionedIds",
            (SELECT coalesce(json_agg(json_build_object('spaceSlug', f.slug, 'path', a.path, 'leftAt', a."leftAt")
                                      ORDER BY a."leftAt", a.path), '[]')
               FROM "WikiAddress" a JOIN "WikiSpace" f ON f.id = a."spaceId" WHERE a."pageId" = p.id) AS former
       FROM "WikiPage" p
       JOIN "WikiSpace" s ON s.id = p."spaceId"
       JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
      WHERE p.id = $1`,
    [pageId],
  );
  if (!page || !canSeePage(actor, page)) return null;
  return { ...page, former: readLeft(page.former) };
}
