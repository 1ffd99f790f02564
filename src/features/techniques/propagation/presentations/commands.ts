import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { transact } from '@/foundation/transaction';
import { lockTechnique } from '../../keeping/queries';
import { missingSections } from '../../readiness';
import { canKeepExposures, canPresentTechnique } from '../policy';
import { findPlacesAt } from './queries';

/** What techniques need to know of a meetup. The page that composes the two features passes it in. */
export type MeetupFacts = {
  id: string;
  startsAt: Date;
  isCancelled: boolean;
  attendeeIds: readonly string[];
};

type Presented = { techniqueId: string; versionId: string; keeperSquadIds: readonly string[] };

/** Records that a technique was presented on a meetup date, and which squads heard of it there. */
export async function presentTechnique(
  context: Context,
  { techniqueId, presenterHandle }: { techniqueId: string; presenterHandle: string | null },
  meetup: MeetupFacts,
) {
  const { actor, now } = context;
  return transact(async (tx) => {
    const technique = await lockForPresenting(tx, context, techniqueId);
    if (meetup.isCancelled) return { ok: false, reason: 'cancelled' } as const;
    if (meetup.startsAt > now) return { ok: false, reason: 'not-held-yet' } as const;
    const missing = await listMissing(tx, technique.currentVersionId);
    if (missing.length > 0) return { ok: false, reason: 'not-ready', missing } as const;
    const presenter = presenterHandle
      ? await tx.person.findUnique({ where: { handle: presenterHandle }, select: { id: true } })
      : null;
    if (presenterHandle && !presenter) return { ok: false, reason: 'presenter-unknown' } as const;

    const presented = { ...technique, techniqueId, versionId: technique.currentVersionId };
    const { count } = await tx.presentation.createMany({
      data: {
        techniqueId,
        versionId: presented.versionId,
        meetupId: meetup.id,
        presentedAt: meetup.startsAt,
        presenterId: presenter?.id ?? null,
        recordedAt: now,
        recordedById: actor.personId,
      },
      skipDuplicates: true,
    });
    await syncExposures(tx, context, presented, meetup);
    if (count > 0) {
      await tx.technique.update({ where: { id: techniqueId }, data: { updatedAt: now } });
      await recordEvent(tx, context, 'technique.presented', { techniqueId, meetupId: meetup.id });
    }
    return { ok: true, slug: technique.slug } as const;
  });
}

/** It was recorded by mistake: takes back the presentation and what was concluded from it. */
export async function withdrawPresentation(
  context: Context,
  { techniqueId, meetupId }: { techniqueId: string; meetupId: string },
): Promise<void> {
  await transact(async (tx) => {
    await lockForPresenting(tx, context, techniqueId);
    const { count } = await tx.presentation.deleteMany({ where: { techniqueId, meetupId } });
    if (count === 0) return;
    await tx.exposure.deleteMany({ where: { techniqueId, meetupId, grade: 'OBSERVED' } });
    await recordAudit(tx, context, {
      action: 'technique.presentation_withdrawn',
      subjectKind: 'technique',
      subjectId: techniqueId,
      before: { meetupId },
    });
    await recordEvent(tx, context, 'technique.changed', { techniqueId });
  });
}

/** Brings who heard of it in step with who was there, when that is recorded later or put right. */
export async function keepMeetupExposures(context: Context, meetup: MeetupFacts): Promise<void> {
  authorize(canKeepExposures(context.actor));
  await transact(async (tx) => {
    await tx.presentation.updateMany({
      where: { meetupId: meetup.id },
      data: { presentedAt: meetup.startsAt },
    });
    const presentations = await tx.presentation.findMany({
      where: { meetupId: meetup.id },
      select: { techniqueId: true, versionId: true },
      orderBy: { techniqueId: 'asc' },
    });
    for (const { techniqueId, versionId } of presentations) {
      const technique = await lockTechnique(tx, context, techniqueId);
      if (technique) {
        const { keeperSquadIds } = technique;
        await syncExposures(tx, context, { techniqueId, versionId, keeperSquadIds }, meetup);
      }
    }
  });
}

async function lockForPresenting(tx: Transaction, context: Context, techniqueId: string) {
  const technique = await lockTechnique(tx, context, techniqueId);
  if (!technique) throw new NotFound();
  authorize(
    canPresentTechnique(context.actor, technique),
    'Only members of the squad that began a technique record where it was presented.',
  );
  return technique;
}

async function listMissing(tx: Transaction, versionId: string) {
  const version = await tx.techniqueVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { failedApproaches: true, dataChallenges: true, evaluationMethod: true },
  });
  return missingSections(version);
}

/** One row for each person and squad; the squads are those the person belonged to on that day. */
async function syncExposures(
  tx: Transaction,
  { now }: Context,
  { techniqueId, versionId, keeperSquadIds }: Presented,
  meetup: MeetupFacts,
) {
  const attendeeIds = [...meetup.attendeeIds];
  const observed = { techniqueId, meetupId: meetup.id, grade: 'OBSERVED' as const };
  const isStale = [{ personId: { notIn: attendeeIds } }, { at: { not: meetup.startsAt } }];
  await tx.exposure.deleteMany({ where: { ...observed, OR: isStale } });
  const places = await findPlacesAt(tx, keeperSquadIds, meetup);
  await tx.exposure.createMany({
    data: places.map(({ personId, squadId }) => ({
      ...observed,
      versionId,
      squadId,
      personId,
      channel: 'MEETUP' as const,
      at: meetup.startsAt,
      recordedAt: now,
    })),
    skipDuplicates: true,
  });
}
