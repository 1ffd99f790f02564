import { describe, expect, it } from 'vitest';
import { moveToSquad } from '@/features/org/moves/commands';
import { db } from '@/foundation/db';
import { Conflict, Forbidden } from '@/foundation/errors';
import { atTheSameMoment } from '../support/concurrency';
import {
  aMemberOf,
  aMembership,
  anAdministrator,
  announced,
  aPerson,
  aSquad,
  aTribe,
  contextOf,
  day,
  NOON,
  recordedOf,
} from '../support/org';

const move = (person: { handle: string }, squad: { slug: string }, on: string) => ({
  person: person.handle,
  squad: squad.slug,
  on: day(on),
  reason: null,
});

async function twoSquads() {
  const tribe = await aTribe('Discovery');
  const radio = await aSquad('Radio', { within: tribe });
  const mixes = await aSquad('Mixes', { within: tribe });
  const ada = await aMemberOf(radio, 'Ada', { from: '2025-01-01' });
  return { tribe, radio, mixes, ada };
}

describe('a person moves to another squad', () => {
  it('and both squads’ history stays readable', async () => {
    const { radio, mixes, ada } = await twoSquads();
    const result = await moveToSquad(await anAdministrator(), move(ada, mixes, '2026-03-01'));
    expect(result).toEqual({ ok: true, fromUnitId: radio.id, handsOverUnitIds: [] });
    expect(await recordedOf(ada, { radio, mixes })).toEqual([
      'radio MEMBER 2025-01-01 2026-03-01',
      'mixes MEMBER 2026-03-01 open',
    ]);
    expect(await db.membership.count({ where: { personId: ada.id } })).toBe(3);
  });

  it('and the trail says who recorded it, when, from what and to what', async () => {
    const { mixes, ada } = await twoSquads();
    const administrator = await anAdministrator();
    await moveToSquad(administrator, { ...move(ada, mixes, '2026-03-01'), reason: 'Asked for it' });
    const trail = await db.auditEntry.findMany({
      where: { subjectKind: 'person', subjectId: ada.id },
      orderBy: { id: 'asc' },
    });
    expect(trail).toMatchObject([
      {
        action: 'membership.ended',
        actorId: administrator.actor.personId,
        at: NOON,
        reason: 'Asked for it',
        before: { unit: 'Radio', from: '2025-01-01', to: null },
        after: { unit: 'Radio', from: '2025-01-01', to: '2026-03-01' },
      },
      { action: 'membership.opened', after: { unit: 'Mixes', homeSquad: true, to: null } },
    ]);
    expect(await announced(ada.id)).toEqual([
      'membership.ended',
      'membership.opened',
      'person.changed',
    ]);
  });

  it('on a day to come: today she is where she was', async () => {
    const { radio, mixes, ada } = await twoSquads();
    await moveToSquad(await anAdministrator(), move(ada, mixes, '2026-06-01'));
    const { actor } = await contextOf(ada);
    expect(actor.memberships.map(({ unitId }) => unitId)).toEqual([radio.id]);
    const later = await contextOf(ada, { now: new Date('2026-06-01T00:00:00Z') });
    expect(later.actor.memberships.map(({ unitId }) => unitId)).toEqual([mixes.id]);
  });

  it('gives up leading the squad she leaves, and the answer says which needs a lead', async () => {
    const { radio, mixes, ada } = await twoSquads();
    await aMembership(ada, radio, { role: 'LEAD', from: '2025-06-01' });
    const result = await moveToSquad(await anAdministrator(), move(ada, mixes, '2026-03-01'));
    expect(result).toMatchObject({ ok: true, handsOverUnitIds: [radio.id] });
    expect(await recordedOf(ada, { radio, mixes })).toContain('radio LEAD 2025-06-01 2026-03-01');
  });

  it('is recorded by the lead who takes her in, or of the tribe, and nobody else', async () => {
    const { tribe, radio, mixes, ada } = await twoSquads();
    const mixesLead = await contextOf(await aMemberOf(mixes, 'Bram', { role: 'LEAD' }));
    const tribeLead = await contextOf(await aMemberOf(tribe, 'Chidi', { role: 'LEAD' }));
    const radioLead = await contextOf(await aMemberOf(radio, 'Dana', { role: 'LEAD' }));

    await expect(moveToSquad(radioLead, move(ada, mixes, '2026-03-01'))).rejects.toThrow(Forbidden);
    await expect(moveToSquad(await contextOf(ada), move(ada, mixes, '2026-03-01'))).rejects.toThrow(
      Forbidden,
    );
    expect(await moveToSquad(mixesLead, move(ada, mixes, '2026-03-01'))).toMatchObject({
      ok: true,
    });
    expect(await moveToSquad(tribeLead, move(ada, radio, '2026-04-01'))).toMatchObject({
      ok: true,
    });
  });

  it('not into a squad that ends, nor before it began, nor after she has left', async () => {
    const { ada } = await twoSquads();
    const ctx = await anAdministrator();
    const ended = await aSquad('Ended', { to: '2026-06-01' });
    const young = await aSquad('Young', { from: '2026-02-01' });
    const gone = await aPerson('Emil', { leftOn: '2026-01-01' });
    const refused = (reason: string) => ({ ok: false, reason });
    expect(await moveToSquad(ctx, move(ada, ended, '2026-03-01'))).toEqual(
      refused('unit-not-there-then'),
    );
    expect(await moveToSquad(ctx, move(ada, young, '2026-01-01'))).toEqual(
      refused('unit-not-there-then'),
    );
    expect(await moveToSquad(ctx, move(gone, young, '2026-03-01'))).toEqual(
      refused('not-here-then'),
    );
  });
});

