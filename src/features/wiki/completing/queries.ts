import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';

export type Completion = {
  title: string;
  path: string;
  spaceSlug: string;
  spaceName: string;
  /** What to write between the brackets, in a page of the space that was asked for. */
  target: string;
};

const OFFERED = 10;
/** Shorter words are in too many titles to be looked for anywhere but at the beginning. */
const WITHIN_FROM = 3;

/**
 * Pages that a `[[wiki link]]` may mean, while it is typed: those of the space first, then those
 * whose titles begin with it, hold it, or are near to it.
 */
export async function completeWikiLink(
  _ctx: Context,
  { spaceSlug, typed }: { spaceSlug: string; typed: string },
): Promise<Completion[]> {
  const words = typed.trim().replace(/^\/(?:wiki\/)?/, '');
  const rows = words ? await titled(spaceSlug, words) : await lately(spaceSlug);
  return rows.map((row) => ({
    ...row,
    target: row.spaceSlug === spaceSlug ? row.path : `${row.spaceSlug}/${row.path}`,
  }));
}

type Row = Omit<Completion, 'target'>;

function titled(spaceSlug: string, words: string): Promise<Row[]> {
  const pattern = words.replace(/[\\%_]/g, '\\$&');
  const begins = Prisma.sql`plain_text(p.title) LIKE plain_text(${pattern}) || '%'`;
  const fits =
    words.length < WITHIN_FROM
      ? begins
      : Prisma.sql`(plain_text(p.title) LIKE '%' || plain_text(${pattern}) || '%' OR plain_text(${words}) <% plain_text(p.title))`;
  return db.$queryRaw<Row[]>`
    SELECT p.title, p.path, s.slug AS "spaceSlug", s.name AS "spaceName"
      FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
     WHERE p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND ${fits}
     ORDER BY s.slug <> ${spaceSlug}, (${begins}) DESC,
              word_similarity(plain_text(${words}), plain_text(p.title)) DESC, length(p.title), p.title, p.id
     LIMIT ${OFFERED}`;
}

/** Before a letter is typed: what was edited last in the space. */
function lately(spaceSlug: string): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT p.title, p.path, s.slug AS "spaceSlug", s.name AS "spaceName"
      FROM "WikiSpace" s JOIN "WikiPage" p ON p."spaceId" = s.id
     WHERE s.slug = ${spaceSlug} AND p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL
     ORDER BY p."editedAt" DESC, p.id LIMIT ${OFFERED}`;
}
