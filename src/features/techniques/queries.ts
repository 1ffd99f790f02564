import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, Prisma, type Transaction } from '@/foundation/db';
import { SEARCH_BATCH, type SearchSubject } from '@/foundation/search-subject';
import { canEditTechnique, squadsSpokenFor } from './policy';
import { missingSections, type SeedSection } from './readiness';
import { type Stage, stageOf } from './stage';

type SquadRef = { id: string; slug: string; name: string };
type PersonRef = { handle: string; name: string };

export type TechniqueVersion = {
  id: string;
  number: number;
  problem: string;
  context: string;
  approach: string;
  failedApproaches: string;
  dataChallenges: string;
  evaluationMethod: string;
  needsData: string;
  needsInfrastructure: string;
  needsSkill: string;
  changeSummary: string;
  createdAt: Date;
  author: PersonRef | null;
};

export type TechniqueDetails = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  originOn: Date;
  originSquad: SquadRef;
  author: PersonRef | null;
  updatedAt: Date;
  retired: { at: Date; reason: string } | null;
  version: TechniqueVersion;
  currentNumber: number;
  stage: Stage;
  missing: SeedSection[];
  /** The squad that began it and those that carry it on: none of them adopts it. */
  keeperSquadIds: string[];
  canEdit: boolean;
  /** The reader's squads, for which the reader may say where they stand with it. */
  ownSquads: SquadRef[];
};

type TechniqueRow = Omit<
  TechniqueDetails,
  'originSquad' | 'author' | 'retired' | 'version' | 'stage' | 'missing' | 'canEdit'
> &
  Omit<TechniqueVersion, 'id' | 'author'> & {
    versionId: string;
    originSquadId: string;
    originSlug: string;
    originName: string;
    authorHandle: string | null;
    authorName: string | null;
    versionAuthorHandle: string | null;
    versionAuthorName: string | null;
    retiredAt: Date | null;
    retiredReason: string | null;
    presentations: number;
    adopters: number;
    generalisations: number;
    successors: number;
  };

/** A technique as its page shows it: with the current write-up, or an earlier version of it. */
export async function getTechnique(
  { actor, now }: Context,
  slug: string,
  versionNumber?: number,
): Promise<TechniqueDetails | null> {
  const version = versionNumber
    ? Prisma.sql`v."techniqueId" = t.id AND v.number = ${versionNumber}`
    : Prisma.sql`v.id = t."currentVersionId"`;
  const [row] = await db.$queryRaw<TechniqueRow[]>`
    SELECT t.id, t.slug, t.title, t.summary, t."originOn", t."updatedAt",
           t."retiredAt", t."retiredReason", t."originSquadId", u.slug AS "originSlug", u.name AS "originName",
           a.handle AS "authorHandle", a.name AS "authorName",
           v.id AS "versionId", v.number, v.problem, v.context, v.approach, v."failedApproaches",
           v."dataChallenges", v."evaluationMethod", v."needsData", v."needsInfrastructure",
           v."needsSkill", v."changeSummary", v."createdAt",
           b.handle AS "versionAuthorHandle", b.name AS "versionAuthorName",
           (SELECT c.number FROM "TechniqueVersion" c WHERE c.id = t."currentVersionId") AS "currentNumber",
           ${keepersOf(Prisma.sql`t."originSquadId"`, dayOf(now))} AS "keeperSquadIds",
           (SELECT coalesce(json_agg(json_build_object('id', s.id, 'slug', s.slug, 'name', s.name) ORDER BY s.name), '[]')
              FROM "OrgUnit" s WHERE s.id = ANY (${squadsSpokenFor(actor)})) AS "ownSquads",
           ${stageFacts}
      FROM "Technique" t
      JOIN "OrgUnit" u ON u.id = t."originSquadId"
      JOIN "TechniqueVersion" v ON ${version}
      LEFT JOIN "Person" a ON a.id = t."authorId"
      LEFT JOIN "Person" b ON b.id = v."authorId"
     WHERE t.slug = ${slug}`;
  if (!row) return null;
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    originOn: row.originOn,
    originSquad: { id: row.originSquadId, slug: row.originSlug, name: row.originName },
    author: personOf(row.authorHandle, row.authorName),
    updatedAt: row.updatedAt,
    retired: row.retiredAt ? { at: row.retiredAt, reason: row.retiredReason ?? '' } : null,
    version: versionOf(row),
    currentNumber: row.currentNumber,
    stage: stageOf({ ...row, isRetired: row.retiredAt !== null }),
    missing: missingSections(row),
    keeperSquadIds: row.keeperSquadIds,
    canEdit: canEditTechnique(actor, row),
    ownSquads: row.ownSquads.filter(({ id }) => !row.keeperSquadIds.includes(id)),
  };
}

