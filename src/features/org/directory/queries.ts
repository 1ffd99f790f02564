import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import { decodeCursor, encodeCursor, PAGE_SIZE, type Page, pageOf } from '@/foundation/pagination';
import type { AsOf } from '../as-of';
import type { DirectoryQuery } from '../people/schema';
import { countsOnDay, holdsOnDay, isHereOnDay } from '../periods/queries';
import { canView } from '../policy';
import type { UnitKind } from '../schema';
import { withNameTolerance, wordMatches } from './matching/queries';
import { searchWords } from './search-words';

export type NamedUnit = { slug: string; name: string };

export type DirectoryPerson = {
  id: string;
  handle: string;
  name: string;
  headline: string;
  timeZone: string;
  skills: string[];
  squad: NamedUnit | null;
  chapter: NamedUnit | null;
};

/** People who work here on a day, narrowed down, in the order of their names. */
export async function listPeople(
  { actor }: Context,
  asOf: AsOf,
  query: DirectoryQuery,
  after?: string,
): Promise<Page<DirectoryPerson>> {
  if (!canView(actor)) return { items: [], nextCursor: null };
  const { day } = asOf;
  const [name, id] = decodeCursor(after, 2) ?? [];
  const conditions = [
    isHereOnDay('p', day),
    ...unitConditions(query, day),
    ...(query.skill ? [Prisma.sql`p.skills @> ARRAY[${query.skill}]`] : []),
    ...(name === undefined ? [] : [Prisma.sql`(plain_text(p.name), p.id) > (${name}, ${id})`]),
  ];
  const people = await withNameTolerance(
    (tx) => tx.$queryRaw<(DirectoryPerson & { sortName: string })[]>`
    SELECT p.id, p.handle, p.name, p.headline, p."timeZone", p.skills, plain_text(p.name) AS "sortName",
      ${placeOf('SQUAD', day)} AS squad, ${placeOf('CHAPTER', day)} AS chapter
    FROM ${peopleFitting(query.text)} p WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY plain_text(p.name), p.id LIMIT ${PAGE_SIZE + 1}`,
  );
  return pageOf(people, PAGE_SIZE, ({ sortName, id: last }) => encodeCursor([sortName, last]));
}

export type FilterOption = NamedUnit & { kind: UnitKind; tribe: string | null };

const OPTIONS_EACH = 100;

/** Units to narrow the directory down to; squads and chapters of the chosen tribe when there are many. */
export async function listFilterOptions(
  { actor }: Context,
  { day }: AsOf,
  tribe: string | undefined,
): Promise<FilterOption[]> {
  if (!canView(actor)) return [];
  const inTribe = tribe
    ? Prisma.sql`(o.kind NOT IN ('SQUAD', 'CHAPTER') OR o.tribe = ${tribe})`
    : Prisma.sql`true`;
  return db.$queryRaw<FilterOption[]>`
    SELECT slug, name, kind, tribe FROM (
      SELECT o.*, row_number() OVER (PARTITION BY o.kind ORDER BY plain_text(o.name), o.slug) AS place FROM (
        SELECT u.slug, u.kind::text AS kind, unit_name_on(u.id, u.name, ${day}::date) AS name, (
          SELECT t.slug FROM "UnitParent" p JOIN "OrgUnit" t ON t.id = p."parentId" AND t.kind = 'TRIBE'
          WHERE p."unitId" = u.id AND ${countsOnDay('p', day)} LIMIT 1) AS tribe
        FROM "OrgUnit" u WHERE u.kind <> 'WORKING_GROUP' AND ${holdsOnDay('u', day)}
      ) o WHERE ${inTribe}
    ) ranked WHERE place <= ${OPTIONS_EACH} ORDER BY kind, plain_text(name), slug`;
}

function unitConditions(query: DirectoryQuery, day: Date): Prisma.Sql[] {
  const isIn = (slug: string, kinds: UnitKind[]) => Prisma.sql`EXISTS (
    SELECT 1 FROM "Membership" m JOIN "OrgUnit" u ON u.id = m."unitId"
    WHERE m."personId" = p.id AND u.slug = ${slug} AND u.kind::text = ANY (${kinds}) AND ${countsOnDay('m', day)})`;
  const conditions: Prisma.Sql[] = [];
  if (query.squad) conditions.push(isIn(query.squad, ['SQUAD']));
  if (query.chapter) conditions.push(isIn(query.chapter, ['CHAPTER']));
  if (query.guild) conditions.push(isIn(query.guild, ['GUILD', 'SUBGUILD']));
  if (query.tribe) {
    conditions.push(Prisma.sql`EXISTS (
      SELECT 1 FROM "Membership" m JOIN "UnitParent" c ON c."unitId" = m."unitId" AND ${countsOnDay('c', day)}
      JOIN "OrgUnit" t ON t.id = c."parentId"
      WHERE m."personId" = p.id AND t.slug = ${query.tribe} AND m."unitKind" = 'SQUAD' AND ${countsOnDay('m', day)})`);
  }
  return conditions;
}

/**
 * People with each word in their name, roughly, or somewhere in what they tell of themselves. They are
 * found first, by the trigram indexes: walking the names in order instead would fold every one of them.
 */
function peopleFitting(text: string | undefined): Prisma.Sql {
  const words = searchWords(text ?? '');
  if (words.length === 0) return Prisma.sql`"Person"`;
  const name = Prisma.sql`plain_text(t.name)`;
  const told = Prisma.sql`person_words(t.headline, t.about, t.skills, t."askMeAbout")`;
  const each = words.map(
    (word) => Prisma.sql`(${wordMatches(name, word)} OR ${told} LIKE ${`%${word}%`})`,
  );
  return Prisma.sql`(
    WITH found AS MATERIALIZED (SELECT t.* FROM "Person" t WHERE ${Prisma.join(each, ' AND ')})
    SELECT * FROM found)`;
}

function placeOf(kind: 'SQUAD' | 'CHAPTER', day: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT jsonb_build_object('slug', u.slug, 'name', unit_name_on(u.id, u.name, ${day}::date))
    FROM "Membership" h JOIN "OrgUnit" u ON u.id = h."unitId"
    WHERE h."personId" = p.id AND h."unitKind"::text = ${kind} AND ${countsOnDay('h', day)}
    ORDER BY h."isPrimary" DESC, h."validFrom" LIMIT 1)`;
}
