import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Change, recordAudits } from '@/foundation/audit';
import type { Actor, Context } from '@/foundation/context';
import { formatDay } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { Conflict } from '@/foundation/errors';
import { type Fact, recordEvents } from '@/foundation/events';
import { type LedgerChange, ledgerChanges, type Numbered } from '../memberships/ledger-changes';
import type { Place, Plan } from '../memberships/membership-period';
import type { MembershipSource } from '../schema';

export type Writing = {
  personId: string;
  plan: Plan;
  source: MembershipSource;
  /** Why, for the audit trail. */
  reason?: string | null;
};

/** Writes a plan: supersedes, adds, leaves a trail and announces. Every change by hand passes here. */
export async function writePlan(tx: Transaction, ctx: Context, writing: Writing): Promise<void> {
  await writePlans(tx, ctx, [writing]);
}

/** The same for many people at once, in as many statements as for one. */
export async function writePlans(
  tx: Transaction,
  ctx: Context,
  writings: readonly Writing[],
): Promise<void> {
  const numbered = writings.map((writing) => ({
    ...writing,
    rows: writing.plan.rows.map((row): Numbered => ({ ...row, id: randomUUID() })),
  }));
  await supersede(
    tx,
    ctx,
    writings.flatMap(({ plan }) => plan.superseded.map(({ id }) => id)),
  );
  await tx.membership.createMany({
    data: numbered.flatMap(({ personId, source, rows }) =>
      rows.map((row) => ({
        ...row,
        personId,
        source,
        recordedAt: ctx.now,
        recordedById: ctx.actor.personId,
      })),
    ),
  });

  const unitIds = writings.flatMap(({ plan }) =>
    [...plan.superseded, ...plan.rows].map(({ unitId }) => unitId),
  );
  const names = await unitNames(tx, [...new Set(unitIds)]);
  const changes = numbered.flatMap(({ personId, plan, rows, reason }) =>
    ledgerChanges(plan.superseded, rows).map((change) => ({ ...change, personId, reason })),
  );
  await recordAudits(
    tx,
    ctx,
    changes.map((change) => trailOf(change, names)),
  );
  await recordEvents(tx, ctx, [
    ...changes.map(factOf),
    ...[...new Set(changes.map(({ personId }) => personId))].map((personId) => ({
      name: 'person.changed',
      payload: { personId },
    })),
  ]);
}

/** Whose hand it is, as the ledger records it. */
export const handOf = (actor: Actor): MembershipSource =>
  actor.isAdministrator ? 'ADMINISTRATOR' : 'LEAD';

// Whoever comes second finds the row superseded already and is told so, instead of overwriting.
async function supersede(tx: Transaction, { now }: Context, ids: readonly string[]) {
  if (ids.length === 0) return;
  const { count } = await tx.membership.updateMany({
    where: { id: { in: [...ids] }, supersededAt: null },
    data: { supersededAt: now },
  });
  if (count < ids.length) {
    throw new Conflict(
      'Somebody else changed these memberships at the same moment. Reload to see what is recorded now.',
    );
  }
}

type PersonalChange = LedgerChange & { personId: string; reason?: string | null };

function trailOf(change: PersonalChange, names: ReadonlyMap<string, string>): Change {
  return {
    action: change.action,
    subjectKind: 'person',
    subjectId: change.personId,
    before: change.before && factsOf(change.before, names),
    after: change.after && factsOf(change.after, names),
    reason: change.reason ?? undefined,
  };
}

function factOf({ action, membershipId, personId, before, after }: PersonalChange): Fact {
  const unitId = (after ?? before)?.unitId ?? '';
  return { name: action, payload: { membershipId, personId, unitId } };
}

function factsOf(place: Place & { id?: string }, names: ReadonlyMap<string, string>) {
  return {
    ...(place.id && { membershipId: place.id }),
    unitId: place.unitId,
    unit: names.get(place.unitId) ?? place.unitId,
    role: place.role,
    homeSquad: place.isPrimary,
    from: formatDay(place.validFrom),
    to: place.validTo && formatDay(place.validTo),
  };
}

async function unitNames(tx: Transaction, ids: string[]): Promise<Map<string, string>> {
  const units = await tx.orgUnit.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(units.map(({ id, name }) => [id, name]));
}
