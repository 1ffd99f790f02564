import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { Prisma, type Transaction } from '@/foundation/db';
import { authorize } from '@/foundation/errors';
import { type Fact, recordEvents } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { pageHref } from '../../addresses';
import { isKeptSql } from '../statement';

/** Somebody who moved so many days ago, and was not noticed then, is let be. */
const MOVES_DAYS = 60;

type People = readonly string[] | null;

/**
 * Makes pages due whose steward no longer works here. Safe to run at any time: a leaving gives one
 * reason a page. A page that nobody keeps now is announced, so that a lead is told.
 * @param personIds those to look at; null for everybody
 */
export function doubtPagesOfDeparted(ctx: Context, personIds: People): Promise<number> {
  const today = dayOf(ctx.now);
  return doubtPages(
    ctx,
    'STEWARD_LEFT',
    Prisma.sql`
    SELECT w."pageId", 'left:' || k.id || ':' || coalesce(k."leftOn"::text, k."deactivatedAt"::date::text), k.name,
           '/people/' || k.handle, least(coalesce(k."leftOn"::timestamptz, k."deactivatedAt"), ${ctx.now})
      FROM "WikiSteward" w
      JOIN "Person" k ON k.id = w."personId"
      JOIN "WikiPage" p ON p.id = w."pageId" AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
     WHERE (k."deactivatedAt" IS NOT NULL OR k."leftOn" <= ${today}::date) AND ${among(personIds)}`,
  );
}

/** Makes pages due whose steward left their home squad, or the unit that keeps the page. */
export function doubtPagesOfMoved(ctx: Context, personIds: People): Promise<number> {
  const today = dayOf(ctx.now);
  return doubtPages(
    ctx,
    'STEWARD_MOVED',
    Prisma.sql`
    SELECT DISTINCT ON (w."pageId", k.id) w."pageId", 'moved:' || k.id || ':' || m."unitId" || ':' || m."validTo", k.name,
           '/people/' || k.handle, m."validTo"::timestamptz
      FROM "WikiSteward" w
      JOIN "Person" k ON k.id = w."personId" AND k."deactivatedAt" IS NULL AND (k."leftOn" IS NULL OR k."leftOn" > ${today}::date)
      JOIN "WikiPage" p ON p.id = w."pageId" AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
      JOIN "WikiSpace" s ON s.id = p."spaceId"
      JOIN "UnitPlace" m ON m."personId" = k.id
       AND m."validTo" <= ${today}::date AND m."validTo" > ${today}::date - ${MOVES_DAYS}::int AND m."validTo" > w.since::date
     WHERE (m."isPrimary" OR m."unitId" = coalesce(p."ownerUnitId", s."ownerUnitId"))
       AND NOT EXISTS (SELECT 1 FROM "UnitPlace" n WHERE n."personId" = k.id AND n."unitId" = m."unitId"
             AND n."validFrom" <= ${today}::date AND (n."validTo" IS NULL OR n."validTo" > ${today}::date))
       AND ${among(personIds)}
     ORDER BY w."pageId", k.id, m."validTo" DESC`,
  );
}

/** Makes pages due that link to pages which are obsolete now. */
export async function doubtPagesLinkingTo(
  ctx: Context,
  pageIds: readonly string[],
): Promise<number> {
  return transact(async (tx) => {
    const retired = await tx.$queryRaw<
      {
        id: string;
        title: string;
        path: string;
        spaceSlug: string;
        reviewId: bigint;
        at: Date;
        replacedById: string | null;
      }[]
    >`
      SELECT p.id, p.title, p.path, s.slug AS "spaceSlug", r.id AS "reviewId", r.at, r."replacedById"
        FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
        JOIN "PageStanding" st ON st."pageId" = p.id AND st."isObsolete"
        JOIN "KnowledgeReview" r ON r.id = st."lastReviewId"
       WHERE p.id = ANY (${[...pageIds]}::text[])`;
    let count = 0;
    for (const page of retired) {
      count += await store(
        tx,
        ctx,
        'LINKED_PAGE_OBSOLETE',
        Prisma.sql`
        SELECT DISTINCT l."fromPageId", ${`obsolete:${page.id}:${page.reviewId}`}::text, ${page.title}::text,
               ${pageHref(page)}::text, ${page.at}::timestamptz
          FROM "WikiLink" l JOIN "WikiPage" p ON p.id = l."fromPageId" AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
          LEFT JOIN "PageStanding" st ON st."pageId" = p.id
         WHERE l."toPageId" = ${page.id} AND p.id <> ${page.id}
           AND p.id IS DISTINCT FROM ${page.replacedById} AND NOT coalesce(st."isObsolete", false)`,
      );
    }
    return count;
  });
}

