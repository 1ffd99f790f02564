import 'server-only';
import type { Context } from '@/foundation/context';
import { dayOf, holdsOn } from '@/foundation/days';
import { authorize, Conflict } from '@/foundation/errors';
import { transact } from '@/foundation/transaction';
import { findPersonNamed, findUnitNamed } from '../directory/named/queries';
import { handOf, writePlan } from '../ledger/commands';
import { movePlan } from '../memberships/membership-period';
import { findHeld, type HeldBy } from '../memberships/queries';
import { canMoveInto } from '../policy';
import { type Outcome, refused } from '../refusals';
import { getUnitRecord } from '../units/queries';
import type { MoveInput } from './schema';

type Moved = { fromUnitId: string | null; handsOverUnitIds: string[] };

/** Makes a squad somebody's home from a day on, in the past, today or to come. */
export async function moveToSquad(ctx: Context, input: MoveInput): Promise<Outcome<Moved>> {
  return transact(async (tx) => {
    const squadId = await findUnitNamed(tx, input.squad);
    const personId = await findPersonNamed(tx, input.person);
    if (!squadId) return refused('no-such-unit');
    if (!personId) return refused('no-such-person');
    const squad = await getUnitRecord(tx, squadId, ctx.now);
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    if (squad.kind !== 'SQUAD') return refused('not-a-squad');
    authorize(
      canMoveInto(ctx.actor, squad),
      'Only those who lead the squad that takes somebody in, or its tribe, record the move.',
    );
    if (input.on < squad.validFrom || squad.validTo !== null) return refused('unit-not-there-then');
    if (person.leftOn !== null && person.leftOn <= input.on) return refused('not-here-then');

    const places = await findHeld(tx, person.id, ['SQUAD']);
    refuseIfUnseen(places, input.seenHomeId, dayOf(ctx.now), person.name);
    const move = {
      squadId: squad.id,
      on: input.on,
      endReason: `Moved to ${squad.name}`,
      note: input.reason,
    };
    const planned = movePlan(places, move);
    if (planned === 'already-there') return refused('already-there');
    await writePlan(tx, ctx, {
      personId: person.id,
      plan: planned.plan,
      source: handOf(ctx.actor),
      reason: input.reason,
    });
    return {
      ok: true,
      fromUnitId: planned.from?.unitId ?? null,
      handsOverUnitIds: planned.handsOver.map(({ unitId }) => unitId),
    };
  });
}

/** The form was filled in while somebody else recorded another move. */
function refuseIfUnseen(
  places: readonly HeldBy[],
  seenHomeId: string | undefined,
  today: Date,
  name: string,
) {
  if (seenHomeId === undefined) return;
  const home = places.find((place) => place.isPrimary && holdsOn(place, today));
  if ((home?.id ?? 'none') !== seenHomeId) {
    throw new Conflict(
      `Somebody else changed ${name}’s home squad a moment ago. Reload to see what is recorded now.`,
    );
  }
}
