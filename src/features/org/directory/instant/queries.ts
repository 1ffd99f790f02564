import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { Prisma } from '@/foundation/db';
import { countsOnDay, holdsOnDay, isHereOnDay } from '../../periods/queries';
import { canView } from '../../policy';
import type { DirectoryHit } from '../hits';
import { nameFit, nameMatches, withNameTolerance } from '../matching/queries';
import { searchWords } from '../search-words';

const HITS_MAX = 8;

/** People and units of today whose names are, or are nearly, what was typed; best first. */
export async function searchDirectory(
  { actor, now }: Context,
  query: string,
  only?: readonly DirectoryHit['kind'][],
): Promise<DirectoryHit[]> {
  const words = searchWords(query);
  if (!canView(actor) || words.length === 0) return [];
  const today = dayOf(now);
  const kinds = only ? [...only] : null;
  return withNameTolerance(
    (tx) => tx.$queryRaw<DirectoryHit[]>`
    SELECT h.kind, h.id, h.key, h.name, h.note FROM (
      (${peopleHits(words, today)} LIMIT ${HITS_MAX * 2}) UNION ALL (${unitHits(words, today)} LIMIT ${HITS_MAX * 2})
    ) h
    WHERE (${kinds}::text[] IS NULL OR h.kind = ANY (${kinds}::text[]))
    ORDER BY h.fit DESC, length(h.name), plain_text(h.name), h.id LIMIT ${HITS_MAX}`,
  );
}

function peopleHits(words: string[], today: Date): Prisma.Sql {
  const name = Prisma.sql`plain_text(p.name)`;
  return Prisma.sql`
    SELECT 'PERSON' AS kind, p.id, p.handle AS key, p.name, ${nameFit(name, words)}::float AS fit,
      concat_ws(' · ', NULLIF(p.headline, ''), (
        SELECT u.name FROM "Membership" m JOIN "OrgUnit" u ON u.id = m."unitId"
        WHERE m."personId" = p.id AND m."isPrimary" AND ${countsOnDay('m', today)} LIMIT 1)) AS note
    FROM "Person" p
    WHERE ${nameMatches(name, words)} AND ${isHereOnDay('p', today)}
    ORDER BY fit DESC, p.name`;
}

/** A unit is found by its name and, after that, by names it had before. */
function unitHits(words: string[], today: Date): Prisma.Sql {
  const name = Prisma.sql`plain_text(u.name)`;
  const former = Prisma.sql`plain_text(s."nameBefore")`;
  return Prisma.sql`
    SELECT f.kind, f.id, f.slug AS key, f.name, max(f.fit)::float AS fit,
      concat_ws(' · ', max(f.was), (
        SELECT a.name FROM "UnitParent" c JOIN "OrgUnit" a ON a.id = c."parentId"
        WHERE c."unitId" = f.id AND ${countsOnDay('c', today)} LIMIT 1)) AS note
    FROM (
      SELECT u.id, u.slug, u.kind::text AS kind, u.name, ${nameFit(name, words)}::float AS fit, NULL AS was
      FROM "OrgUnit" u WHERE ${nameMatches(name, words)} AND ${holdsOnDay('u', today)}
      UNION ALL
      SELECT u.id, u.slug, u.kind::text, u.name, ${nameFit(former, words)}::float * 0.9, 'formerly ' || s."nameBefore"
      FROM "UnitSuccession" s JOIN "OrgUnit" u ON u.id = s."predecessorId"
      WHERE s.kind = 'RENAME' AND ${nameMatches(former, words)} AND ${holdsOnDay('u', today)}
    ) f GROUP BY f.kind, f.id, f.slug, f.name ORDER BY fit DESC, f.name`;
}
