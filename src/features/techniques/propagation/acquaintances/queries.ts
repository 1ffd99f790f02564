import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import type { AdoptionState } from '../adoption';
import type { Acquaintance, KnownBy } from '../people-to-ask';

const PEOPLE_MAX = 200;

type KnownRow = {
  handle: string;
  name: string;
  how: Acquaintance;
  squadId: string;
  squadSlug: string;
  squadName: string;
  state: AdoptionState | null;
  todayId: string | null;
  todaySlug: string | null;
  todayName: string | null;
};

/** Those still here who wrote of it, presented it, measured it, tried it, or moved it in their squad. */
export async function listPeopleToAsk({ now }: Context, techniqueId: string): Promise<KnownBy[]> {
  const rows = await db.$queryRaw<KnownRow[]>`
    WITH known AS (${knownBy(techniqueId)})
    SELECT DISTINCT p.handle, p.name, k.how, k.state::text, s.id AS "squadId", s.slug AS "squadSlug",
           s.name AS "squadName", h.id AS "todayId", h.slug AS "todaySlug", h.name AS "todayName"
      FROM known k
      JOIN "Person" p ON p.id = k."personId" AND p."deactivatedAt" IS NULL
       AND (p."leftOn" IS NULL OR ${now}::date < p."leftOn")
      JOIN "OrgUnit" s ON s.id = k."squadId"
      LEFT JOIN LATERAL (
        SELECT u.id, u.slug, u.name FROM "Membership" m JOIN "OrgUnit" u ON u.id = m."unitId"
         WHERE m."personId" = p.id AND m."unitKind" = 'SQUAD' AND m."supersededAt" IS NULL
           AND m."validFrom" <= ${now}::date AND (m."validTo" IS NULL OR ${now}::date < m."validTo")
         ORDER BY m."isPrimary" DESC, u.name LIMIT 1) h ON true
     ORDER BY p.name LIMIT ${PEOPLE_MAX}`;
  return rows.map((row) => ({
    person: { handle: row.handle, name: row.name },
    squadToday:
      row.todayId && row.todaySlug && row.todayName
        ? { id: row.todayId, slug: row.todaySlug, name: row.todayName }
        : null,
    how: row.how,
    squad: { id: row.squadId, slug: row.squadSlug, name: row.squadName },
    state: row.state,
  }));
}

/** An anonymous attempt tells nobody who made it, here neither. */
const knownBy = (techniqueId: string) => Prisma.sql`
  SELECT t."authorId" AS "personId", 'WROTE' AS how, t."originSquadId" AS "squadId", NULL::"AdoptionState" AS state
    FROM "Technique" t WHERE t.id = ${techniqueId}
  UNION ALL
  SELECT v."authorId", 'WROTE', t."originSquadId", NULL
    FROM "TechniqueVersion" v JOIN "Technique" t ON t.id = v."techniqueId" WHERE t.id = ${techniqueId}
  UNION ALL
  SELECT r."presenterId", 'PRESENTED', t."originSquadId", NULL
    FROM "Presentation" r JOIN "Technique" t ON t.id = r."techniqueId" WHERE t.id = ${techniqueId}
  UNION ALL
  SELECT e."authorId", 'MEASURED', e."squadId", NULL FROM "Evidence" e WHERE e."techniqueId" = ${techniqueId}
  UNION ALL
  SELECT a."authorId", 'TRIED', a."squadId", NULL
    FROM "Attempt" a WHERE a."techniqueId" = ${techniqueId} AND NOT a."isAnonymous"
  UNION ALL
  SELECT e."recordedById", 'MOVED', a."squadId", a.state
    FROM "Adoption" a JOIN "AdoptionEvent" e ON e."adoptionId" = a.id WHERE a."techniqueId" = ${techniqueId}`;
