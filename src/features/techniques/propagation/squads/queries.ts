import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, Prisma } from '@/foundation/db';
import { keepersOf } from '../../keeping/queries';
import { type AdoptionState, isInUse } from '../adoption';

export type KnownTechnique = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  originSquadName: string;
  isOrigin: boolean;
  /** What the squad said last; null for what it began itself. */
  state: AdoptionState | null;
  since: Date;
};

export type SquadTechniques = {
  /** Began it, or has it in production. */
  knows: KnownTechnique[];
  /** Sees a use, is assessing, trying, or has paused. */
  tries: KnownTechnique[];
  /** Said that it is not for them, or stopped. */
  leftBehind: KnownTechnique[];
};

const SHOWN_MAX = 200;

/** What a squad knows and what it is trying, as it stood on a day (today unless said otherwise). */
export async function listSquadTechniques(
  { now }: Context,
  squadId: string,
  on: Date = dayOf(now),
): Promise<SquadTechniques> {
  const techniques = await db.$queryRaw<KnownTechnique[]>`
    SELECT t.id, t.slug, t.title, t.summary, u.name AS "originSquadName", true AS "isOrigin",
           NULL::text AS state, t."originOn" AS since
      FROM "Technique" t JOIN "OrgUnit" u ON u.id = t."originSquadId"
     WHERE t."originSquadId" = ${squadId} AND t."originOn" <= ${on}::date
       AND (t."retiredAt" IS NULL OR t."retiredAt" >= ${on}::date + 1)
    UNION ALL
    SELECT t.id, t.slug, t.title, t.summary, u.name, false, e."toState"::text, e."occurredOn"
      FROM "Adoption" a
      JOIN LATERAL (
        SELECT "toState", "occurredOn" FROM "AdoptionEvent"
         WHERE "adoptionId" = a.id AND "occurredOn" <= ${on}::date ORDER BY sequence DESC LIMIT 1) e ON true
      JOIN "Technique" t ON t.id = a."techniqueId"
      JOIN "OrgUnit" u ON u.id = t."originSquadId"
     WHERE a."squadId" = ${squadId}
     ORDER BY since DESC, title LIMIT ${SHOWN_MAX}`;
  return {
    knows: techniques.filter(({ isOrigin, state }) => isOrigin || isInUse(state)),
    tries: techniques.filter(({ state }) => state !== null && underWay.includes(state)),
    leftBehind: techniques.filter(
      ({ state }) => state !== null && !isInUse(state) && !underWay.includes(state),
    ),
  };
}

const underWay: AdoptionState[] = ['IDENTIFIED', 'ASSESSING', 'TRIALLING', 'PAUSED'];

export type AwaitedWord = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  originSquadName: string;
  reachedOn: Date;
  /** Whether somebody of the squad was there, or it was only presented. */
  how: 'WAS_THERE' | 'CARRIED_ON' | 'PRESENTED';
};

/** How long something that was presented without anybody of the squad there is still news to it. */
const NEWS_DAYS = 180;

/**
 * Techniques that reached a squad and on which it has not said anything yet: those somebody of it
 * heard of first, then those a squad it came from had in use, then those lately presented elsewhere.
 */
export async function listWordAwaited(
  { now }: Context,
  squadId: string,
  limit = 10,
): Promise<AwaitedWord[]> {
  const today = dayOf(now);
  return db.$queryRaw<AwaitedWord[]>`
    WITH reached AS (
      SELECT "techniqueId", min(at) AS at, 0 AS nearness FROM "Exposure"
       WHERE "squadId" = ${squadId} GROUP BY "techniqueId"
      UNION ALL
      SELECT a."techniqueId", a."lastOn", 1 FROM "Adoption" a
        JOIN "UnitSuccession" s ON s."predecessorId" = a."squadId" AND s."successorId" = ${squadId}
         AND s.kind IN ('SPLIT', 'MERGE') AND s."effectiveOn" <= ${today}::date
       WHERE a.state IN ('IN_PRODUCTION', 'SUSTAINED', 'TRIALLING')
      UNION ALL
      SELECT "techniqueId", min("presentedAt"), 2 FROM "Presentation"
       WHERE "presentedAt" BETWEEN ${now}::timestamptz - make_interval(days => ${NEWS_DAYS}::int) AND ${now}
       GROUP BY "techniqueId"
    ), nearest AS (
      SELECT DISTINCT ON ("techniqueId") * FROM reached ORDER BY "techniqueId", nearness
    )
    SELECT t.id, t.slug, t.title, t.summary, u.name AS "originSquadName", n.at AS "reachedOn",
           CASE n.nearness WHEN 0 THEN 'WAS_THERE' WHEN 1 THEN 'CARRIED_ON' ELSE 'PRESENTED' END AS how
      FROM nearest n
      JOIN "Technique" t ON t.id = n."techniqueId" AND t."retiredAt" IS NULL
      JOIN "OrgUnit" u ON u.id = t."originSquadId"
     WHERE NOT EXISTS (SELECT 1 FROM "Adoption" a WHERE a."techniqueId" = t.id AND a."squadId" = ${squadId})
       AND NOT EXISTS (SELECT 1 FROM "TechniqueRelation" r WHERE r."toId" = t.id AND r.kind = 'SUPERSEDES')
       AND NOT ${squadId} = ANY (${keepersOf(Prisma.sql`t."originSquadId"`, today)})
     ORDER BY n.nearness, n.at DESC, t.id LIMIT ${limit}`;
}

export type PresentedTechnique = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  originSquadName: string;
  originSquadSlug: string;
  presenter: string | null;
};

/** What was presented on a meetup date. */
export async function listTechniquesPresentedAt(
  _context: Context,
  meetupId: string,
): Promise<PresentedTechnique[]> {
  return db.$queryRaw<PresentedTechnique[]>`
    SELECT t.id, t.slug, t.title, t.summary, u.name AS "originSquadName", u.slug AS "originSquadSlug",
           p.name AS presenter
      FROM "Presentation" s
      JOIN "Technique" t ON t.id = s."techniqueId"
      JOIN "OrgUnit" u ON u.id = t."originSquadId"
      LEFT JOIN "Person" p ON p.id = s."presenterId"
     WHERE s."meetupId" = ${meetupId} ORDER BY t.title LIMIT 50`;
}

export type RecentStep = {
  slug: string;
  title: string;
  squadName: string;
  squadSlug: string;
  to: AdoptionState;
  on: Date;
};

/** The latest that squads said, across the guild. */
export async function listRecentJourneys(_context: Context, limit = 8): Promise<RecentStep[]> {
  return db.$queryRaw<RecentStep[]>`
    SELECT t.slug, t.title, u.name AS "squadName", u.slug AS "squadSlug", e."toState"::text AS to,
           e."occurredOn" AS on
      FROM (SELECT * FROM "AdoptionEvent" ORDER BY "occurredOn" DESC LIMIT ${limit * 4}) e
      JOIN "Adoption" a ON a.id = e."adoptionId"
      JOIN "Technique" t ON t.id = a."techniqueId"
      JOIN "OrgUnit" u ON u.id = a."squadId"
     ORDER BY e."occurredOn" DESC, e."recordedAt" DESC, e.id DESC LIMIT ${limit}`;
}