export type VersionLine = {
  number: number;
  changeSummary: string;
  at: Date;
  by: PersonRef | null;
};

/** Every write-up of a technique, the latest first. */
export async function listVersions(_context: Context, techniqueId: string): Promise<VersionLine[]> {
  const versions = await db.$queryRaw<
    (Omit<VersionLine, 'by'> & { handle: string | null; name: string | null })[]
  >`
    SELECT v.number, v."changeSummary", v."createdAt" AS at, p.handle, p.name
      FROM "TechniqueVersion" v LEFT JOIN "Person" p ON p.id = v."authorId"
     WHERE v."techniqueId" = ${techniqueId} ORDER BY v.number DESC LIMIT 200`;
  return versions.map(({ handle, name, ...version }) => ({
    ...version,
    by: personOf(handle, name),
  }));
}

/** Squads for which the reader may write down what they learnt. */
export async function listSquadsToWriteFor({ actor }: Context): Promise<SquadRef[]> {
  return db.orgUnit.findMany({
    where: { id: { in: squadsSpokenFor(actor) } },
    select: { id: true, slug: true, name: true },
    orderBy: { name: 'asc' },
  });
}

/** What a command needs to know of a technique, which stays as it is until the transaction ends. */
export async function lockTechnique(tx: Transaction, { now }: Context, techniqueId: string) {
  type Locked = {
    id: string;
    slug: string;
    title: string;
    originSquadId: string;
    currentVersionId: string;
    currentNumber: number;
    keeperSquadIds: string[];
    retiredAt: Date | null;
  };
  const [technique] = await tx.$queryRaw<Locked[]>`
    SELECT t.id, t.slug, t.title, t."originSquadId", t."currentVersionId", t."retiredAt",
           (SELECT c.number FROM "TechniqueVersion" c WHERE c.id = t."currentVersionId") AS "currentNumber",
           ${keepersOf(Prisma.sql`t."originSquadId"`, dayOf(now))} AS "keeperSquadIds"
      FROM "Technique" t WHERE t.id = ${techniqueId} FOR NO KEY UPDATE OF t`;
  return technique ?? null;
}

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

/**
 * The squad itself, and once it is gone those it was split or merged into, and so on: an array of ids.
 * @param squad the SQL of the squad's id
 */
export const keepersOf = (squad: Prisma.Sql, on: Date) => Prisma.sql`ARRAY(
  WITH RECURSIVE keeper AS (
    SELECT ${squad} AS id
    UNION
    SELECT s."successorId" FROM keeper k
      JOIN "OrgUnit" gone ON gone.id = k.id AND gone."validTo" <= ${on}::date
      JOIN "UnitSuccession" s ON s."predecessorId" = gone.id AND s.kind IN ('SPLIT', 'MERGE')
       AND s."effectiveOn" <= ${on}::date AND s."successorId" IS NOT NULL
  ) SELECT id FROM keeper)`;

/** The facts that stage.ts judges by; `t` is the technique. */
const stageFacts = Prisma.sql`
  (SELECT count(*)::int FROM "Presentation" s WHERE s."techniqueId" = t.id) AS presentations,
  (SELECT count(*)::int FROM "Adoption" s WHERE s."techniqueId" = t.id AND EXISTS (
     SELECT 1 FROM "AdoptionEvent" e WHERE e."adoptionId" = s.id AND e."toState" = 'IN_PRODUCTION')) AS adopters,
  (SELECT count(*)::int FROM "TechniqueRelation" s WHERE s."toId" = t.id AND s.kind = 'GENERALISES') AS generalisations,
  (SELECT count(*)::int FROM "TechniqueRelation" s WHERE s."toId" = t.id AND s.kind = 'SUPERSEDES') AS successors`;

function versionOf(row: TechniqueRow): TechniqueVersion {
  return {
    id: row.versionId,
    number: row.number,
    problem: row.problem,
    context: row.context,
    approach: row.approach,
    failedApproaches: row.failedApproaches,
    dataChallenges: row.dataChallenges,
    evaluationMethod: row.evaluationMethod,
    needsData: row.needsData,
    needsInfrastructure: row.needsInfrastructure,
    needsSkill: row.needsSkill,
    changeSummary: row.changeSummary,
    createdAt: row.createdAt,
    author: personOf(row.versionAuthorHandle, row.versionAuthorName),
  };
}

function personOf(handle: string | null, name: string | null): PersonRef | null {
  return handle && name ? { handle, name } : null;
}
