import 'server-only';
import type { Context } from '@/foundation/context';
import { db, Prisma } from '@/foundation/db';
import {
  decodeCursor,
  decodeTimeCursor,
  encodeCursor,
  PAGE_SIZE,
  type Page,
  pageOf,
} from '@/foundation/pagination';
import type { ChangeLine } from '../difference/plan';
import { canImport } from '../policy';
import {
  type ChangeOutcome,
  type ChangeSubject,
  type ImportFormat,
  type PlanSummary,
  planSummary,
} from '../schema';
import { type RunState, runState } from './run-state';

export type RunView = {
  id: string;
  format: ImportFormat;
  source: string;
  fileName: string;
  asOf: Date;
  createdAt: Date;
  createdBy: string | null;
  state: RunState;
  counts: PlanSummary['counts'];
  progressDone: number;
  progressAll: number;
  appliedAt: Date | null;
  appliedBy: string | null;
  failure: string | null;
};

type RunRow = Omit<RunView, 'state' | 'counts'> & {
  plan: unknown;
  startedAt: Date | null;
  isSilent: boolean;
};

// The file itself may be twenty megabytes, and is not needed to show what came of it.
const runs = Prisma.sql`
  SELECT r.id, r.format, r.source, r."fileName", r."asOf", r."createdAt", r.plan,
         r."startedAt", r."appliedAt", r.failure,
         COALESCE(p.done, 0) AS "progressDone", COALESCE(p."all", 0) AS "progressAll",
         COALESCE(p.at < clock_timestamp() - interval '1 minute', true) AS "isSilent",
         maker.name AS "createdBy", applier.name AS "appliedBy"
    FROM "ImportRun" r
    LEFT JOIN "ImportProgress" p ON p."runId" = r.id
    LEFT JOIN "Person" maker ON maker.id = r."createdById"
    LEFT JOIN "Person" applier ON applier.id = r."appliedById"`;

/** Files that were compared or applied, latest first. */
export async function listImportRuns(
  { actor }: Context,
  cursor: string | undefined,
): Promise<Page<RunView> | null> {
  if (!canImport(actor)) return null;
  const after = decodeTimeCursor(cursor);
  const where = after
    ? Prisma.sql`WHERE (r."createdAt", r.id) < (${after[0]}::timestamptz, ${after[1]})`
    : Prisma.empty;
  const rows = await db.$queryRaw<RunRow[]>`
    ${runs} ${where} ORDER BY r."createdAt" DESC, r.id DESC LIMIT ${PAGE_SIZE + 1}`;
  return pageOf(rows.map(viewOf), PAGE_SIZE, ({ createdAt, id }) =>
    encodeCursor([createdAt.toISOString(), id]),
  );
}

/** One import; null when there is none, or it is not for the actor to see. */
export async function getImportRun({ actor }: Context, id: string): Promise<RunView | null> {
  if (!canImport(actor)) return null;
  const [row] = await db.$queryRaw<RunRow[]>`${runs} WHERE r.id = ${id}`;
  return row ? viewOf(row) : null;
}

export type ChangeFilter = {
  outcome?: ChangeOutcome | undefined;
  subject?: ChangeSubject | undefined;
};

export type ChangeView = ChangeLine & { position: number };

/** The lines of a dry run, what needs a reader's eye first. */
export async function listImportChanges(
  { actor }: Context,
  runId: string,
  { outcome, subject }: ChangeFilter,
  cursor: string | undefined,
): Promise<Page<ChangeView>> {
  if (!canImport(actor)) return { items: [], nextCursor: null };
  const [after] = decodeCursor(cursor, 1) ?? [];
  const rows = await db.importChange.findMany({
    where: {
      runId,
      ...(outcome && { outcome }),
      ...(subject && { subject }),
      ...(after !== undefined && { position: { gt: Number(after) || 0 } }),
    },
    orderBy: { position: 'asc' },
    take: PAGE_SIZE + 1,
    omit: { runId: true },
  });
  return pageOf(rows as ChangeView[], PAGE_SIZE, ({ position }) => encodeCursor([`${position}`]));
}

/** The day of the latest file that was applied for a source. */
export async function lastAppliedAsOf(source: string): Promise<Date | null> {
  const { _max } = await db.importRun.aggregate({
    where: { source, appliedAt: { not: null } },
    _max: { asOf: true },
  });
  return _max.asOf;
}

function viewOf({ plan, startedAt, isSilent, ...row }: RunRow): RunView {
  const { counts } = planSummary.parse(plan);
  return { ...row, counts, state: runState({ ...row, startedAt, isSilent }) };
}
