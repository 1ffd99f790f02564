import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { lockTechnique } from '../keeping/queries';
import { speaksFor } from '../policy';
import type { AddEvidence, EvidenceFields, EvidenceStatus } from './schema';

/** A squad adds a result it stands for: its own, on its own or on another squad's technique. */
export async function addEvidence(context: Context, input: AddEvidence) {
  authorize(speaksFor(context.actor, input.squadId), 'A squad adds its own evidence only.');
  if (input.measuredOn > dayOf(context.now)) return { ok: false, reason: 'in-the-future' } as const;
  return transact(async (tx) => {
    const technique = await lockTechnique(tx, context, input.techniqueId);
    if (!technique) throw new NotFound();
    if (!(await isOfTechnique(tx, input.replicatesId, technique.id))) {
      return { ok: false, reason: 'replicates-another-technique' } as const;
    }
    const evidenceId = await insertEvidence(tx, context, input);
    await tx.technique.update({ where: { id: technique.id }, data: { updatedAt: context.now } });
    return { ok: true, evidenceId, slug: technique.slug } as const;
  });
}

type NewEvidence = EvidenceFields & {
  techniqueId: string;
  squadId: string;
  measuredOn: Date;
  replicatesId?: string | null;
};

/** The row itself, within the transaction of a command that has authorised it. */
export async function insertEvidence(
  tx: Transaction,
  context: Context,
  { evidenceKind, evidenceSummary, ...rest }: NewEvidence,
): Promise<string> {
  const { id } = await tx.evidence.create({
    data: {
      techniqueId: rest.techniqueId,
      squadId: rest.squadId,
      kind: evidenceKind,
      summary: evidenceSummary,
      metric: rest.metric,
      baseline: rest.baseline,
      value: rest.value,
      intervalLow: rest.intervalLow,
      intervalHigh: rest.intervalHigh,
      n: rest.n,
      dataset: rest.dataset,
      url: rest.url,
      replicatesId: rest.replicatesId ?? null,
      measuredOn: rest.measuredOn,
      authorId: context.actor.personId,
      createdAt: context.now,
    },
  });
  await recordEvent(tx, context, 'evidence.added', {
    evidenceId: id,
    techniqueId: rest.techniqueId,
  });
  return id;
}

/** A squad doubts or takes back its own evidence, or stands by it again. What is taken back stays so. */
export async function judgeEvidence(
  context: Context,
  evidenceId: string,
  status: EvidenceStatus,
  reason: string,
) {
  return transact(async (tx) => {
    const evidence = await tx.evidence.findUnique({ where: { id: evidenceId } });
    if (!evidence) throw new NotFound();
    authorize(
      speaksFor(context.actor, evidence.squadId),
      'Only the squad that stands for a result may doubt it or take it back.',
    );
    const { count } = await tx.evidence.updateMany({
      where: { id: evidenceId, status: { not: 'RETRACTED' } },
      data: { status, statusReason: reason },
    });
    if (count === 0) return { ok: false, reason: 'already-retracted' } as const;
    if (status !== 'CURRENT') {
      const { techniqueId } = evidence;
      await recordEvent(tx, context, 'evidence.doubted', { evidenceId, techniqueId, status });
    }
    return { ok: true } as const;
  });
}

async function isOfTechnique(tx: Transaction, evidenceId: string | null, techniqueId: string) {
  if (!evidenceId) return true;
  return (await tx.evidence.count({ where: { id: evidenceId, techniqueId } })) > 0;
}
