import 'server-only';
import { type Context, leads } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import { WINDOW_DAYS } from '../freshness';
import { type PageReview, type PageReviewJson, readReview } from '../read-review';
import { dueOnSql, reviewDetails } from '../statement';
import { READS_DAYS } from './reads-days';

const QUEUE_SIZE = 25;

/** `mine`: pages I keep; `led`: pages of units I lead. */
export type QueueScope = 'mine' | 'led';

export type WaitingPage = {
  id: string;
  title: string;
  path: string;
  spaceSlug: string;
  spaceName: string;
  reads: number;
  stewards: string[];
  review: PageReview;
};

type WaitingRow = Omit<WaitingPage, 'review'> & { review: PageReviewJson; urgency: bigint };

/**
 * What waits for somebody to say whether it is still true, in the order of reads × age as
 * `urgency` has it. In one statement, however many wait.
 */
export async function listWaiting(
  ctx: Context,
  scope: QueueScope,
  cursor?: string,
  size = QUEUE_SIZE,
): Promise<Page<WaitingPage>> {
  const today = dayOf(ctx.now);
  const [afterUrgency = null, afterId = null] = decodeCursor(cursor, 2) ?? [];
  const after = afterUrgency !== null && /^\d{1,18}$/.test(afterUrgency) ? afterUrgency : null;
  const rows = await db.$queryRaw<WaitingRow[]>`
    WITH waiting AS (
      SELECT p.id, (coalesce((SELECT sum(t.reads) FROM "ReadingTotal" t
                               WHERE t."pageId" = p.id AND t.day > ${addDays(today, -READS_DAYS)}::date), 0))::int AS reads,
             greatest(${today}::date - (coalesce(st."checkedAt", p."createdAt") AT TIME ZONE 'UTC')::date, 1) AS age
        FROM "WikiPage" p
        JOIN "WikiSpace" s ON s.id = p."spaceId"
        LEFT JOIN "PageStanding" st ON st."pageId" = p.id
       WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND ${scopeOf(ctx, scope)}
         AND ${Prisma.raw(dueOnSql(WINDOW_DAYS))} <= ${today}::date),
    shown AS (
      SELECT *, (reads + 1)::bigint * age AS urgency FROM waiting
       WHERE ${after}::bigint IS NULL OR ((reads + 1)::bigint * age, id) < (${after}::bigint, ${afterId})
       ORDER BY urgency DESC, id DESC LIMIT ${size + 1})
    SELECT p.id, p.title, p.path, s.slug AS "spaceSlug", s.name AS "spaceName", shown.reads, shown.urgency,
           ARRAY(SELECT k.name FROM "WikiSteward" w JOIN "Person" k ON k.id = w."personId"
                  WHERE w."pageId" = p.id ORDER BY w.since, k.name) AS stewards,
           ${details(ctx, today)} AS review
      FROM shown JOIN "WikiPage" p ON p.id = shown.id JOIN "WikiSpace" s ON s.id = p."spaceId"
     ORDER BY shown.urgency DESC, p.id DESC`;
  const { items, nextCursor } = pageOf(rows, size, ({ urgency, id }) =>
    encodeCursor([String(urgency), id]),
  );
  return {
    items: items.map(({ urgency: _, review, ...page }) => ({
      ...page,
      review: readReview(review),
    })),
    nextCursor,
  };
}

/** The units that the actor leads. */
export const ledUnitIds = ({ actor }: Context): string[] =>
  actor.memberships.map(({ unitId }) => unitId).filter((unitId) => leads(actor, unitId));

/** Pages `p` of spaces `s` that belong to some units. */
export const ofUnits = (unitIds: readonly string[]) =>
  Prisma.sql`(p."ownerUnitId" = ANY (${[...unitIds]}::text[]) OR s."ownerUnitId" = ANY (${[...unitIds]}::text[]))`;

const scopeOf = (ctx: Context, scope: QueueScope): Prisma.Sql =>
  scope === 'led'
    ? ofUnits(ledUnitIds(ctx))
    : Prisma.sql`p.id IN (SELECT w."pageId" FROM "WikiSteward" w WHERE w."personId" = ${ctx.actor.personId})`;

/** `reviewDetails`, with its two placeholders filled. */
const details = ({ actor }: Context, today: Date) =>
  new Prisma.Sql(reviewDetails('§', '§').split('§'), [actor.personId, today]);
