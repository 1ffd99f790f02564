import 'server-only';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import type { AdoptionState, ReasonCode } from './adoption';
import type { Adoption, AdoptionStep, Channel, Hearing, JourneyFacts, Precision } from './journey';
import { ownExposuresOf } from './policy';
import type { SourceKind } from './sources';

/** Far more squads than a technique ever reaches; a bound, so that no page grows without end. */
const ADOPTIONS_MAX = 400;

const MILESTONES_MAX = 300;

type MilestoneRow = {
  number: number | null;
  meetupId: string | null;
  at: Date;
  changeSummary: string;
  handle: string | null;
  name: string | null;
};

export type Milestones = Pick<JourneyFacts, 'versions' | 'presentations'>;

/** When a technique was written, and where it was presented, each the first time first. */
export async function listMilestones(_context: Context, techniqueId: string): Promise<Milestones> {
  const rows = await db.$queryRaw<MilestoneRow[]>`
    SELECT v.number, NULL AS "meetupId", v."createdAt" AS at, v."changeSummary", p.handle, p.name
      FROM "TechniqueVersion" v LEFT JOIN "Person" p ON p.id = v."authorId"
     WHERE v."techniqueId" = ${techniqueId}
    UNION ALL
    SELECT NULL, s."meetupId", s."presentedAt", '', p.handle, p.name
      FROM "Presentation" s LEFT JOIN "Person" p ON p.id = s."presenterId"
     WHERE s."techniqueId" = ${techniqueId}
     ORDER BY at, number LIMIT ${MILESTONES_MAX}`;
  const personOf = ({ handle, name }: MilestoneRow) => (handle && name ? { handle, name } : null);
  return {
    versions: rows.flatMap((row) => {
      const { number, at, changeSummary } = row;
      return number === null ? [] : [{ number, at, changeSummary, by: personOf(row) }];
    }),
    presentations: rows.flatMap((row) => {
      const { meetupId, at } = row;
      return meetupId === null ? [] : [{ meetupId, at, presenter: personOf(row) }];
    }),
  };
}

type HearingRow = Omit<Hearing, 'squad'> & Hearing['squad'];

/** Which squads heard of it, where: squads, never the people. */
export async function listHearings(_context: Context, techniqueId: string): Promise<Hearing[]> {
  const rows = await db.$queryRaw<HearingRow[]>`
    SELECT u.id, u.slug, u.name, min(x.at) AS at, x.channel::text, x."meetupId"
      FROM "Exposure" x JOIN "OrgUnit" u ON u.id = x."squadId"
     WHERE x."techniqueId" = ${techniqueId}
     GROUP BY u.id, x.channel, x."meetupId"
     ORDER BY at, u.name LIMIT ${ADOPTIONS_MAX * 4}`;
  return rows.map(({ id, slug, name, ...hearing }) => ({ ...hearing, squad: { id, slug, name } }));
}

export type OwnExposure = { at: Date; channel: Channel; meetupId: string | null };

/** When the reader heard of it: for the reader's eyes only. */
export async function listOwnExposures(
  { actor }: Context,
  techniqueId: string,
): Promise<OwnExposure[]> {
  return db.exposure.findMany({
    where: { techniqueId, ...ownExposuresOf(actor) },
    select: { at: true, channel: true, meetupId: true },
    orderBy: { at: 'asc' },
    take: 20,
  });
}

type StepRow = {
  id: string;
  squadId: string;
  slug: string;
  name: string;
  source: SourceKind;
  sourceAdoptionId: string | null;
  adaptation: string;
  versionNumber: number;
  firstOn: Date;
  to: AdoptionState;
  on: Date;
  precision: Precision;
  recordedAt: Date;
  reasonCode: ReasonCode | null;
  note: string;
  byHandle: string | null;
  byName: string | null;
};

/** Every squad's dealings with a technique, with all their steps: one statement. */
export async function listAdoptions(_context: Context, techniqueId: string): Promise<Adoption[]> {
  const rows = await db.$queryRaw<StepRow[]>`
    SELECT a.id, u.id AS "squadId", u.slug, u.name, a.source::text, a."sourceAdoptionId",
           a.adaptation, v.number AS "versionNumber", a."firstOn", e."toState"::text AS to,
           e."occurredOn" AS on, e.precision::text, e."recordedAt", e."reasonCode"::text, e.note,
           p.handle AS "byHandle", p.name AS "byName"
      FROM (SELECT * FROM "Adoption" WHERE "techniqueId" = ${techniqueId}
             ORDER BY "firstOn", id LIMIT ${ADOPTIONS_MAX}) a
      JOIN "OrgUnit" u ON u.id = a."squadId"
      JOIN "TechniqueVersion" v ON v.id = a."versionId"
      JOIN "AdoptionEvent" e ON e."adoptionId" = a.id
      LEFT JOIN "Person" p ON p.id = e."recordedById"
     ORDER BY a."firstOn", a.id, e.sequence`;
  const adoptions = new Map<string, Adoption>();
  for (const row of rows) {
    const adoption = adoptions.get(row.id) ?? adoptionOf(row);
    adoption.steps.push(stepOf(row));
    adoptions.set(row.id, adoption);
  }
  return [...adoptions.values()];
}

function adoptionOf(row: StepRow): Adoption {
  return {
    id: row.id,
    squad: { id: row.squadId, slug: row.slug, name: row.name },
    source: row.source,
    sourceAdoptionId: row.sourceAdoptionId,
    adaptation: row.adaptation,
    versionNumber: row.versionNumber,
    firstOn: row.firstOn,
    steps: [],
  };
}

function stepOf({
  to,
  on,
  precision,
  recordedAt,
  reasonCode,
  note,
  ...row
}: StepRow): AdoptionStep {
  const by = row.byHandle && row.byName ? { handle: row.byHandle, name: row.byName } : null;
  return { to, on, precision, recordedAt, by, reasonCode, note };
}