/** What became of something outside the wiki that pages may rely on. */
export type RelianceDoubt = {
  kind: 'TECHNIQUE_OVER' | 'EVIDENCE_RETRACTED' | 'DELIVERABLE_DEPRECATED';
  /** The same cause gives one reason a page. */
  cause: string;
  title: string;
  address: string;
};

/** Makes pages due whose text links to something of the portal, or has it embedded. */
export function doubtPagesRelyingOn(ctx: Context, doubt: RelianceDoubt): Promise<number> {
  const { kind, cause, title, address } = doubt;
  return doubtPages(
    ctx,
    kind,
    Prisma.sql`
    SELECT p.id, ${cause}::text, ${title}::text, ${address}::text, ${ctx.now}::timestamptz
      FROM "WikiPage" p JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
      LEFT JOIN "PageStanding" st ON st."pageId" = p.id
     WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND NOT coalesce(st."isObsolete", false)
       AND r.markdown ~* ${mentionOf(address)}`,
  );
}

/** How a text names something at an address of ours; a technique is also written without its address. */
function mentionOf(address: string): string {
  const technique = /^\/techniques\/([a-z0-9-]+)$/.exec(address)?.[1];
  const named = technique ? `technique[^a-z0-9]*s?[^a-z0-9]+${technique}` : address;
  return `${named}(?![a-z0-9-])`;
}

const among = (ids: People): Prisma.Sql =>
  ids ? Prisma.sql`k.id = ANY (${[...ids]}::text[])` : Prisma.sql`true`;

const doubtPages = (ctx: Context, kind: string, rows: Prisma.Sql): Promise<number> =>
  transact((tx) => store(tx, ctx, kind, rows));

/** Adds the reasons that are not there yet, and announces the pages they make due. */
async function store(
  tx: Transaction,
  ctx: Context,
  kind: string,
  rows: Prisma.Sql,
): Promise<number> {
  authorize(ctx.actor.isSystem);
  // Two workers that store the same reasons meet the rows in the same order.
  const added = await tx.$queryRaw<{ pageId: string }[]>`
    INSERT INTO "ReviewReason" ("pageId", kind, cause, about, address, at)
    SELECT page, ${kind}::"ReviewReasonKind", cause, about, address, at
      FROM (${rows}) AS doubted (page, cause, about, address, at) ORDER BY page, cause
    ON CONFLICT ("pageId", cause) DO NOTHING RETURNING "pageId"`;
  const pageIds = [...new Set(added.map(({ pageId }) => pageId))];
  if (pageIds.length === 0) return 0;
  const facts: Fact[] = [{ name: 'page.doubted', payload: { pageIds, kind } }];
  if (kind === 'STEWARD_LEFT') {
    const unkept = await tx.$queryRaw<{ id: string }[]>`
      SELECT p.id FROM "WikiPage" p WHERE p.id = ANY (${pageIds}::text[])
         AND NOT ${new Prisma.Sql(isKeptSql('§').split('§'), [dayOf(ctx.now)])}`;
    for (const { id } of unkept) facts.push({ name: 'page.orphaned', payload: { pageId: id } });
  }
  await recordEvents(tx, ctx, facts);
  return pageIds.length;
}
