import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import type { RelationKind } from './circles';

export type RelatedTechnique = {
  kind: RelationKind;
  /** Whether this technique is the one that says so: "this adapts that", or "that adapts this". */
  isOutgoing: boolean;
  note: string;
  recordedAt: Date | null;
  technique: { id: string; slug: string; title: string };
  squadName: string;
};

/** Techniques it grew from, and those that grew from it. */
export async function listRelated(
  _context: Context,
  techniqueId: string,
): Promise<RelatedTechnique[]> {
  const rows = await db.$queryRaw<
    (Omit<RelatedTechnique, 'technique'> & RelatedTechnique['technique'])[]
  >`
    SELECT r.kind::text, r."fromId" = ${techniqueId} AS "isOutgoing", r.note, r."recordedAt",
           t.id, t.slug, t.title, u.name AS "squadName"
      FROM "TechniqueRelation" r
      JOIN "Technique" t ON t.id = CASE WHEN r."fromId" = ${techniqueId} THEN r."toId" ELSE r."fromId" END
      JOIN "OrgUnit" u ON u.id = t."originSquadId"
     WHERE r."fromId" = ${techniqueId} OR r."toId" = ${techniqueId}
     ORDER BY r.kind, t.title LIMIT 60`;
  return rows.map(({ id, slug, title, ...relation }) => ({
    ...relation,
    technique: { id, slug, title },
  }));
}

export async function findTechniqueId(_context: Context, slug: string): Promise<string | null> {
  const found = await db.technique.findUnique({ where: { slug }, select: { id: true } });
  return found?.id ?? null;
}
