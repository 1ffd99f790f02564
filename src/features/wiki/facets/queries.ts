import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf, formatDay } from '@/foundation/days';
import { pool } from '@/foundation/db';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Page, pageOf } from '@/foundation/pagination';
import { askPrepared } from '@/foundation/prepared';
import type { PageKind } from '../kinds';
import type { Freshness } from '../reviews/freshness';
import { freshnessSql, UNRECORDED } from '../reviews/statement';
import { FRESHNESS_WORDS } from '../reviews/words';
import { type Chosen, type Facets, facetsOf, type Tally } from './facets';

const SHOWN = `p."archivedAt" IS NULL AND p."publishedAt" IS NOT NULL AND ($1::text IS NULL OR p."spaceId" = $1)`;

const ALIKE = `p."spaceId", p.kind, p."ownerUnitId"`;

/**
 * Pages are counted by an index alone, as if nothing were recorded of any. Those of which something is
 * recorded are counted for what that says, and taken off there.
 */
const TALLIES = `
  WITH recorded AS MATERIALIZED (
    SELECT ${ALIKE}, ${freshnessSql('$2')} AS freshness, count(*) AS count
      FROM "PageStanding" st JOIN "WikiPage" p ON p.id = st."pageId"
     WHERE ${SHOWN} GROUP BY ${ALIKE}, freshness),
  counted AS (SELECT ${ALIKE}, count(*) AS count FROM "WikiPage" p WHERE ${SHOWN} GROUP BY ${ALIKE})
  SELECT tally.kind, json_build_object('slug', u.slug, 'name', u.name) AS unit, tally.freshness, tally.count::int
    FROM (SELECT ${ALIKE}, p.freshness, p.count FROM recorded p
          UNION ALL SELECT ${ALIKE}, ${UNRECORDED}, -p.count FROM recorded p
          UNION ALL SELECT ${ALIKE}, ${UNRECORDED}, p.count FROM counted p) AS tally
    JOIN "WikiSpace" s ON s.id = tally."spaceId"
    JOIN "OrgUnit" u ON u.id = coalesce(tally."ownerUnitId", s."ownerUnitId")`;

/** How many pages there are of each kind, keeper and freshness; of one space, or of all. */
export async function countFacets(
  { now }: Context,
  chosen: Chosen,
  spaceId: string | null = null,
): Promise<Facets> {
  const rows = await askPrepared<Tally>(TALLIES, [spaceId, formatDay(dayOf(now))]);
  return facetsOf(rows, chosen, FRESHNESS_WORDS);
}

export type FoundPage = {
  id: string;
  path: string;
  title: string;
  summary: string;
  kind: PageKind;
  spaceSlug: string;
  spaceName: string;
  keeper: string;
  freshness: Freshness;
};

/** The pages that the chosen facets leave, by title. */
export async function listFacetPages(
  { now }: Context,
  { kind, unit, freshness }: Chosen,
  { spaceId = null, after }: { spaceId?: string | null; after?: string },
): Promise<Page<FoundPage>> {
  const [afterTitle = null, afterId = null] = decodeCursor(after, 2) ?? [];
  const { rows } = await pool.query<FoundPage>(
    `SELECT p.id, p.path, p.title, p.summary, p.kind, s.slug AS "spaceSlug", s.name AS "spaceName",
            u.name AS keeper, ${freshnessSql('$2')} AS freshness
       FROM "WikiPage" p JOIN "WikiSpace" s ON s.id = p."spaceId"
       JOIN "OrgUnit" u ON u.id = coalesce(p."ownerUnitId", s."ownerUnitId")
       LEFT JOIN "PageStanding" st ON st."pageId" = p.id
      WHERE ${SHOWN}
        AND ($3::"PageKind" IS NULL OR p.kind = $3) AND ($4::text IS NULL OR u.slug = $4)
        AND ($5::text IS NULL OR ${freshnessSql('$2')} = $5)
        AND ($7::text IS NULL OR (p.title, p.id) > ($6, $7))
      ORDER BY p.title, p.id LIMIT ${PAGE_SIZE + 1}`,
    [spaceId, formatDay(dayOf(now)), kind, unit, freshness, afterTitle, afterId],
  );
  return pageOf(rows, PAGE_SIZE, ({ title, id }) => encodeCursor([title, id]));
}
