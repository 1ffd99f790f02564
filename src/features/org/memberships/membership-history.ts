import type { Period } from '@/foundation/days';
import type { MembershipRole } from '../schema';

/** One row as it was recorded, whether it still counts or not. */
export type Recorded = Period & {
  id: string;
  unitId: string;
  role: MembershipRole;
  isPrimary: boolean;
  endReason: string | null;
  note: string | null;
  recordedAt: Date;
  recordedBy: string | null;
  supersededAt: Date | null;
  supersedesId: string | null;
};

/** How a row came to be replaced: it was merely given its end, or something in it had been wrong. */
export type Step<Row extends Recorded> = {
  kind: 'ended' | 'corrected';
  at: Date;
  by: string | null;
  reason: string | null;
  /** What had been recorded before. */
  was: Row;
};

export type HistoryEntry<Row extends Recorded> = {
  /** What counts now, or what counted last. */
  row: Row;
  /** When it was withdrawn altogether; null while it counts. */
  withdrawnAt: Date | null;
  /** What happened to the record, latest first. */
  steps: Step<Row>[];
};

/** Puts each membership together with all that was ever recorded of it, latest membership first. */
export function membershipHistory<Row extends Recorded>(rows: readonly Row[]): HistoryEntry<Row>[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const replaced = new Set(rows.map((row) => row.supersedesId));
  return rows
    .filter((row) => !replaced.has(row.id))
    .map((row) => ({ row, withdrawnAt: row.supersededAt, steps: stepsTo(row, byId) }))
    .toSorted((a, b) => b.row.validFrom.getTime() - a.row.validFrom.getTime());
}

function stepsTo<Row extends Recorded>(row: Row, byId: ReadonlyMap<string, Row>): Step<Row>[] {
  const was = row.supersedesId === null ? undefined : byId.get(row.supersedesId);
  if (!was) return [];
  const kind = onlyEnded(was, row) ? 'ended' : 'corrected';
  const reason = kind === 'ended' ? row.endReason : row.note;
  return [{ kind, at: row.recordedAt, by: row.recordedBy, reason, was }, ...stepsTo(was, byId)];
}

function onlyEnded(was: Recorded, row: Recorded): boolean {
  return (
    was.unitId === row.unitId &&
    was.role === row.role &&
    was.isPrimary === row.isPrimary &&
    was.validFrom.getTime() === row.validFrom.getTime() &&
    was.note === row.note &&
    row.validTo !== null &&
    (was.validTo === null || was.validTo > row.validTo)
  );
}
