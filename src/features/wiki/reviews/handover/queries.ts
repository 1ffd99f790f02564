import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import { type Question, question } from '@/foundation/questions';
import { ledUnitIds, ofUnits } from '../queue/queries';

const SIZE = 50;
const PEOPLE_SHOWN = 20;

type HandoverPage = {
  id: string;
  title: string;
  path: string;
  spaceSlug: string;
  spaceName: string;
  /** Those who keep it beside this person. */
  others: string[];
  /** Whom it is offered to at the moment. */
  offeredTo: string[];
};

/** What of a person's pages the actor may hand over: all of one's own, others' where one leads. */
export async function listPagesToHandOver(
  ctx: Context,
  personId: string,
  cursor?: string,
): Promise<Page<HandoverPage>> {
  const [afterTitle = null, afterId = null] = decodeCursor(cursor, 2) ?? [];
  const isOwn = personId === ctx.actor.personId;
  const rows = await db.$queryRaw<HandoverPage[]>`
    SELECT p.id, p.title, p.path, s.slug AS "spaceSlug", s.name AS "spaceName",
           ARRAY(SELECT k.name FROM "WikiSteward" o JOIN "Person" k ON k.id = o."personId"
                  WHERE o."pageId" = p.id AND o."personId" <> ${personId} AND ${worksHere(ctx)} ORDER BY k.name) AS others,
           ARRAY(SELECT k.name FROM "StewardHandover" h JOIN "Person" k ON k.id = h."toId"
                  WHERE h."pageId" = p.id AND h.answer IS NULL ORDER BY k.name) AS "offeredTo"
      FROM "WikiSteward" w
      JOIN "WikiPage" p ON p.id = w."pageId" AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
      JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE w."personId" = ${personId} AND ${isOwn ? Prisma.sql`true` : answersFor(ctx)}
       AND (${afterId}::text IS NULL OR (p.title, p.id) > (${afterTitle}, ${afterId}))
     ORDER BY p.title, p.id LIMIT ${SIZE + 1}`;
  return pageOf(rows, SIZE, ({ title, id }) => encodeCursor([title, id]));
}

export type Leaver = {
  handle: string;
  name: string;
  leftOn: Date | null;
  pages: number;
  unkept: number;
};

/**
 * People who have left or will leave and still keep pages: oneself, and those whose pages belong
 * to units one leads. `unkept`: pages that nobody else keeps.
 */
export function listLeavers(ctx: Context): Promise<Leaver[]> {
  return db.$queryRaw<Leaver[]>`
    SELECT gone.handle, gone.name, coalesce(gone."leftOn", gone."deactivatedAt"::date) AS "leftOn", count(*)::int AS pages,
           (count(*) FILTER (WHERE NOT EXISTS (
             SELECT 1 FROM "WikiSteward" o JOIN "Person" k ON k.id = o."personId"
              WHERE o."pageId" = p.id AND k."leftOn" IS NULL AND ${worksHere(ctx)})))::int AS unkept
      FROM "Person" gone
      JOIN "WikiSteward" w ON w."personId" = gone.id
      JOIN "WikiPage" p ON p.id = w."pageId" AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
      JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE (gone."deactivatedAt" IS NOT NULL OR gone."leftOn" IS NOT NULL)
       AND (gone.id = ${ctx.actor.personId} OR ${answersFor(ctx)})
     GROUP BY gone.id ORDER BY 3, gone.name LIMIT ${PEOPLE_SHOWN}`;
}

/** Pages that somebody is asked to keep, the longest waiting first. */
export const offersTo = ({ actor }: Context): Question<Offer[]> =>
  question(
    `SELECT h.note, h."askedAt", json_build_object('name', k.name, 'handle', k.handle) AS "askedBy",
           json_build_object('id', p.id, 'title', p.title, 'path', p.path,
             'space', json_build_object('slug', s.slug, 'name', s.name)) AS page
      FROM "StewardHandover" h
      JOIN "Person" k ON k.id = h."askedById"
      JOIN "WikiPage" p ON p.id = h."pageId" AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
      JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE h."toId" = $1 AND h.answer IS NULL
     ORDER BY h."askedAt", h.id LIMIT $2::int`,
    [actor.personId, SIZE],
    (rows: (Omit<Offer, 'askedAt'> & { askedAt: string })[]) =>
      rows.map((offer) => ({ ...offer, askedAt: new Date(offer.askedAt) })),
  );

export type Offer = {
  note: string;
  askedAt: Date;
  askedBy: { name: string; handle: string };
  page: { id: string; title: string; path: string; space: { slug: string; name: string } };
};

const worksHere = ({ now }: Context) =>
  Prisma.sql`k."deactivatedAt" IS NULL AND (k."leftOn" IS NULL OR k."leftOn" > ${dayOf(now)}::date)`;

/**
 * Pages `p` of spaces `s` that the actor answers for: of units one leads; for an administrator also
 * those whose units have no lead, so that there is always somebody who is told.
 */
export function answersFor(ctx: Context): Prisma.Sql {
  const led = ofUnits(ledUnitIds(ctx));
  if (!ctx.actor.isAdministrator) return led;
  const today = dayOf(ctx.now);
  return Prisma.sql`(${led} OR NOT EXISTS (
    SELECT 1 FROM "UnitPlace" m WHERE m."unitId" IN (p."ownerUnitId", s."ownerUnitId") AND m.role IN ('LEAD', 'CHAPTER_LEAD')
       AND m."validFrom" <= ${today}::date AND (m."validTo" IS NULL OR m."validTo" > ${today}::date)))`;
}

/** Somebody, here or gone, whose pages are to be handed over. */
export const findKeeperByHandle = (_ctx: Context, handle: string) =>
  db.person.findUnique({ where: { handle }, select: { id: true, handle: true, name: true } });
