import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import { keepersOf } from './keeping/queries';
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
