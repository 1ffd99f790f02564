import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { db, type Transaction } from '@/foundation/db';
import { authorize, Conflict, conflictOf, NotFound } from '@/foundation/errors';
import { log } from '@/foundation/log';
import { summaryOf } from '../../difference/fingerprint';
import { canImport } from '../../policy';
import { readRoster } from '../../read-roster';
import { type ImportFormat, planSummary } from '../../schema';
import { rowsToWrite, writePlan } from '../../writing/commands';
import { asOfObstacle } from '../as-of';
import { planFor } from '../commands';
import { lastAppliedAsOf } from '../queries';

export type Refusal = 'already-applied' | 'being-applied' | 'has-refused-lines';
export type Started = { ok: true; run: Claimed } | { ok: false; reason: Refusal };
export type Applied = { ok: true } | { ok: false; message: string };
export type ProgressListener = (done: number, all: number) => void;

type Claimed = {
  id: string;
  format: string;
  source: string;
  asOf: Date;
  fileName: string;
  content: string;
  fingerprint: string;
};

const RUN_MILLISECONDS = 300_000;
const WAIT_MILLISECONDS = 10_000;
/** Held while an import is applied, so that two never run into each other. */
const LOCK = 4_711_008;

/**
 * Takes a dry run in hand for applying; a second hand at the same moment is told so. One that gave no
 * sign of life for a minute was cut off, left nothing behind, and may be taken again.
 */
export async function startApplying(
  ctx: Context,
  runId: string,
  { withoutRefused }: { withoutRefused: boolean },
): Promise<Started> {
  authorize(canImport(ctx.actor), 'Only administrators import.');
  const run = await db.importRun.findUnique({ where: { id: runId } });
  if (!run?.asOf || run.plan === null) throw new NotFound();
  if (run.appliedAt !== null) return { ok: false, reason: 'already-applied' };
  const { fingerprint, counts } = planSummary.parse(run.plan);
  const refused = Object.values(counts).some((ofSubject) => (ofSubject?.refused ?? 0) > 0);
  if (refused && !withoutRefused) return { ok: false, reason: 'has-refused-lines' };
  if (!(await claim(ctx, runId))) return { ok: false, reason: 'being-applied' };
  const { id, format, source, asOf, fileName, content } = run;
  return { ok: true, run: { id, format, source, asOf, fileName, content, fingerprint } };
}

async function claim({ now }: Context, runId: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // A statement of its own: whoever waited here then sees what the one before it has written.
    await tx.$executeRaw`SELECT 1 FROM "ImportRun" WHERE id = ${runId} FOR UPDATE`;
    const claimed = await tx.$executeRaw`
      UPDATE "ImportRun" r SET "startedAt" = ${now}::timestamptz, failure = NULL
       WHERE r.id = ${runId} AND r."appliedAt" IS NULL
         AND (r."startedAt" IS NULL OR r.failure IS NOT NULL OR NOT EXISTS (
           SELECT 1 FROM "ImportProgress" p
            WHERE p."runId" = r.id AND p.at > clock_timestamp() - interval '1 minute'))`;
    if (claimed > 0) await tellProgress(tx, runId, 0, 0);
    return claimed > 0;
  });
}

async function tellProgress(
  tx: Pick<Transaction, '$executeRaw'>,
  runId: string,
  done: number,
  all: number,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "ImportProgress" ("runId", done, "all", at)
    VALUES (${runId}, ${done}, ${all}, clock_timestamp())
    ON CONFLICT ("runId") DO UPDATE SET done = EXCLUDED.done, "all" = EXCLUDED."all", at = EXCLUDED.at`;
}

/** Writes what the dry run showed, all of it or nothing; what went wrong is kept with the run. */
export async function applyImport(
  ctx: Context,
  run: Claimed,
  listen: ProgressListener = () => {},
): Promise<Applied> {
  try {
    const roster = await readRoster(run.format as ImportFormat, run.content);
    await db.$transaction(
      async (tx) => {
        await takeTurn(tx);
        await refuseOutdated(ctx, run);
        const plan = await planFor(tx, { source: run.source, asOf: run.asOf, roster });
        const summary = summaryOf(plan.lines);
        if (summary.fingerprint !== run.fingerprint) throw new Conflict(CHANGED_SINCE);
        const progress = progressOf(run.id, rowsToWrite(plan), listen);
        const reason = `Import of ${run.fileName}`;
        await writePlan(tx, ctx, plan, { asOf: run.asOf, reason, progress });
        await recordAudit(tx, ctx, {
          action: 'import.applied',
          subjectKind: 'import',
          subjectId: run.id,
          after: { fileName: run.fileName, source: run.source, ...summary },
        });
        await tx.importRun.update({
          where: { id: run.id },
          data: { appliedAt: ctx.now, appliedById: ctx.actor.personId },
        });
      },
      {
        // What was compared stays what it was until all is written; who interferes makes this fail.
        isolationLevel: 'RepeatableRead',
        maxWait: WAIT_MILLISECONDS,
        timeout: RUN_MILLISECONDS,
      },
    );
    return { ok: true };
  } catch (error) {
    const message = messageOf(error);
    await db.importRun.update({ where: { id: run.id }, data: { failure: message } });
    return { ok: false, message };
  }
}

const CHANGED_SINCE =
  'The organisation has changed since this was shown. Compare again, and apply what you then see.';

async function takeTurn(tx: Transaction): Promise<void> {
  const [turn] = await tx.$queryRaw<{ isOurs: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${LOCK}::int) AS "isOurs"`;
  if (!turn?.isOurs)
    throw new Conflict('Another import is being applied. Try again when it is done.');
}

async function refuseOutdated({ now }: Context, { source, asOf }: Claimed): Promise<void> {
  const obstacle = asOfObstacle(asOf, dayOf(now), await lastAppliedAsOf(source));
  if (obstacle) throw new Conflict(obstacle);
}

/** Written beside the transaction, so that others see it before the transaction is done. */
function progressOf(runId: string, all: number, listen: ProgressListener) {
  let done = 0;
  return async (rows: number) => {
    done += rows;
    await tellProgress(db, runId, done, all);
    listen(done, all);
  };
}

function messageOf(error: unknown): string {
  if (error instanceof Conflict) return error.message;
  const conflict = conflictOf(error);
  if (conflict) return conflict.message;
  log.error({ err: error }, 'import failed');
  return 'Something went wrong on our side, and nothing was changed. Please try again.';
}
