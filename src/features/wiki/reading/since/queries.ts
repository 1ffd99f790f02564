import 'server-only';
import type { Context } from '@/foundation/context';
import { pool } from '@/foundation/db';
import { decodeTimeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import { type Question, question } from '@/foundation/questions';

/** The last thing that others made of a page after the revision that its follower read. */
const CHANGE = `
  SELECT own.number AS "readNumber", r."createdAt" AS at, author.name AS by
    FROM "WikiRevision" r LEFT JOIN "Person" author ON author.id = r."authorId"
   WHERE r."pageId" = f."pageId" AND r.number > own.number AND r."authorId" IS DISTINCT FROM f."personId"
   ORDER BY r.number DESC LIMIT 1`;
const FOLLOWED = `
  "PageFollow" f JOIN "OwnReading" own ON own."pageId" = f."pageId" AND own."personId" = f."personId"`;

export type ChangeSince = { readNumber: number; at: Date; by: string | null };

/** What became of a page since its reader, who follows it, read it last; told to that reader alone. */
export const changeSinceReading = (
  { actor }: Context,
  pageId: string,
): Question<ChangeSince | null> =>
  question(
    `SELECT change.* FROM ${FOLLOWED}, LATERAL (${CHANGE}) change WHERE f."pageId" = $1 AND f."personId" = $2`,
    [pageId, actor.personId],
    ([row]: (Omit<ChangeSince, 'at'> & { at: string })[]) =>
      row ? { ...row, at: new Date(row.at) } : null,
  );

export type FollowedPage = {
  id: string;
  title: string;
  path: string;
  number: number;
  spaceSlug: string;
  spaceName: string;
  editedAt: Date;
  change: ChangeSince | null;
};

type Row = Omit<FollowedPage, 'change'> & {
  readNumber: number | null;
  at: Date | null;
  by: string | null;
};

/** The pages somebody follows, the latest edited first, with what they have not read; or only those that have such. */
export async function listFollowed(
  { actor }: Context,
  { limit, onlyUnread, after }: { limit: number; onlyUnread: boolean; after?: string },
): Promise<Page<FollowedPage>> {
  const [before = null, afterId = null] = decodeTimeCursor(after) ?? [];
  const { rows } = await pool.query<Row>(
    `SELECT p.id, p.title, p.path, p."editedAt", current.number, s.slug AS "spaceSlug", s.name AS "spaceName",
            change."readNumber", change.at, change.by
       FROM "PageFollow" f
       JOIN "WikiPage" p ON p.id = f."pageId" AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
       JOIN "WikiSpace" s ON s.id = p."spaceId"
       JOIN "WikiRevision" current ON current.id = p."currentRevisionId"
       LEFT JOIN "OwnReading" own ON own."pageId" = f."pageId" AND own."personId" = f."personId"
       LEFT JOIN LATERAL (${CHANGE}) change ON true
      WHERE f."personId" = $1 AND (NOT $2::boolean OR change.at IS NOT NULL)
        AND ($4::text IS NULL OR p."editedAt" < $3::timestamptz OR (p."editedAt" = $3::timestamptz AND p.id > $4))
      ORDER BY p."editedAt" DESC, p.id LIMIT $5`,
    [actor.personId, onlyUnread, before, afterId, limit + 1],
  );
  const page = pageOf(rows, limit, ({ editedAt, id }) =>
    encodeCursor([editedAt.toISOString(), id]),
  );
  return {
    ...page,
    items: page.items.map(({ readNumber, at, by, ...followed }) => ({
      ...followed,
      change: readNumber !== null && at !== null ? { readNumber, at, by } : null,
    })),
  };
}
