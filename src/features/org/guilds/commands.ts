import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf, holdsOn } from '@/foundation/days';
import { authorize, NotFound } from '@/foundation/errors';
import { transact } from '@/foundation/transaction';
import { writePlan } from '../ledger/commands';
import { findHeld } from '../memberships/queries';
import { canJoinGuild } from '../policy';
import { type Outcome, refused } from '../refusals';
import { findDescendants, findUnitRecords, getUnitRecord } from '../units/queries';
import { joiningRows, leavingPlan } from './guild-membership';

/** Joins a guild by one's own hand; joining a sub-guild joins all that it is a part of. */
export async function joinGuild(ctx: Context, unitId: string): Promise<Outcome> {
  return transact(async (tx) => {
    const guild = await getUnitRecord(tx, unitId, ctx.now);
    authorize(canJoinGuild(ctx.actor, guild), 'Only people join guilds.');
    const today = dayOf(ctx.now);
    if (!holdsOn(guild, today)) return refused('unit-not-there-then');

    const above = await findUnitRecords(tx, guild.ancestorIds, ctx.now);
    const personId = ownId(ctx);
    const held = await findHeld(tx, personId, ['GUILD', 'SUBGUILD']);
    const rows = joiningRows([...above, guild], held, today);
    if (rows.length === 0) return refused('already-member');
    await writePlan(tx, ctx, { personId, plan: { superseded: [], rows }, source: 'SELF' });
    return { ok: true };
  });
}

/** Leaves a guild by one's own hand, and with it every sub-guild of it. */
export async function leaveGuild(ctx: Context, unitId: string): Promise<Outcome> {
  return transact(async (tx) => {
    const guild = await getUnitRecord(tx, unitId, ctx.now);
    authorize(canJoinGuild(ctx.actor, guild), 'Only people leave guilds.');
    const today = dayOf(ctx.now);
    const below = await findDescendants(tx, guild.id, today);

    const personId = ownId(ctx);
    const held = await findHeld(tx, personId, ['GUILD', 'SUBGUILD']);
    const unitIds = [guild.id, ...below.map(({ id }) => id)];
    const plan = leavingPlan(unitIds, held, today, `Left ${guild.name}`);
    if (plan.superseded.length === 0) return refused('not-a-member');
    await writePlan(tx, ctx, { personId, plan, source: 'SELF' });
    return { ok: true };
  });
}

function ownId({ actor }: Context): string {
  if (actor.personId === null) throw new NotFound();
  return actor.personId;
}
