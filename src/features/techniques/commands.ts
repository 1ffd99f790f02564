import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { slugFrom } from '@/foundation/slug';
import { transact } from '@/foundation/transaction';
import { lockTechnique } from './keeping/queries';
import { canEditTechnique, canRecordTechnique } from './policy';
import type { RecordTechnique, ReviseTechnique } from './schema';

/** Addresses under /techniques that are taken by pages of their own. */
const TAKEN_SLUGS = ['new', 'attempts'];

/** A squad writes down what it learnt; it is a draft until it is presented. */
export async function recordTechnique(context: Context, input: RecordTechnique) {
  const { actor, now } = context;
  authorize(
    canRecordTechnique(actor, input.squadId),
    'Choose a squad you belong to: a technique is written down by the squad that began it.',
  );
  const { title, summary, squadId, originOn } = input;
  return transact(async (tx) => {
    const squad = await tx.orgUnit.findFirst({ where: { id: squadId, kind: 'SQUAD' } });
    if (!squad) throw new NotFound();
    const slug = await freeSlug(tx, title);
    const technique = await tx.technique.create({
      data: {
        slug,
        title,
        summary,
        originSquadId: squadId,
        originOn,
        authorId: actor.personId,
        createdAt: now,
        updatedAt: now,
      },
    });
    await addVersion(tx, context, technique.id, 1, input, '');
    await recordEvent(tx, context, 'technique.changed', { techniqueId: technique.id });
    return { techniqueId: technique.id, slug };
  });
}

/** An edit is a new version; the one before stays readable. */
export async function reviseTechnique(context: Context, input: ReviseTechnique) {
  return transact(async (tx) => {
    const technique = await lockForEdit(tx, context, input.techniqueId);
    // Somebody who wrote on an older version would undo what they have not seen.
    if (technique.currentNumber !== input.baseVersion) {
      return { ok: false, reason: 'revised-meanwhile' } as const;
    }
    const { title, summary, originOn } = input;
    await tx.technique.update({
      where: { id: technique.id },
      data: { title, summary, originOn, updatedAt: context.now },
    });
    const number = technique.currentNumber + 1;
    await addVersion(tx, context, technique.id, number, input, input.changeSummary);
    await recordEvent(tx, context, 'technique.changed', { techniqueId: technique.id });
    return { ok: true, slug: technique.slug, number } as const;
  });
}

/** The squad no longer stands for it. Those who run it may go on. */
export async function retireTechnique(context: Context, techniqueId: string, reason: string) {
  await changeRetirement(context, techniqueId, reason);
}

/** It was retired by mistake, or came back to use. */
export async function reviveTechnique(context: Context, techniqueId: string) {
  await changeRetirement(context, techniqueId, null);
}

async function changeRetirement(context: Context, techniqueId: string, reason: string | null) {
  const { now } = context;
  await transact(async (tx) => {
    const technique = await lockForEdit(tx, context, techniqueId);
    if ((technique.retiredAt !== null) === (reason !== null)) return;
    await tx.technique.update({
      where: { id: technique.id },
      data: { retiredAt: reason ? now : null, retiredReason: reason, updatedAt: now },
    });
    await recordAudit(tx, context, {
      action: reason ? 'technique.retired' : 'technique.revived',
      subjectKind: 'technique',
      subjectId: technique.id,
      ...(reason && { reason }),
    });
    await recordEvent(tx, context, 'technique.changed', { techniqueId: technique.id });
  });
}

async function lockForEdit(tx: Transaction, context: Context, techniqueId: string) {
  const technique = await lockTechnique(tx, context, techniqueId);
  if (!technique) throw new NotFound();
  authorize(
    canEditTechnique(context.actor, technique),
    'Only members of the squad that began a technique write it.',
  );
  return technique;
}

async function addVersion(
  tx: Transaction,
  { actor, now }: Context,
  techniqueId: string,
  number: number,
  input: RecordTechnique | ReviseTechnique,
  changeSummary: string,
) {
  const version = await tx.techniqueVersion.create({
    data: {
      techniqueId,
      number,
      problem: input.problem,
      context: input.context,
      approach: input.approach,
      failedApproaches: input.failedApproaches,
      dataChallenges: input.dataChallenges,
      evaluationMethod: input.evaluationMethod,
      needsData: input.needsData,
      needsInfrastructure: input.needsInfrastructure,
      needsSkill: input.needsSkill,
      changeSummary,
      authorId: actor.personId,
      createdAt: now,
    },
  });
  await tx.technique.update({
    where: { id: techniqueId },
    data: { currentVersionId: version.id },
  });
}

/** `counting-ties`, or `counting-ties-2` when that is taken. */
async function freeSlug(tx: Transaction, title: string): Promise<string> {
  const wanted = slugFrom(title);
  // Two that record the same title at once would otherwise both be given the same address.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`technique ${wanted}`}))`;
  const like = await tx.technique.findMany({
    where: { slug: { startsWith: wanted } },
    select: { slug: true },
  });
  const taken = new Set([...like.map(({ slug }) => slug), ...TAKEN_SLUGS]);
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) {
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
  }
}
