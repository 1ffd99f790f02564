import type { Prisma } from '@/foundation/prisma-client/client';
import { techniques } from '../techniques';
import type { EvidenceSeed, TechniqueSeed } from '../techniques/technique';
import type { SquadSlug } from '../world';
import type { Calendar } from './calendar';
import { idOf } from './identifiers';
import { personId, unitId } from './organisation';

export const stepEvidenceId = (slug: string, squad: SquadSlug, index: number) =>
  idOf('evidence', slug, squad, index);

type Placed = { id: string; squad: SquadSlug; evidence: EvidenceSeed };

/** What the origin squad stands for, and what each adopter saw in production. */
function evidenceOf(one: TechniqueSeed): Placed[] {
  const own = one.evidence.map((evidence, index) => ({
    id: idOf('evidence', one.slug, index),
    squad: one.origin,
    evidence,
  }));
  const adopters = one.adoptions.flatMap(({ squad, steps }) =>
    steps.flatMap((step, index) =>
      step.to === 'IN_PRODUCTION'
        ? [
            {
              id: stepEvidenceId(one.slug, squad, index),
              squad,
              evidence: { ...step.evidence, on: step.ago, by: step.by },
            },
          ]
        : [],
    ),
  );
  return [...own, ...adopters];
}

export function evidenceRows(
  calendar: Calendar,
  one: TechniqueSeed,
): Prisma.EvidenceCreateManyInput[] {
  const placed = evidenceOf(one);
  const named = new Map(
    techniques.flatMap(evidenceOf).flatMap(({ id, evidence }) => [[evidence.key, id] as const]),
  );
  return placed.map(({ id, squad, evidence }) => ({
    id,
    techniqueId: idOf('technique', one.slug),
    squadId: unitId(squad),
    kind: evidence.kind,
    summary: evidence.summary,
    metric: evidence.metric ?? null,
    baseline: evidence.baseline ?? null,
    value: evidence.value ?? null,
    intervalLow: evidence.interval?.[0] ?? null,
    intervalHigh: evidence.interval?.[1] ?? null,
    n: evidence.n ?? null,
    dataset: evidence.dataset ?? null,
    replicatesId: evidence.replicates ? (named.get(evidence.replicates) ?? null) : null,
    measuredOn: calendar.workday(evidence.on),
    authorId: personId(evidence.by),
    // Nothing is on record before the technique is; what adopters measured, on the day they said so.
    createdAt: calendar.at(Math.min(evidence.on, one.writtenOn ?? one.originOn - 1), id),
  }));
}
