import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { SEARCH_BATCH, type SearchSubject } from '@/foundation/search-subject';

/** Techniques for the search index, all their words in one text. */
export async function listTechniquesForSearch(
  _context: Context,
  ids: string[] | null,
  after: string | null,
): Promise<SearchSubject[]> {
  return db.$queryRaw<SearchSubject[]>`
    SELECT t.id AS "subjectId", t.title, 'Technique of ' || u.name AS subtitle,
           concat_ws(E'\n', nullif(t.summary, ''), v.problem, v.context, v.approach, v."failedApproaches",
             v."dataChallenges", v."evaluationMethod", v."needsData", v."needsInfrastructure", v."needsSkill") AS body,
           '/techniques/' || t.slug AS address, t."originSquadId" AS "unitId", t."updatedAt" AS "changedAt",
           t."retiredAt" IS NOT NULL AS "isObsolete",
           (SELECT count(*)::int FROM "Adoption" a
             WHERE a."techniqueId" = t.id AND a.state IN ('IN_PRODUCTION', 'SUSTAINED')) AS "squadsUsing"
      FROM "Technique" t
      JOIN "OrgUnit" u ON u.id = t."originSquadId"
      JOIN "TechniqueVersion" v ON v.id = t."currentVersionId"
     WHERE (${ids}::text[] IS NULL OR t.id = ANY (${ids}::text[]))
       AND (${after}::text IS NULL OR t.id > ${after})
     ORDER BY t.id LIMIT ${SEARCH_BATCH}`;
}

/** Attempts for the search index. An anonymous author is not in it. */
export async function listAttemptsForSearch(
  _context: Context,
  ids: string[] | null,
  after: string | null,
): Promise<SearchSubject[]> {
  return db.$queryRaw<SearchSubject[]>`
    SELECT a.id AS "subjectId", a.title, 'Attempt of ' || u.name || ', ' ||
             CASE a.outcome WHEN 'WORKED' THEN 'worked' WHEN 'FAILED' THEN 'did not work' ELSE 'inconclusive' END AS subtitle,
           concat_ws(E'\n', a.hypothesis, nullif(a."setUp", ''), a.why, nullif(a."mayWorkWhen", '')) AS body,
           '/techniques/attempts/' || a.id AS address, a."squadId" AS "unitId", a."createdAt" AS "changedAt"
      FROM "Attempt" a JOIN "OrgUnit" u ON u.id = a."squadId"
     WHERE (${ids}::text[] IS NULL OR a.id = ANY (${ids}::text[]))
       AND (${after}::text IS NULL OR a.id > ${after})
     ORDER BY a.id LIMIT ${SEARCH_BATCH}`;
}
