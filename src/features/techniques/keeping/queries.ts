import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { Prisma, type Transaction } from '@/foundation/db';

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
