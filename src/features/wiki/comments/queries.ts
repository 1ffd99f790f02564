import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { decodeTimeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import { type Question, question } from '@/foundation/questions';
import { pageHref } from '../addresses';
import { type Place, placeOf } from './anchoring';
import { type ArticleText, readArticle } from './article-text';
import { canDeleteComment, canEditComment, canResolve } from './policy';

type Person = { id: string; name: string; handle: string } | null;

type CommentRow = {
  id: string;
  body: string;
  mentions: string[];
  createdAt: string;
  isEdited: boolean;
  isDeleted: boolean;
  author: Person;
};

type ThreadRow = {
  id: string;
  quote: string;
  prefix: string;
  suffix: string;
  position: number;
  authorId: string | null;
  resolvedAt: string | null;
  resolvedBy: string | null;
  createdAt: string;
  comments: CommentRow[];
};

const COMMENTS = `(
  SELECT json_agg(json_build_object(
           'id', c.id, 'body', c.body, 'mentions', c.mentions, 'createdAt', c."createdAt",
           'isEdited', c."editedAt" IS NOT NULL, 'isDeleted', c."deletedAt" IS NOT NULL,
           'author', CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name, 'handle', a.handle) END)
         ORDER BY c."createdAt", c.id)
    FROM "PageComment" c LEFT JOIN "Person" a ON a.id = c."authorId" WHERE c."threadId" = t.id)`;
const THREAD = `
  t.id, t.quote, t.prefix, t.suffix, t.position, t."authorId", t."resolvedAt", t."createdAt",
  (SELECT name FROM "Person" WHERE id = t."resolvedById") AS "resolvedBy", ${COMMENTS} AS comments`;

/** Open threads shown under an article; the rest is on a page of its own. */
const SHOWN = 30;

type TalkRow = { threads: ThreadRow[] | null; resolved: number; isFollowed: boolean };

export type PageTalk = {
  threads: PassageThread[];
  hasMore: boolean;
  resolved: number;
  isFollowed: boolean;
};

type TalkedOf = { id: string; html: string; canEdit: boolean };

/** What is said about a page: its open threads in the order of the text, and whether the reader follows it. */
export function talkOf(ctx: Context, page: TalkedOf): Question<PageTalk> {
  return question<TalkRow, PageTalk>(
    `SELECT (SELECT json_agg(x ORDER BY x.position, x.id) FROM (
               SELECT ${THREAD} FROM "PageThread" t WHERE t."pageId" = $1 AND t."resolvedAt" IS NULL
                ORDER BY t.position, t.id LIMIT ${SHOWN + 1}) x) AS threads,
            (SELECT count(*)::int FROM "PageThread" WHERE "pageId" = $1 AND "resolvedAt" IS NOT NULL) AS resolved,
            EXISTS (SELECT 1 FROM "PageFollow" WHERE "pageId" = $1 AND "personId" = $2) AS "isFollowed"`,
    [page.id, ctx.actor.personId],
    ([row]) => {
      const threads = row?.threads ?? [];
      return {
        threads: threadsOn(ctx, page, threads.slice(0, SHOWN)),
        hasMore: threads.length > SHOWN,
        resolved: row?.resolved ?? 0,
        isFollowed: row?.isFollowed ?? false,
      };
    },
  );
}

const PAGE_SIZE = 20;

/** Every thread of a page, also those that are settled, latest first. */
export async function listThreads(
  ctx: Context,
  page: TalkedOf,
  cursor?: string,
): Promise<Page<PassageThread>> {
  const [before = null, beforeId = null] = decodeTimeCursor(cursor) ?? [];
  const rows = await db.$queryRaw<(Omit<ThreadRow, 'createdAt'> & { createdAt: Date })[]>`
    SELECT ${Prisma.raw(THREAD)} FROM "PageThread" t WHERE t."pageId" = ${page.id}
       AND (${before}::timestamptz IS NULL OR (t."createdAt", t.id) < (${before}::timestamptz, ${beforeId}))
     ORDER BY t."createdAt" DESC, t.id DESC LIMIT ${PAGE_SIZE + 1}`;
  const { items, nextCursor } = pageOf(rows, PAGE_SIZE, ({ createdAt, id }) =>
    encodeCursor([createdAt.toISOString(), id]),
  );
  return { items: threadsOn(ctx, page, items), nextCursor };
}

export type PassageThread = ReturnType<typeof threadsOn>[number];

function threadsOn(
  { actor }: Context,
  page: TalkedOf,
  rows: (Omit<ThreadRow, 'createdAt'> & { createdAt: string | Date })[],
) {
  const article = rows.length > 0 ? readArticle(page.html) : { text: '', sections: [] };
  return rows.map((row) => {
    const place = placeOf(article.text, row);
    return {
      id: row.id,
      quote: row.quote,
      place,
      /** The heading that the passage stands under, or is. */
      sectionId: place && sectionAround(article, place),
      isGone: row.quote !== '' && place === null,
      resolvedBy: row.resolvedAt ? (row.resolvedBy ?? 'Guildhall') : null,
      canResolve: canResolve(actor, row, page),
      comments: (row.comments ?? []).map(({ createdAt, ...comment }) => ({
        ...comment,
        createdAt: new Date(createdAt),
        canEdit: !comment.isDeleted && canEditComment(actor, authored(comment)),
        canDelete: !comment.isDeleted && canDeleteComment(actor, authored(comment)),
      })),
    };
  });
}

const authored = ({ author }: { author: Person }) => ({ authorId: author?.id ?? null });

const sectionAround = ({ sections }: ArticleText, { start }: Place) =>
  sections.findLast((section) => section.start <= start)?.id ?? null;

type NewsRow = {
  kind: 'mention' | 'comment' | 'revision';
  id: string;
  who: string | null;
  words: string;
  at: Date;
  title: string;
  /** Of an edit: that the reader knows an earlier revision. */
  isUnread: boolean;
  path: string;
  spaceSlug: string;
};

export type PageNews = Omit<NewsRow, 'path' | 'spaceSlug'> & { href: string };

const NEWS_SHOWN = 6;

/** What others did in the last two weeks on pages the reader follows, and where they speak to the reader. */
export async function listPageNews({ actor, now }: Context): Promise<PageNews[]> {
  const rows = await db.$queryRaw<NewsRow[]>`
    WITH followed AS (SELECT "pageId" FROM "PageFollow" WHERE "personId" = ${actor.personId})
    SELECT n.*, p.title, p.path, s.slug AS "spaceSlug", a.name AS who, coalesce(own.number < n.number, false) AS "isUnread"
      FROM (
        (SELECT CASE WHEN ${actor.handle} = ANY (c.mentions) THEN 'mention' ELSE 'comment' END AS kind,
                t.id, t."pageId", c."authorId", c.body AS words, c."createdAt" AS at, NULL::int AS number
           FROM "PageComment" c JOIN "PageThread" t ON t.id = c."threadId"
          WHERE c."createdAt" > ${now}::timestamptz - interval '14 days' AND c."deletedAt" IS NULL AND t."resolvedAt" IS NULL
            AND c."authorId" IS DISTINCT FROM ${actor.personId}
            AND (${actor.handle} = ANY (c.mentions) OR t."pageId" IN (SELECT "pageId" FROM followed))
          ORDER BY c."createdAt" DESC LIMIT ${NEWS_SHOWN})
        UNION ALL
        (SELECT 'revision', r.id, r."pageId", r."authorId", r."changeSummary", r."createdAt", r.number
           FROM "WikiPage" p JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
          WHERE p.id IN (SELECT "pageId" FROM followed) AND r."authorId" IS DISTINCT FROM ${actor.personId}
            AND r."createdAt" > ${now}::timestamptz - interval '14 days'
          ORDER BY r."createdAt" DESC LIMIT ${NEWS_SHOWN})
      ) n
      JOIN "WikiPage" p ON p.id = n."pageId" AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
      JOIN "WikiSpace" s ON s.id = p."spaceId"
      LEFT JOIN "Person" a ON a.id = n."authorId"
      LEFT JOIN "OwnReading" own ON own."pageId" = n."pageId" AND own."personId" = ${actor.personId}
     ORDER BY n.kind = 'mention' DESC, n.at DESC LIMIT ${NEWS_SHOWN}`;
  return rows.map(({ path, spaceSlug, ...row }) => ({
    ...row,
    href: `${pageHref({ spaceSlug, path })}${row.kind === 'revision' ? '' : `#thread-${row.id}`}`,
  }));
}
