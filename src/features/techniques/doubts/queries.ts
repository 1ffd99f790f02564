import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { techniqueEvents } from '../events';

type Fact = { name: string; payload: unknown };

/** A technique on which others may rely, and what became of it. */
export type DoubtfulTechnique = {
  kind: 'TECHNIQUE_OVER' | 'EVIDENCE_RETRACTED';
  /** The same for the same happening, however often it is told. */
  cause: string;
  title: string;
  address: string;
};

type Row = { id: string; slug: string; title: string };

/** Of the techniques that facts tell of: those that are retired or superseded, and those of which a result was taken back. */
export async function listDoubtfulTechniques(
  _ctx: Context,
  facts: readonly Fact[],
): Promise<DoubtfulTechnique[]> {
  const changed = facts.flatMap(({ name, payload }) => {
    const parsed = name === 'technique.changed' ? techniqueEvents[name].safeParse(payload) : null;
    return parsed?.success ? [parsed.data.techniqueId] : [];
  });
  const retracted = facts.flatMap(({ name, payload }) => {
    const parsed = name === 'evidence.doubted' ? techniqueEvents[name].safeParse(payload) : null;
    return parsed?.success && parsed.data.status === 'RETRACTED' ? [parsed.data] : [];
  });
  const ids = [...new Set([...changed, ...retracted.map(({ techniqueId }) => techniqueId)])];
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<(Row & { isOver: boolean })[]>`
    SELECT t.id, t.slug, t.title, t."retiredAt" IS NOT NULL OR EXISTS (
             SELECT 1 FROM "TechniqueRelation" r WHERE r."toId" = t.id AND r.kind = 'SUPERSEDES') AS "isOver"
      FROM "Technique" t WHERE t.id = ANY (${ids}::text[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const over = changed.flatMap((id) => {
    const row = byId.get(id);
    return row?.isOver ? [doubtOf('TECHNIQUE_OVER', `technique:${id}:over`, row)] : [];
  });
  const withoutEvidence = retracted.flatMap(({ techniqueId, evidenceId }) => {
    const row = byId.get(techniqueId);
    return row ? [doubtOf('EVIDENCE_RETRACTED', `evidence:${evidenceId}`, row)] : [];
  });
  return [...over, ...withoutEvidence];
}

const doubtOf = (kind: DoubtfulTechnique['kind'], cause: string, { slug, title }: Row) => ({
  kind,
  cause,
  title,
  address: `/techniques/${slug}`,
});
