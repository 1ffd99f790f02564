import type { Transaction } from '@/foundation/db';
import type { Prisma } from '@/foundation/prisma-client/client';
import { techniques } from '../techniques';
import type { TechniqueSeed } from '../techniques/technique';
import { adoptionRows } from './adoptions';
import type { Calendar } from './calendar';
import { evidenceRows } from './evidence';
import { exposureRows } from './exposures';
import { idOf } from './identifiers';
import { dateOf, type MeetupDate } from './meetups';
import { personId, unitId } from './organisation';

export const techniqueId = (slug: string) => idOf('technique', slug);
export const versionId = (slug: string, number: number) => idOf('version', slug, number);

export async function loadTechniques(
  tx: Transaction,
  calendar: Calendar,
  dates: readonly MeetupDate[],
): Promise<void> {
  await tx.technique.createMany({ data: techniques.map((one) => techniqueRow(calendar, one)) });
  await tx.techniqueVersion.createMany({
    data: techniques.flatMap((one) => versionRows(calendar, one)),
  });
  await tx.$executeRaw`
    UPDATE "Technique" t SET "currentVersionId" = v.id FROM "TechniqueVersion" v
     WHERE v."techniqueId" = t.id
       AND v.number = (SELECT max(number) FROM "TechniqueVersion" WHERE "techniqueId" = t.id)`;
  await tx.attempt.createMany({ data: techniques.flatMap((one) => attemptRows(calendar, one)) });
  await tx.evidence.createMany({ data: techniques.flatMap((one) => evidenceRows(calendar, one)) });
  await tx.presentation.createMany({
    data: techniques.flatMap((one) => presentationRows(calendar, one, dates)),
  });
  await tx.exposure.createMany({
    data: techniques.flatMap((one) => exposureRows(calendar, one, dates)),
  });
  const told = techniques.map((one) => adoptionRows(calendar, one));
  await tx.adoption.createMany({ data: told.flatMap(({ adoptions }) => adoptions) });
  await tx.adoptionEvent.createMany({ data: told.flatMap(({ events }) => events) });
  await tx.techniqueRelation.createMany({
    data: techniques.flatMap((one) => relationRows(calendar, one)),
  });
}

function techniqueRow(calendar: Calendar, one: TechniqueSeed): Prisma.TechniqueCreateManyInput {
  const lastTold = Math.min(
    writtenOn(one),
    ...(one.revisions ?? []).map(({ ago }) => ago),
    ...one.adoptions.flatMap(({ steps }) => steps.map(({ ago }) => ago)),
  );
  return {
    id: techniqueId(one.slug),
    slug: one.slug,
    title: one.title,
    summary: one.summary,
    originSquadId: unitId(one.origin),
    originOn: calendar.workday(one.originOn),
    authorId: personId(one.author),
    createdAt: calendar.at(writtenOn(one), one.slug),
    updatedAt: calendar.at(lastTold, `${one.slug} last`),
  };
}

const writtenOn = ({ writtenOn: on, originOn }: TechniqueSeed) => on ?? originOn - 1;

/** The write-ups in the order in which they were written, and when. */
function versionsOf(one: TechniqueSeed) {
  const first = { ago: writtenOn(one), by: one.author, changeSummary: '', text: one.writeUp };
  const versions = [first];
  for (const { set, ...revision } of one.revisions ?? []) {
    versions.push({ ...revision, text: { ...(versions.at(-1) ?? first).text, ...set } });
  }
  return versions;
}

/** The write-up that others could read on a day. */
export function versionOn(one: TechniqueSeed, ago: number): string {
  const number = versionsOf(one).filter((version) => version.ago >= ago).length;
  return versionId(one.slug, Math.max(number, 1));
}

function versionRows(
  calendar: Calendar,
  one: TechniqueSeed,
): Prisma.TechniqueVersionCreateManyInput[] {
  return versionsOf(one).map(({ ago, by, changeSummary, text }, index) => ({
    id: versionId(one.slug, index + 1),
    techniqueId: techniqueId(one.slug),
    number: index + 1,
    ...text,
    changeSummary,
    authorId: personId(by),
    createdAt: calendar.at(ago, index === 0 ? one.slug : `${one.slug} ${index}`),
  }));
}

function attemptRows(calendar: Calendar, one: TechniqueSeed): Prisma.AttemptCreateManyInput[] {
  return one.attempts.map((attempt, index) => ({
    id: idOf('attempt', one.slug, index),
    techniqueId: techniqueId(one.slug),
    squadId: unitId(attempt.squad ?? one.origin),
    title: attempt.title,
    hypothesis: attempt.hypothesis,
    setUp: attempt.setUp,
    outcome: attempt.outcome,
    why: attempt.why,
    mayWorkWhen: attempt.mayWorkWhen ?? '',
    endedOn: calendar.workday(attempt.endedOn),
    isAnonymous: attempt.anonymous ?? false,
    authorId: personId(attempt.by),
    // Attempts were written down together with the technique, later ones when they ended.
    createdAt: calendar.at(Math.min(attempt.endedOn, writtenOn(one)), `${one.slug} try ${index}`),
  }));
}

function presentationRows(
  calendar: Calendar,
  one: TechniqueSeed,
  dates: readonly MeetupDate[],
): Prisma.PresentationCreateManyInput[] {
  return one.presentations.map((presentation) => {
    const { id, startsAt, ago, day } = dateOf(dates, presentation);
    return {
      id: idOf('presentation', one.slug, id),
      techniqueId: techniqueId(one.slug),
      versionId: versionOn(one, ago),
      meetupId: id,
      presentedAt: startsAt,
      presenterId: personId(presentation.by),
      recordedAt: calendar.instant(new Date(+day + 86_400_000), id),
      recordedById: personId(presentation.by),
    };
  });
}

function relationRows(
  calendar: Calendar,
  one: TechniqueSeed,
): Prisma.TechniqueRelationCreateManyInput[] {
  return (one.relations ?? []).map(({ to, kind, note, ago }) => ({
    fromId: techniqueId(one.slug),
    toId: techniqueId(to),
    kind,
    note,
    recordedAt: calendar.at(ago, `${one.slug} ${to}`),
  }));
}
