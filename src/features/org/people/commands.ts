import 'server-only';
import { recordAudit } from '@/foundation/audit';
import type { Context } from '@/foundation/context';
import { formatDay } from '@/foundation/days';
import type { Transaction } from '@/foundation/db';
import { authorize, NotFound } from '@/foundation/errors';
import { recordEvent } from '@/foundation/events';
import { slugFrom } from '@/foundation/slug';
import { transact } from '@/foundation/transaction';
import { findUnitNamed } from '../directory/named/queries';
import { writePlan } from '../ledger/commands';
import { movePlan } from '../memberships/membership-period';
import { canAddPerson, canEditProfile } from '../policy';
import { type Outcome, refused } from '../refusals';
import { freeSlug } from '../slugs';
import { getUnitRecord } from '../units/queries';
import type { NewPerson, ProfileInput } from './schema';

const profileColumns = {
  name: true,
  headline: true,
  about: true,
  timeZone: true,
  skills: true,
  askMeAbout: true,
} as const;

/** Changes what somebody tells of themselves. */
export async function editProfile(
  ctx: Context,
  { personId, ...profile }: ProfileInput,
): Promise<Outcome> {
  return transact(async (tx) => {
    const before = await tx.person.findUnique({ where: { id: personId }, select: profileColumns });
    if (!before) throw new NotFound();
    authorize(canEditProfile(ctx.actor, personId), 'Only the person edits this profile.');
    if (JSON.stringify(before) === JSON.stringify({ ...before, ...profile })) {
      return refused('nothing-changed');
    }
    await tx.person.update({ where: { id: personId }, data: profile });
    await recordAudit(tx, ctx, {
      action: 'person.edited',
      subjectKind: 'person',
      subjectId: personId,
      before,
      after: profile,
    });
    await recordEvent(tx, ctx, 'person.changed', { personId });
    return { ok: true };
  });
}

/** Adds somebody who starts to work here, with a home squad when it is known. */
export async function addPerson(
  ctx: Context,
  { squad: named, ...person }: NewPerson,
): Promise<Outcome<{ handle: string }>> {
  return transact(async (tx) => {
    authorize(canAddPerson(ctx.actor), 'Only administrators add people.');
    if (person.email && (await tx.person.count({ where: { email: person.email } })) > 0) {
      return refused('email-taken');
    }
    const squadId = named ? await findUnitNamed(tx, named) : null;
    if (named && !squadId) return refused('no-such-unit');
    const squad = squadId ? await getUnitRecord(tx, squadId, ctx.now) : null;
    if (squad && squad.kind !== 'SQUAD') return refused('not-a-squad');
    if (squad && (squad.validFrom > person.startedOn || squad.validTo !== null)) {
      return refused('unit-not-there-then');
    }

    const handle = freeSlug(person.name, await handlesLike(tx, person.name));
    const { id } = await tx.person.create({ data: { ...person, handle } });
    await recordAudit(tx, ctx, {
      action: 'person.added',
      subjectKind: 'person',
      subjectId: id,
      after: { name: person.name, email: person.email, startedOn: formatDay(person.startedOn) },
    });
    await recordEvent(tx, ctx, 'person.changed', { personId: id });
    if (squad) {
      const move = { squadId: squad.id, on: person.startedOn, endReason: '', note: null };
      const planned = movePlan([], move);
      if (planned === 'already-there') return refused('already-there');
      await writePlan(tx, ctx, { personId: id, plan: planned.plan, source: 'ADMINISTRATOR' });
    }
    return { ok: true, handle };
  });
}

async function handlesLike(tx: Transaction, name: string): Promise<string[]> {
  const people = await tx.person.findMany({
    where: { handle: { startsWith: slugFrom(name) } },
    select: { handle: true },
  });
  return people.map(({ handle }) => handle);
}
