import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Page, pageOf } from '@/foundation/pagination';
import { canReadWholeTrail, canView } from '../policy';
import type { TrailQuery } from './schema';

export type TrailEntry = {
  id: string;
  at: Date;
  actorName: string;
  action: string;
  subjectKind: 'person' | 'unit' | 'import';
  subjectId: string;
  /** What the subject is called now, and where it is; null when it has no page. */
  subject: { name: string; address: string } | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
};

/**
 * Changes of the organisation, latest first; null when the reader may not see this much of it. The
 * trail of one person or unit is open to all, the whole of it to those who lead.
 */
export async function listTrail(
  { actor }: Context,
  query: Partial<TrailQuery>,
  after?: string,
): Promise<Page<TrailEntry> | null> {
  const isNarrow = query.person !== undefined || query.unit !== undefined;
  if (!canView(actor) || !(isNarrow || canReadWholeTrail(actor))) return null;
  const [at, id] = decodeCursor(after, 2) ?? [];
  const conditions = [
    Prisma.sql`a."subjectKind" IN ('person', 'unit', 'import')`,
    ...(query.person ? [ofPerson(query.person)] : []),
    ...(query.unit ? [ofUnit(query.unit)] : []),
    ...(query.by
      ? [Prisma.sql`a."actorId" = (SELECT p.id FROM "Person" p WHERE p.handle = ${query.by})`]
      : []),
    ...(query.action ? [Prisma.sql`a.action = ${query.action}`] : []),
    ...(query.from ? [Prisma.sql`a.at >= ${query.from}::date`] : []),
    ...(query.to ? [Prisma.sql`a.at < ${query.to}::date + 1`] : []),
    ...(at && isInstant(at) && isWholeNumber(id)
      ? [Prisma.sql`(a.at, a.id) < (${at}::timestamptz, ${id}::bigint)`]
      : []),
  ];
  const rows = await db.$queryRaw<(TrailEntry & { exactAt: string })[]>`
    SELECT a.id::text AS id, a.at, a.at::text AS "exactAt", a."actorName", a.action, a."subjectKind",
      a."subjectId", a.before, a.after, a.reason,
      CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('name', p.name, 'address', '/people/' || p.handle)
        WHEN u.id IS NOT NULL THEN jsonb_build_object('name', u.name, 'address', '/org/' || u.slug) END AS subject
    FROM "AuditEntry" a
    LEFT JOIN "Person" p ON a."subjectKind" = 'person' AND p.id = a."subjectId"
    LEFT JOIN "OrgUnit" u ON a."subjectKind" = 'unit' AND u.id = a."subjectId"
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY a.at DESC, a.id DESC LIMIT ${PAGE_SIZE + 1}`;
  const page = pageOf(rows, PAGE_SIZE, (last) => encodeCursor([last.exactAt, last.id]));
  return { ...page, items: page.items.map(({ exactAt: _, ...entry }) => entry) };
}

const isInstant = (text: string) => !Number.isNaN(Date.parse(text));

const isWholeNumber = (text: string | undefined) => text !== undefined && /^\d{1,18}$/.test(text);

function ofPerson(handle: string): Prisma.Sql {
  return Prisma.sql`(a."subjectKind" = 'person' AND a."subjectId" = (SELECT p.id FROM "Person" p WHERE p.handle = ${handle}))`;
}

/** A unit's trail tells of itself and of everybody who came, went or was corrected. */
function ofUnit(slug: string): Prisma.Sql {
  const id = Prisma.sql`(SELECT u.id FROM "OrgUnit" u WHERE u.slug = ${slug})`;
  return Prisma.sql`((a."subjectKind" = 'unit' AND a."subjectId" = ${id})
    OR (a.before ? 'unitId' AND a.before ->> 'unitId' = ${id})
    OR (a.after ? 'unitId' AND a.after ->> 'unitId' = ${id}))`;
}
