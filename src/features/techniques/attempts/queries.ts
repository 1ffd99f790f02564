import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import { canEditAttempt } from '../policy';
import type { AttemptFilter, AttemptOutcome } from './schema';

export type AttemptDetails = {
  id: string;
  title: string;
  hypothesis: string;
  setUp: string;
  outcome: AttemptOutcome;
  why: string;
  mayWorkWhen: string;
  endedOn: Date;
  isAnonymous: boolean;
  squad: { id: string; slug: string; name: string };
  technique: { slug: string; title: string } | null;
  /** Null when the author is not named, to everybody but the author. */
  author: { handle: string; name: string } | null;
  isMine: boolean;
  canEdit: boolean;
};

type AttemptRow = Omit<AttemptDetails, 'squad' | 'technique' | 'author' | 'canEdit'> & {
  squadId: string;
  squadSlug: string;
  squadName: string;
  techniqueSlug: string | null;
  techniqueTitle: string | null;
  authorHandle: string | null;
  authorName: string | null;
};

const PAGE = 25;

export async function getAttempt(context: Context, id: string): Promise<AttemptDetails | null> {
  const rows = await readAttempts(context, Prisma.sql`a.id = ${id}`, 1);
  return rows[0] ?? null;
}

/** What was tried, by everybody, the latest first. */
export async function listAttempts(
  context: Context,
  { q, outcome, squad, after }: AttemptFilter,
): Promise<Page<AttemptDetails>> {
  const cursor = decodeCursor(after, 2);
  const pattern = `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const conditions = [
    Prisma.sql`true`,
    q &&
      Prisma.sql`(a.title ILIKE ${pattern} OR a.hypothesis ILIKE ${pattern} OR a.why ILIKE ${pattern})`,
    outcome && Prisma.sql`a.outcome = ${outcome}::"AttemptOutcome"`,
    squad && Prisma.sql`u.slug = ${squad}`,
    cursor && Prisma.sql`(a."endedOn", a.id) < (${cursor[0]}::date, ${cursor[1]})`,
  ].filter((condition) => typeof condition === 'object' && condition !== null);
  const rows = await readAttempts(context, Prisma.join(conditions, ' AND '), PAGE + 1);
  return pageOf(rows, PAGE, ({ endedOn, id }) => encodeCursor([endedOn.toISOString(), id]));
}

/** What squads tried of one technique, the latest first. */
export async function listAttemptsOfTechnique(
  context: Context,
  techniqueId: string,
): Promise<AttemptDetails[]> {
  return readAttempts(context, Prisma.sql`a."techniqueId" = ${techniqueId}`, PAGE);
}

async function readAttempts(
  { actor }: Context,
  condition: Prisma.Sql,
  limit: number,
): Promise<AttemptDetails[]> {
  const { personId } = actor;
  const rows = await db.$queryRaw<AttemptRow[]>`
    SELECT a.id, a.title, a.hypothesis, a."setUp", a.outcome::text, a.why, a."mayWorkWhen", a."endedOn",
           a."isAnonymous", u.id AS "squadId", u.slug AS "squadSlug", u.name AS "squadName",
           t.slug AS "techniqueSlug", t.title AS "techniqueTitle",
           p.handle AS "authorHandle", p.name AS "authorName",
           coalesce(a."authorId" = ${personId}::text, false) AS "isMine"
      FROM "Attempt" a
      JOIN "OrgUnit" u ON u.id = a."squadId"
      LEFT JOIN "Technique" t ON t.id = a."techniqueId"
      LEFT JOIN "Person" p ON p.id = a."authorId"
       AND (NOT a."isAnonymous" OR a."authorId" = ${personId}::text)
     WHERE ${condition}
     ORDER BY a."endedOn" DESC, a.id DESC LIMIT ${limit}`;
  return rows.map((row) => {
    const { squadId, squadSlug, squadName, ...rest } = row;
    const { techniqueSlug, techniqueTitle, authorHandle, authorName, ...attempt } = rest;
    return {
      ...attempt,
      squad: { id: squadId, slug: squadSlug, name: squadName },
      technique:
        techniqueSlug && techniqueTitle ? { slug: techniqueSlug, title: techniqueTitle } : null,
      author: authorHandle && authorName ? { handle: authorHandle, name: authorName } : null,
      canEdit: canEditAttempt(actor, { squadId, authorId: row.isMine ? personId : null }),
    };
  });
}
