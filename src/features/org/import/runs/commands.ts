import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import type { Context } from '@/foundation/context';
import { addDays, dayOf, formatDay } from '@/foundation/days';
import { db, type Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { loadCurrent } from '../current/queries';
import { summaryOf } from '../difference/fingerprint';
import { makePlan } from '../difference/make-plan';
import type { Plan } from '../difference/plan';
import { readFileText } from '../file-text';
import { canImport } from '../policy';
import { readRoster } from '../read-roster';
import type { Roster } from '../roster';
import type { ImportFormat } from '../schema';
import { insertRows } from '../writing/rows/commands';
import { changeTable } from '../writing/tables';
import { asOfObstacle } from './as-of';
import { lastAppliedAsOf } from './queries';

export type NewRun = {
  format: ImportFormat;
  /** The system the file speaks for; the format's own name when not given. */
  source?: string | undefined;
  asOf: Date | null;
  fileName: string;
  bytes: Uint8Array;
};

export type Prepared = { ok: true; runId: string } | { ok: false; reason: string };

const LINES_AT_A_TIME = 2000;
const FILE_NAME_MAX = 200;
const WAIT_MILLISECONDS = 10_000;
const RUN_MILLISECONDS = 60_000;

/** The dry run: reads a file, compares it with the organisation, and keeps what it found. Nothing changes. */
export async function prepareImport(ctx: Context, input: NewRun): Promise<Prepared> {
  authorize(canImport(ctx.actor), 'Only administrators import.');
  const source = input.source || input.format;
  const today = dayOf(ctx.now);
  const asOf = input.asOf ?? today;
  const obstacle = asOfObstacle(asOf, today, await lastAppliedAsOf(source));
  if (obstacle) return { ok: false, reason: obstacle };
  const read = readFileText(input.bytes);
  if (!read.ok) return read;
  const roster = await readRoster(input.format, read.text);
  const runId = randomUUID();
  await db.$transaction(
    async (tx) => {
      await tx.importRun.create({
        data: {
          id: runId,
          format: input.format,
          source,
          asOf,
          fileName: input.fileName.slice(-FILE_NAME_MAX),
          content: read.text,
          checksum: createHash('sha256').update(read.text).digest('hex'),
          createdAt: ctx.now,
          createdById: ctx.actor.personId,
        },
      });
      await keepPlan(tx, runId, await planFor(tx, { source, asOf, roster }));
    },
    { maxWait: WAIT_MILLISECONDS, timeout: RUN_MILLISECONDS },
  );
  return { ok: true, runId };
}

/** Compares a kept file once more, because the organisation has changed since. */
export async function compareAgain(ctx: Context, runId: string): Promise<void> {
  authorize(canImport(ctx.actor), 'Only administrators import.');
  const run = await db.importRun.findUnique({ where: { id: runId } });
  if (!run || run.appliedAt !== null || run.asOf === null) throw new NotFound();
  const roster = await readRoster(run.format as ImportFormat, run.content);
  const { source, asOf } = run;
  await db.$transaction(
    async (tx) => {
      await tx.importChange.deleteMany({ where: { runId } });
      await keepPlan(tx, runId, await planFor(tx, { source, asOf, roster }));
    },
    { maxWait: WAIT_MILLISECONDS, timeout: RUN_MILLISECONDS },
  );
}

/** Forgets a file that was not applied. */
export async function discardImport(ctx: Context, runId: string): Promise<void> {
  authorize(canImport(ctx.actor), 'Only administrators import.');
  const { count } = await db.importRun.deleteMany({ where: { id: runId, appliedAt: null } });
  if (count === 0) throw new NotFound();
}

type Question = { source: string; asOf: Date; roster: Roster };

export async function planFor(tx: Transaction, { source, asOf, roster }: Question): Promise<Plan> {
  return makePlan({
    roster,
    current: await loadCurrent(tx),
    source,
    asOf: formatDay(asOf),
    dayBefore: formatDay(addDays(asOf, -1)),
    newId: randomUUID,
  });
}

async function keepPlan(tx: Transaction, runId: string, { lines }: Plan): Promise<void> {
  await tx.importRun.update({
    where: { id: runId },
    data: { plan: summaryOf(lines), failure: null, startedAt: null },
  });
  for (let from = 0; from < lines.length; from += LINES_AT_A_TIME) {
    const rows = lines
      .slice(from, from + LINES_AT_A_TIME)
      .map((line, index) => ({ ...line, runId, position: from + index }));
    await insertRows(tx, changeTable, rows);
  }
}
