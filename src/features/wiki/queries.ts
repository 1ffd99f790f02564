import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf, formatDay } from '@/foundation/days';
import { db } from '@/foundation/db';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import { askPrepared } from '@/foundation/prepared';
import type { UnitKind } from '@/foundation/prisma-client/enums';
import { type Question, question } from '@/foundation/questions';
import { ancestorsOf, pageHref, pagesForFolder } from './addresses';
import { canArchivePage, canEditPage, canSeePage, visibleTo } from './policy';
import type { Heading } from './rendering/headings';
import { RENDERER_VERSION } from './rendering/render-markdown';
import { canReview, canTakeOn } from './reviews/policy';
import { type PageReviewJson, readReview } from './reviews/read-review';
import { reviewDetails } from './reviews/statement';
import type { PageKind } from './schema';
import { placeOfPage } from './surroundings/statement';

type Neighbour = { path: string; title: string };
type Unit = { name: string; slug: string; kind: UnitKind };
type PersonLink = { name: string; handle: string };

type PageRow = {
  id: string;
  path: string;
  title: string;
  summary: string;
  kind: PageKind;
  archivedAt: Date | null;
  archivedBy: string | null;
  isDraft: boolean;
  begunById: string | null;
  editedAt: Date;
  ownerUnitId: string | null;
  spaceSlug: string;
  spaceName: string;
  spaceOwnerUnitId: string;
  revisionId: string;
  number: number;
  html: string;
  tableOfContents: Heading[];
  rendererVersion: number;
  isImported: boolean;
  owner: Unit;
  stewards: (PersonLink & { id: string })[];
  author: PersonLink | null;
  previous: Neighbour | null;
  next: Neighbour | null;
  folderTitles: Record<string, string> | null;
  review: PageReviewJson;
};

/**
 * A page as its readers see it, in one statement: the finished HTML, who answers for it, the pages
 * before and after it, and the titles of the folders it lies in. The Markdown stays where it is.
 */
export async function getPage({ actor, now }: Context, spaceSlug: string, path: string) {
  const place = placeOfPage(path);
  const [row] = await askPrepared<PageRow>(PAGE_STATEMENT, [
    spaceSlug,
    path,
    ancestorsOf(path).flatMap(pagesForFolder),
    actor.personId,
    formatDay(dayOf(now)),
  ]);
  if (!row) return null;
  const { spaceOwnerUnitId, rendererVersion, folderTitles, ...page } = row;
  const facts = { ...row, stewardIds: page.stewards.map(({ id }) => id) };
  if (!canSeePage(actor, facts)) return null;
  const folders = ancestorsOf(place).map((folder) => ({
    path: folder,
    title:
      pagesForFolder(folder)
        .map((address) => folderTitles?.[address])
        .find(Boolean) ?? null,
  }));
  return {
    ...page,
    isStale: rendererVersion !== RENDERER_VERSION,
    folders,
    canEdit: canEditPage(actor, facts),
    canArchive: canArchivePage(actor, facts),
    review: readReview(page.review),
    canReview: canReview(actor, facts),
    canTakeOn: canTakeOn(actor, facts, page.review.isKept),
  };
}

export type WikiPage = NonNullable<Awaited<ReturnType<typeof getPage>>>;

const UNIT = `json_build_object('name', u.name, 'slug', u.slug, 'kind', u.kind)`;
const PERSON = (alias: string) =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('name', ${alias}.name, 'handle', ${alias}.handle) END`;
const STEWARDS = `(
  SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'handle', k.handle) ORDER BY w.since, k.name), '[]')
    FROM "WikiSteward" w JOIN "Person" k ON k.id = w."personId" WHERE w."pageId" = p.id)`;
const NEIGHBOUR = (comparison: string, order: string) => `(
  SELECT json_build_object('path', n.path, 'title', n.title) FROM "WikiPage" n
   WHERE n."spaceId" = p."spaceId" AND n.path ${comparison} p.path AND n."archivedAt" IS NULL AND n."publishedAt" IS NOT NULL
   ORDER BY n.path ${order} LIMIT 1)`;

const PAGE_STATEMENT = `
  SELECT p.id, p.path, p.title, p.summary, p.kind, p."archivedAt", p."editedAt", p."ownerUnitId",
         p."publishedAt" IS NULL AS "isDraft", p."begunById",
         (SELECT b.name FROM "Person" b WHERE b.id = p."archivedById") AS "archivedBy",
         s.slug AS "spaceSlug", s.name AS "spaceName", s."ownerUnitId" AS "spaceOwnerUnitId",
         r.id AS "revisionId", r.number, r.html, r."tableOfContents", r."rendererVersion", r."isImported",
         ${UNIT} AS owner, ${STEWARDS} AS stewards, ${PERSON('author')} AS author,
         ${NEIGHBOUR('<', 'DESC')} AS previous, ${NEIGHBOUR('>', 'ASC')} AS next,
         (SELECT json_object_agg(f.path, f.title) FROM "WikiPage" f
           WHERE f."spaceId" = p."spaceId" AND f.path = ANY ($3) AND f."archivedAt" IS NULL AND f."publishedAt" IS NOT NULL) AS "folderTitles",
         ${reviewDetails('$4', '$5')} AS review
    FROM "WikiSpace" s
    JOIN "WikiPage" p ON p."spaceId" = s.id
    JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
    JOIN "OrgUnit" u ON u.id = coalesce(p."ownerUnitId", s."ownerUnitId")
    LEFT JOIN "Person" author ON author.id = r."authorId"
   WHERE s.slug = $1 AND p.path = $2`;

/** The HTML of a current revision by itself; null when there is none such, or it must be rendered anew first. */
export async function getArticle({ actor }: Context, revisionId: string): Promise<string | null> {
  const revision = await db.wikiRevision.findFirst({
    where: { id: revisionId, rendererVersion: RENDERER_VERSION, page: visibleTo(actor) },
    select: { html: true },
  });
  return revision?.html ?? null;
}

const BACKLINKS = 20;

type Backlink = { href: string; title: string; spaceName: string };
type BacklinkRow = {
  id: string;
  title: string;
  path: string;
  spaceSlug: string;
  spaceName: string;
};

/** Pages whose current text links to this one. */
export function backlinksOf(
  _ctx: Context,
  pageId: string,
  cursor?: string,
): Question<Page<Backlink>> {
  const [afterTitle = null, afterId = null] = decodeCursor(cursor, 2) ?? [];
  return question<BacklinkRow, Page<Backlink>>(
    `SELECT p.id, p.title, p.path, s.slug AS "spaceSlug", s.name AS "spaceName"
       FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
      WHERE p.id IN (SELECT "fromPageId" FROM "WikiLink" WHERE "toPageId" = $1)
        AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND p.id <> $1
        AND ($3::text IS NULL OR (p.title, p.id) > ($2, $3))
      ORDER BY p.title, p.id LIMIT ${BACKLINKS + 1}`,
    [pageId, afterTitle, afterId],
    (rows) => {
      const { items, nextCursor } = pageOf(rows, BACKLINKS, ({ title, id }) =>
        encodeCursor([title, id]),
      );
      return {
        items: items.map(({ title, spaceName, ...address }) => ({
          href: pageHref(address),
          title,
          spaceName,
        })),
        nextCursor,
      };
    },
  );
}
