import 'server-only';
import type { Context } from '@/foundation/context';
import { dayInZone } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { insertEvidence } from '../evidence/commands';
import { lockTechnique } from '../keeping/queries';
import { type AdoptionState, refusalOf, type Step, standingOf } from './adoption';
import { canMoveAdoption } from './policy';
import { type MoveAdoption, otherSources } from './schema';
import { possibleSources, type SourceKind } from './sources';

type Locked = NonNullable<Awaited<ReturnType<typeof lockTechnique>>>;
type Known = NonNullable<Awaited<ReturnType<typeof findAdoption>>>;
type Source = { source: SourceKind; sourceAdoptionId: string | null };

/** A squad says where it stands with a technique that another squad began. */
export async function moveAdoption(context: Context, input: MoveAdoption) {
  const { actor, now } = context;
  authorize(
    canMoveAdoption(actor, input.squadId),
    'Only members of a squad say where that squad stands.',
  );
  return transact(async (tx) => {
    // The lock makes two members who speak at once a queue: the second finds what the first said.
    const technique = await lockTechnique(tx, context, input.techniqueId);
    if (!technique) throw new NotFound();
    if (technique.keeperSquadIds.includes(input.squadId)) {
      return { ok: false, reason: 'origin-squad' } as const;
    }
    const known = await findAdoption(tx, technique.id, input.squadId);
    const history: Step[] = known?.steps ?? [];
    if (history.length !== input.after) {
      return { ok: false, reason: 'moved-meanwhile', standing: standingOf(history) } as const;
    }
    const hasOwnEvidence = await hasEvidence(tx, input);
    const step = { ...input, on: input.occurredOn, hasOwnEvidence };
    const refusal = refusalOf(history, step, dayInZone(now, actor.timeZone));
    if (refusal) return { ok: false, reason: refusal } as const;
    const source = await readSource(tx, technique.id, input, known);
    if (!source) return { ok: false, reason: 'source-not-possible' } as const;

    const adoptionId = await writeAdoption(tx, context, technique, input, known, source);
    await addStep(tx, context, adoptionId, history, input);
    await tx.technique.update({ where: { id: technique.id }, data: { updatedAt: now } });
    await recordEvent(tx, context, 'adoption.moved', {
      techniqueId: technique.id,
      squadId: input.squadId,
      adoptionId,
      from: standingOf(history),
      to: input.to,
    });
    return { ok: true, adoptionId, slug: technique.slug } as const;
  });
}

async function findAdoption(tx: Transaction, techniqueId: string, squadId: string) {
  const adoption = await tx.adoption.findUnique({
    where: { techniqueId_squadId: { techniqueId, squadId } },
    select: { id: true, source: true, sourceAdoptionId: true, firstOn: true },
  });
  if (!adoption) return null;
  const events = await tx.adoptionEvent.findMany({
    where: { adoptionId: adoption.id },
    orderBy: { sequence: 'asc' },
    select: { toState: true, occurredOn: true },
  });
  return {
    ...adoption,
    steps: events.map(({ toState, occurredOn }) => ({ to: toState, on: occurredOn })),
  };
}

/** Evidence named must be the squad's own and still stand; evidence told in the form is new. */
async function hasEvidence(tx: Transaction, input: MoveAdoption): Promise<boolean> {
  const { evidenceId, techniqueId, squadId } = input;
  if (!evidenceId) return input.evidenceSummary !== '';
  const own = { id: evidenceId, techniqueId, squadId, status: { not: 'RETRACTED' as const } };
  return (await tx.evidence.count({ where: own })) > 0;
}

/** Where the squad had it from: what it says now, else what it said before; null when that cannot be. */
async function readSource(
  tx: Transaction,
  techniqueId: string,
  { source, squadId, occurredOn }: MoveAdoption,
  known: Known | null,
): Promise<Source | null> {
  if (!source) {
    return known
      ? { source: known.source, sourceAdoptionId: known.sourceAdoptionId }
      : { source: 'UNKNOWN', sourceAdoptionId: null };
  }
  const other = otherSources.find((kind) => kind === source);
  if (other) return { source: other, sourceAdoptionId: null };
  const adoptions = await tx.adoption.findMany({
    where: { techniqueId },
    select: { id: true, squadId: true, sourceAdoptionId: true, firstOn: true },
  });
  const possible = possibleSources(adoptions, squadId, known?.firstOn ?? occurredOn);
  const isPossible = possible.some(({ id }) => id === source);
  return isPossible ? { source: 'ADOPTION', sourceAdoptionId: source } : null;
}

async function writeAdoption(
  tx: Transaction,
  { now }: Context,
  { id: techniqueId, originSquadId, currentVersionId }: Locked,
  { squadId, to, occurredOn, changed, adaptation }: MoveAdoption,
  known: Known | null,
  source: Source,
): Promise<string> {
  const said = changed ? { adaptation: changed === 'ADAPTED' ? adaptation : '' } : {};
  if (!known) {
    const adoption = await tx.adoption.create({
      data: {
        techniqueId,
        originSquadId,
        squadId,
        versionId: currentVersionId,
        state: to,
        firstOn: occurredOn,
        lastOn: occurredOn,
        createdAt: now,
        ...source,
        ...said,
      },
    });
    return adoption.id;
  }
  // What a squad builds on is the write-up it had before it when it began to build.
  const built = BUILDING.includes(to) ? { versionId: currentVersionId } : {};
  await tx.adoption.update({ where: { id: known.id }, data: { ...source, ...said, ...built } });
  return known.id;
}

const BUILDING: AdoptionState[] = ['TRIALLING', 'IN_PRODUCTION'];

async function addStep(
  tx: Transaction,
  context: Context,
  adoptionId: string,
  history: Step[],
  input: MoveAdoption,
) {
  const needsEvidence = input.to === 'IN_PRODUCTION';
  const newEvidence = () => insertEvidence(tx, context, { ...input, measuredOn: input.occurredOn });
  await tx.adoptionEvent.create({
    data: {
      adoptionId,
      sequence: history.length + 1,
      fromState: standingOf(history),
      toState: input.to,
      occurredOn: input.occurredOn,
      precision: input.precision,
      recordedAt: context.now,
      recordedById: context.actor.personId,
      reasonCode: input.reasonCode,
      note: input.note,
      evidenceId: needsEvidence ? (input.evidenceId ?? (await newEvidence())) : null,
    },
  });
}
