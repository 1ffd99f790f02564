import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, type Page, pageOf } from '@/foundation/pagination';
import type { Stage } from '../stage';
import type { TechniqueFilter } from './schema';

export type TechniqueLine = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  originOn: Date;
  updatedAt: Date;
  originSquadName: string;
  originSquadSlug: string;
  stage: Stage;
  /** Squads other than the origin that have it in production today, in the order of the alphabet. */
  usedBy: string[];
  /** How many are looking at it or trying it today. */
  tryingCount: number;
};

const PAGE = 25;

/** Techniques, those with news first. */
export async function listTechniques(
  { now }: Context,
  filter: TechniqueFilter,
): Promise<Page<TechniqueLine>> {
  const rows = await db.$queryRaw<TechniqueLine[]>`
    ${selectLines()}
     WHERE ${Prisma.join(conditionsOf(filter, dayOf(now)), ' AND ')}
     ORDER BY t."updatedAt" DESC, t.id LIMIT ${PAGE + 1}`;
  return pageOf(rows, PAGE, ({ updatedAt, id }) => encodeCursor([updatedAt.toISOString(), id]));
}

/** Techniques by the names in their addresses, in no order: as other pages show them in passing. */
export function listTechniquesNamed(_context: Context, slugs: string[]): Promise<TechniqueLine[]> {
  return db.$queryRaw<TechniqueLine[]>`${selectLines()} WHERE t.slug = ANY (${slugs}::text[])`;
}

const selectLines = () => Prisma.sql`
    SELECT t.id, t.slug, t.title, t.summary, t."originOn", t."updatedAt",
           u.name AS "originSquadName", u.slug AS "originSquadSlug", ${stageOfRow} AS stage,
           ARRAY(SELECT s.name FROM "Adoption" a JOIN "OrgUnit" s ON s.id = a."squadId"
                  WHERE a."techniqueId" = t.id AND a.state IN ('IN_PRODUCTION', 'SUSTAINED')
                  ORDER BY s.name) AS "usedBy",
           (SELECT count(*)::int FROM "Adoption" a WHERE a."techniqueId" = t.id
               AND a.state IN ('IDENTIFIED', 'ASSESSING', 'TRIALLING')) AS "tryingCount"
      FROM "Technique" t
      JOIN "OrgUnit" u ON u.id = t."originSquadId"`;

export type FilterUnit = { slug: string; name: string; kind: 'TRIBE' | 'SQUAD' };
export type FilterUnits = { origins: FilterUnit[]; users: FilterUnit[] };

/** Squads and tribes that a filter can name: those that began something, those that use something. */
export async function listFilterUnits({ now }: Context): Promise<FilterUnits> {
  const today = dayOf(now);
  const rows = await db.$queryRaw<(FilterUnit & { isOrigin: boolean; isUser: boolean })[]>`
    WITH origin AS (SELECT DISTINCT "originSquadId" AS id FROM "Technique"),
    "user" AS (SELECT DISTINCT "squadId" AS id FROM "Adoption" WHERE state IN ('IN_PRODUCTION', 'SUSTAINED'))
    SELECT u.slug, u.name, u.kind::text,
           (u.id IN (SELECT id FROM origin) OR u.kind = 'TRIBE') AS "isOrigin",
           u.id IN (SELECT id FROM "user") AS "isUser"
      FROM "OrgUnit" u
     WHERE u.id IN (SELECT id FROM origin UNION SELECT id FROM "user")
        OR (u.kind = 'TRIBE' AND EXISTS (
              SELECT 1 FROM "UnitParent" p WHERE p."parentId" = u.id AND ${holds('p', today)}
                 AND p."unitId" IN (SELECT id FROM origin)))
     ORDER BY u.name`;
  const plain = ({ slug, name, kind }: FilterUnit) => ({ slug, name, kind });
  return {
    origins: rows.filter(({ isOrigin }) => isOrigin).map(plain),
    users: rows.filter(({ isUser }) => isUser).map(plain),
  };
}

/** stage.ts in SQL, for lists; a test keeps the two in step. `t` is the technique. */
const stageOfRow = Prisma.sql`CASE
  WHEN EXISTS (SELECT 1 FROM "TechniqueRelation" r WHERE r."toId" = t.id AND r.kind = 'SUPERSEDES') THEN 'SUPERSEDED'
  WHEN t."retiredAt" IS NOT NULL THEN 'RETIRED'
  WHEN EXISTS (SELECT 1 FROM "TechniqueRelation" r WHERE r."toId" = t.id AND r.kind = 'GENERALISES') THEN 'GENERALISED'
  WHEN EXISTS (SELECT 1 FROM "Adoption" a JOIN "AdoptionEvent" e ON e."adoptionId" = a.id
                WHERE a."techniqueId" = t.id AND e."toState" = 'IN_PRODUCTION') THEN 'ADAPTED_BY_OTHERS'
  WHEN EXISTS (SELECT 1 FROM "Presentation" s WHERE s."techniqueId" = t.id) THEN 'PRESENTED'
  ELSE 'DRAFT' END`;

function conditionsOf({ q, stage, from, usedBy, after }: TechniqueFilter, today: Date) {
  const conditions = [Prisma.sql`true`];
  if (q) conditions.push(mentions(q));
  if (stage) conditions.push(Prisma.sql`${stageOfRow} = ${stage}`);
  if (from) conditions.push(beganIn(from, today));
  if (usedBy) conditions.push(usedIn(usedBy));
  const cursor = decodeCursor(after, 2);
  if (cursor) {
    const [at, id] = cursor;
    conditions.push(
      Prisma.sql`(t."updatedAt" < ${at}::timestamptz OR (t."updatedAt" = ${at}::timestamptz AND t.id > ${id}))`,
    );
  }
  return conditions;
}

/** Every word somewhere in the title, the summary, the problem or the squad's name. */
function mentions(text: string): Prisma.Sql {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 8);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return Prisma.sql`concat_ws(' ', t.title, t.summary, u.name, (
    SELECT v.problem FROM "TechniqueVersion" v WHERE v.id = t."currentVersionId")) ILIKE ALL (${patterns}::text[])`;
}

const beganIn = (slug: string, today: Date) => Prisma.sql`t."originSquadId" IN (
  SELECT id FROM "OrgUnit" WHERE slug = ${slug}
  UNION
  SELECT p."unitId" FROM "UnitParent" p JOIN "OrgUnit" tribe ON tribe.id = p."parentId"
   WHERE tribe.slug = ${slug} AND ${holds('p', today)})`;

const usedIn = (slug: string) => Prisma.sql`t.id IN (
  SELECT a."techniqueId" FROM "Adoption" a JOIN "OrgUnit" s ON s.id = a."squadId"
   WHERE s.slug = ${slug} AND a.state IN ('IN_PRODUCTION', 'SUSTAINED'))`;

function holds(alias: 'p', on: Date): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${alias}."${name}"`);
  return Prisma.sql`(${column('supersededAt')} IS NULL AND ${column('validFrom')} <= ${on}::date
    AND (${column('validTo')} IS NULL OR ${on}::date < ${column('validTo')}))`;
}
