import 'server-only';
import { buffer } from 'node:stream/consumers';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { exportedText } from '../../exporting/exported-text';
import { openFile } from '../../files/queries';
import { listStandingLines } from '../../reviews/telling/queries';
import type { Placing, WaitingPage, WaitingRevision } from './steps';

/** How many commits are written before the branch is moved and the position kept. */
export const TOGETHER = 200;

const SHOWN = Prisma.sql`p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND p."currentRevisionId" IS NOT NULL`;

/** Revisions of published pages that the branch does not hold yet, in the order in which they were written. */
export function listWaitingRevisions(spaceId: string, size = TOGETHER): Promise<WaitingRevision[]> {
  // An import may bring a later revision with an earlier date: it follows the one before it.
  return db.$queryRaw<WaitingRevision[]>`
    SELECT r."pageId", r.number, p.path, m.path AS "mirroredPath", r."authorId", r."isImported",
           max(r."createdAt") OVER (PARTITION BY r."pageId" ORDER BY r.number) AS at
      FROM "WikiPage" p
      JOIN "WikiRevision" r ON r."pageId" = p.id
      LEFT JOIN "WikiMirrorPage" m ON m."pageId" = p.id AND m."spaceId" = p."spaceId"
     WHERE p."spaceId" = ${spaceId} AND ${SHOWN} AND r.number > coalesce(m.number, 0)
     ORDER BY at, p.path, r.number LIMIT ${size}`;
}

/** Pages that lie, stand or are kept otherwise than the branch has it, or are not to be there any more. */
export function listWaitingPages({ now }: Context, spaceId: string): Promise<WaitingPage[]> {
  return db.$queryRaw<WaitingPage[]>`
    WITH shown AS (
      SELECT p.id, p.path, r.number, ${FACTS} AS facts
        FROM "WikiPage" p
        JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
        LEFT JOIN "OrgUnit" u ON u.id = p."ownerUnitId"
       WHERE p."spaceId" = ${spaceId} AND ${SHOWN})
    SELECT m."pageId", s.path, m.path AS "mirroredPath", s.number, m.number AS "mirroredNumber",
           CASE WHEN s.id IS NULL THEN coalesce(p."archivedAt", left_at.at, ${now})
                WHEN s.path <> m.path THEN coalesce(least(left_at.at, taken.at), ${now}) ELSE ${now} END AS at
      FROM "WikiMirrorPage" m
      JOIN "WikiPage" p ON p.id = m."pageId"
      LEFT JOIN shown s ON s.id = m."pageId"
      LEFT JOIN "PageProposal" o ON o.id = m."proposalId"
      LEFT JOIN LATERAL (SELECT max(a."leftAt") AS at FROM "WikiAddress" a WHERE a."pageId" = m."pageId") left_at ON true
      -- Another page's taking the address erases when this one left it: that was before the other's first text.
      LEFT JOIN LATERAL (
        SELECT least(n."createdAt", min(r."createdAt")) AS at
          FROM "WikiPage" n JOIN "WikiRevision" r ON r."pageId" = n.id
         WHERE n."spaceId" = m."spaceId" AND n.path = m.path AND n.id <> m."pageId"
         GROUP BY n.id) taken ON true
     WHERE m."spaceId" = ${spaceId}
       AND (s.id IS NULL OR s.path <> m.path OR s.facts <> m.facts OR (o.id IS NOT NULL AND o.state <> 'OPEN'))
     ORDER BY m.path, m."pageId"`;
}

/** Pages that lie on the branch where these are about to leave. */
export function listHeld(spaceId: string, waiting: readonly { mirroredPath: string | null }[]) {
  const paths = [...new Set(waiting.flatMap(({ mirroredPath }) => mirroredPath ?? []))];
  return db.wikiMirrorPage.findMany({
    where: { spaceId, path: { in: paths } },
    select: { pageId: true, path: true },
  });
}

const FACTS = Prisma.sql`md5(concat_ws(E'\n', r.title, p.kind::text, coalesce(u.slug, ''),
  (SELECT string_agg(h.handle, ',' ORDER BY h.handle) FROM "WikiSteward" w JOIN "Person" h ON h.id = w."personId" WHERE w."pageId" = p.id),
  (SELECT concat_ws(' ', st."lastReviewId", st."checkedAt", st."nextDueOn", st."dueSince", st."isObsolete", st."replacedById")
     FROM "PageStanding" st WHERE st."pageId" = p.id)))`;

const PERSON = { select: { name: true, email: true } } as const;

export type RevisionToWrite = Awaited<ReturnType<typeof findRevision>>;

function findRevision({ pageId, number }: { pageId: string; number: number }) {
  return db.wikiRevision.findUniqueOrThrow({
    where: { pageId_number: { pageId, number } },
    select: {
      title: true,
      number: true,
      markdown: true,
      changeSummary: true,
      author: PERSON,
      acceptedBy: PERSON,
      coAuthors: { select: { person: PERSON } },
      attachments: {
        select: { attachment: { select: { id: true, name: true, sha256: true } } },
      },
      page: {
        select: {
          kind: true,
          ownerUnit: { select: { slug: true } },
          stewards: {
            select: { person: { select: { handle: true } } },
            orderBy: { person: { handle: 'asc' } },
          },
        },
      },
    },
  });
}

/** A revision as the branch is to hold it at a place: who wrote it, its text, and the files it shows. */
export async function getRevisionToWrite(_ctx: Context, { pageId, number, path }: Placing) {
  const revision = await findRevision({ pageId, number });
  // A commit is read for years: its line holds whenever that is.
  const standing = (await listStandingLines([pageId], null)).get(pageId);
  const files = revision.attachments.map(({ attachment }) => attachment);
  const text = exportedText(
    { ...revision.page, path, standing, title: revision.title, markdown: revision.markdown },
    new Set(files.map(({ id }) => id)),
  );
  return { ...revision, files, text };
}

/** The fingerprints of titles, kinds and keepers as they are now. */
export async function factsOf(pageIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; facts: string }[]>`
    SELECT p.id, ${FACTS} AS facts
      FROM "WikiPage" p
      JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
      LEFT JOIN "OrgUnit" u ON u.id = p."ownerUnitId"
     WHERE p.id = ANY (${pageIds})`;
  return new Map(rows.map(({ id, facts }) => [id, facts]));
}

/** The bytes of a file that a page shows. */
export async function bytesOf(ctx: Context, file: { name: string; sha256: string }) {
  const bytes = await openFile(ctx, file);
  if (!bytes) throw new Error(`The file store has lost ${file.name} (${file.sha256}).`);
  return buffer(bytes);
}

/** Files that current texts of published pages show: what `files/` of an export holds. */
export async function listShownFiles(spaceId: string) {
  return db.attachment.findMany({
    where: {
      references: {
        some: {
          revision: { currentOf: { spaceId, archivedAt: null, publishedAt: { not: null } } },
        },
      },
    },
    select: { id: true, name: true, sha256: true },
  });
}
