import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { Prisma, type Transaction } from '@/foundation/db';
import { Conflict } from '@/foundation/errors';
import type { Fact } from '@/foundation/events';
import type { Plan, Trace, Writes } from '../difference/plan';
import { type Computed, insertRows, updateRows } from './rows/commands';
import {
  auditTable,
  membershipTable,
  outboxTable,
  parentTable,
  personTable,
  scheduleTable,
  successionTable,
  unitTable,
} from './tables';

/** Told how many more rows were written. */
export type Progress = (rows: number) => Promise<void>;

const ROWS_AT_A_TIME = 1000;

/**
 * Writes a whole plan in the caller's transaction: what ends goes first, so that nothing overlaps.
 * @param reason why, for the audit trail
 */
export async function writePlan(
  tx: Transaction,
  ctx: Context,
  { writes, traces }: Plan,
  { asOf, reason, progress }: { asOf: Date; reason: string; progress: Progress },
): Promise<void> {
  const { actor, now } = ctx;
  const changed: Computed = { updatedAt: Prisma.sql`${now}::timestamptz` };
  const recorded: Computed = {
    recordedAt: Prisma.sql`${now}::timestamptz`,
    recordedById: Prisma.sql`${actor.personId}::text`,
  };
  const leaving: Computed = { ...changed, deactivatedAt: deactivation(now) };
  const each = async <Row>(rows: readonly Row[], write: (rows: Row[]) => Promise<void>) => {
    for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) {
      const batch = rows.slice(from, from + ROWS_AT_A_TIME);
      await write(batch);
      await progress(batch.length);
    }
  };
  await each(writes.supersededMembershipIds, (ids) => supersede(tx, 'Membership', ids, now));
  await each(writes.supersededParentIds, (ids) => supersede(tx, 'UnitParent', ids, now));
  await each(writes.changedUnits, (rows) => updateRows(tx, unitTable, rows, changed));
  await each(writes.newUnits, (rows) => insertRows(tx, unitTable, rows, changed));
  await each(writes.changedPeople, (rows) => updateRows(tx, personTable, rows, leaving));
  await each(writes.newPeople, (rows) => {
    const isGone = Prisma.sql`CASE WHEN x."leftOn" <= ${dayOf(now)}::date THEN ${now}::timestamptz END`;
    return insertRows(tx, personTable, rows, { ...changed, deactivatedAt: isGone });
  });
  await each(writes.successions, (rows) =>
    insertRows(tx, successionTable, rows, {
      ...recorded,
      effectiveOn: Prisma.sql`${asOf}::date`,
    }),
  );
  await each(writes.newParents, (rows) => insertRows(tx, parentTable, rows, recorded));
  await each(writes.newMemberships, (rows) => insertRows(tx, membershipTable, rows, recorded));
  await each(writes.newSchedules, (rows) => insertRows(tx, scheduleTable, rows));
  await each(writes.changedSchedules, (rows) => writeSchedules(tx, rows));
  // The same rows as recordAudits and recordEvents write, tens of thousands of them in one statement each.
  await each(traces, (some) =>
    insertRows(tx, auditTable, some, {
      at: Prisma.sql`${now}::timestamptz`,
      actorId: Prisma.sql`${actor.personId}::text`,
      actorName: Prisma.sql`${actor.name}::text`,
      reason: Prisma.sql`${reason}::text`,
    }),
  );
  await each(factsOf(traces), (facts) =>
    insertRows(tx, outboxTable, facts, {
      actorId: Prisma.sql`${actor.personId}::text`,
      occurredAt: Prisma.sql`${now}::timestamptz`,
      availableAt: Prisma.sql`${now}::timestamptz`,
    }),
  );
}

/** How many rows writing a plan takes, its trail and its announcements among them. */
export function rowsToWrite({ writes, traces }: Plan): number {
  const rows = Object.values(writes).reduce((sum, list) => sum + list.length, 0);
  return rows + traces.length + factsOf(traces).length;
}

/** Whoever has left by today is shut out now; who was shut out already stays so since then. */
function deactivation(now: Date): Prisma.Sql {
  return Prisma.sql`CASE WHEN x."leftOn" <= ${dayOf(now)}::date
    THEN COALESCE(held."deactivatedAt", ${now}::timestamptz) ELSE held."deactivatedAt" END`;
}

/** @throws Conflict when somebody else was faster */
async function supersede(
  tx: Transaction,
  table: 'Membership' | 'UnitParent',
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const count = await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} SET "supersededAt" = ${now}::timestamptz
     WHERE "supersededAt" IS NULL
       AND id IN (SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
  if (count < ids.length) {
    throw new Conflict('Somebody else changed memberships or units at the same moment.');
  }
}

async function writeSchedules(tx: Transaction, rows: Writes['changedSchedules']): Promise<void> {
  await updateRows(tx, scheduleTable, rows);
  const reopened = rows.filter(({ keepsSettlement }) => !keepsSettlement).map(({ id }) => id);
  await tx.importedSchedule.updateMany({
    where: { id: { in: reopened } },
    data: { settledAt: null, settledById: null },
  });
}

/** Every change leaves a trace, so the traces tell who and what was changed. */
function factsOf(traces: readonly Trace[]): Fact[] {
  const idsOf = (kind: Trace['subjectKind']) =>
    new Set(traces.filter(({ subjectKind }) => subjectKind === kind).map((one) => one.subjectId));
  return [
    ...[...idsOf('person')].map((personId) => ({ name: 'person.changed', payload: { personId } })),
    ...[...idsOf('unit')].map((unitId) => ({ name: 'unit.changed', payload: { unitId } })),
  ];
}