describe('two people move the same person at the same moment', () => {
  it('one move counts, and the other is told in one clear sentence', async () => {
    const { radio, mixes, ada } = await twoSquads();
    const search = await aSquad('Search');
    const [one, other] = [await anAdministrator(), await anAdministrator()];
    const outcomes = await atTheSameMoment(
      'Membership',
      () => moveToSquad(one, move(ada, mixes, '2026-03-01')),
      () => moveToSquad(other, move(ada, search, '2026-03-01')),
    );
    const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.reason).toBeInstanceOf(Conflict);
    expect(refusals[0]?.reason.message).toBe(
      'Somebody else changed these memberships at the same moment. Reload to see what is recorded now.',
    );

    const recorded = await recordedOf(ada, { radio, mixes, search });
    expect(recorded).toHaveLength(2);
    expect(recorded[1]).toMatch(/^(mixes|search) MEMBER 2026-03-01 open$/);
  });

  it('even when it is her first squad, and nothing recorded stands in the way yet', async () => {
    const { mixes } = await twoSquads();
    const search = await aSquad('Search');
    const faye = await aPerson('Faye');
    const [one, other] = [await anAdministrator(), await anAdministrator()];
    const outcomes = await atTheSameMoment(
      'Membership',
      () => moveToSquad(one, move(faye, mixes, '2026-03-01')),
      () => moveToSquad(other, move(faye, search, '2026-03-01')),
    );
    const refusal = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refusal?.reason).toBeInstanceOf(Conflict);
    expect(refusal?.reason.message).toBe(
      'This person already has a home squad for some of that time. Reload to see what is recorded now.',
    );
    expect(await recordedOf(faye, { mixes, search })).toHaveLength(1);
  });

  it('a form that was opened before the other move is refused, not obeyed', async () => {
    const { mixes, ada } = await twoSquads();
    const search = await aSquad('Search');
    const ctx = await anAdministrator();
    const seen = await db.membership.findFirstOrThrow({ where: { personId: ada.id } });
    await moveToSquad(ctx, { ...move(ada, mixes, '2026-03-01'), seenHomeId: seen.id });
    await expect(
      moveToSquad(ctx, { ...move(ada, search, '2026-03-01'), seenHomeId: seen.id }),
    ).rejects.toThrow('Somebody else changed Ada’s home squad a moment ago.');
  });
});
