import { describe, expect, it } from 'vitest';
import {
  addDeliverable,
  editDeliverable,
  moveDeliverable,
} from '@/features/working-groups/deliverables/commands';
import { getGroup } from '@/features/working-groups/group/queries';
import { addSeat, editSeat, endSeat } from '@/features/working-groups/seats/commands';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import {
  aMemberOf,
  aMembership,
  anAdministrator,
  aPerson,
  aSquad,
  aVisitor,
  contextOf,
  day,
  TODAY,
} from '../support/org';
import { aDeliverable, aSeat, aWorkingGroup } from '../support/working-groups';

const guideline = {
  kind: 'GUIDELINE',
  title: 'Drift guideline',
  description: '',
  version: '0.1',
  url: null,
  dueOn: day('2026-03-20'),
  ownerSquad: '',
} as const;

async function aGroupWithLead(traits: Parameters<typeof aWorkingGroup>[1] = {}) {
  const group = await aWorkingGroup('Drift', traits);
  const lead = await aPerson('Lena');
  await aSeat(group, lead, { isLead: true });
  return { group, lead: await contextOf(lead) };
}

describe('a deliverable', () => {
  it('begins as a draft and keeps every step with who and when', async () => {
    const { group, lead } = await aGroupWithLead();
    const added = await addDeliverable(lead, { ...guideline, groupId: group.id });
    if (!added.ok) throw new Error(added.reason);
    const step = { deliverableId: added.deliverableId, occurredOn: day(TODAY) };
    await moveDeliverable(lead, { ...step, to: 'REVIEW', note: '' });
    await moveDeliverable(lead, { ...step, to: 'PUBLISHED', note: 'In the wiki' });

    const [deliverable] = (await getGroup(await aVisitor(), group.slug))?.deliverables ?? [];
    expect(deliverable).toMatchObject({
      state: 'PUBLISHED',
      since: day(TODAY),
      steps: [
        { from: null, to: 'DRAFT', recordedBy: 'Lena' },
        { from: 'DRAFT', to: 'REVIEW', recordedBy: 'Lena', occurredOn: day(TODAY) },
        { from: 'REVIEW', to: 'PUBLISHED', note: 'In the wiki' },
      ],
    });
    const fact = await db.outboxEvent.findFirst({
      where: { name: 'deliverable.moved' },
      orderBy: { id: 'desc' },
    });
    expect(fact?.payload).toMatchObject({
      workingGroupId: group.id,
      from: 'REVIEW',
      to: 'PUBLISHED',
    });
  });

  it('its recorded steps cannot be rewritten', async () => {
    const { group } = await aGroupWithLead();
    const { id } = await aDeliverable(group);
    const rewrite = db.deliverableEvent.updateMany({
      where: { deliverableId: id },
      data: { note: 'Never happened' },
    });
    await expect(rewrite).rejects.toThrow(/append_only/);
  });

  it.each([
    ['DRAFT', 'PUBLISHED', TODAY, '', 'not-next'],
    ['DRAFT', 'REVIEW', '2026-03-03', '', 'in-the-future'],
    ['DRAFT', 'REVIEW', '2026-02-01', '', 'before-last'],
    ['PUBLISHED', 'DEPRECATED', TODAY, '', 'note-missing'],
    ['WARRANTY', 'MAINTAINED', TODAY, '', 'warranty-runs'],
  ] as const)('from %s to %s on %s %s is refused as %s', async (state, to, on, note, reason) => {
    const { group, lead } = await aGroupWithLead();
    const { id } = await aDeliverable(group, 'Tool', { state });
    const step = { deliverableId: id, to, occurredOn: day(on), note };
    expect(await moveDeliverable(lead, step)).toEqual({ ok: false, reason });
  });

  it('goes into maintenance once its warranty is over and a squad looks after it', async () => {
    const { group, lead } = await aGroupWithLead();
    const squad = await aSquad('Radio');
    const { id } = await aDeliverable(group, 'Tool', { state: 'WARRANTY', since: '2026-01-31' });
    const step = { deliverableId: id, to: 'MAINTAINED', occurredOn: day(TODAY), note: '' } as const;
    expect(await moveDeliverable(lead, step)).toMatchObject({ reason: 'owner-missing' });
    const edit = { ...guideline, deliverableId: id, ownerSquad: 'radio' };
    await editDeliverable(lead, edit);
    expect(await moveDeliverable(lead, step)).toMatchObject({ ok: true });
    const [deliverable] = (await getGroup(lead, group.slug))?.deliverables ?? [];
    expect(deliverable).toMatchObject({
      state: 'MAINTAINED',
      ownerSquadSlug: squad.slug,
      owner: { name: 'Radio', exists: true },
    });
  });

  it('moved twice at once it moves once', async () => {
    const { group, lead } = await aGroupWithLead();
    const { id } = await aDeliverable(group);
    const step = { deliverableId: id, to: 'REVIEW', occurredOn: day(TODAY), note: '' } as const;
    const results = await Promise.all([moveDeliverable(lead, step), moveDeliverable(lead, step)]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(await db.deliverableEvent.count({ where: { deliverableId: id } })).toBe(2);
  });

  it('is due while the group works', async () => {
    const { group, lead } = await aGroupWithLead();
    const late = { ...guideline, groupId: group.id, dueOn: day('2026-04-14') };
    expect(await addDeliverable(lead, late)).toMatchObject({ reason: 'due-outside' });
    const last = { ...late, dueOn: day('2026-04-13') };
    expect(await addDeliverable(lead, last)).toMatchObject({ ok: true });
  });

  it('added by two at once both get a place', async () => {
    const { group, lead } = await aGroupWithLead();
    const input = { ...guideline, groupId: group.id };
    const results = await Promise.all([addDeliverable(lead, input), addDeliverable(lead, input)]);
    expect(results.every(({ ok }) => ok)).toBe(true);
  });
});

describe('who may move a deliverable on', () => {
  const people = async () => {
    const ended = { state: 'CLOSED' as const, endedOn: day('2026-02-27') };
    const owner = await aSquad('Owner');
    const other = await aSquad('Other');
    const groups = {
      running: await aGroupWithLead(),
      ended: await aGroupWithLead(ended),
    };
    return { owner, other, groups };
  };

  it('while the group works: its leads and administrators; after it: the squad that looks after it too', async () => {
    const { owner, other, groups } = await people();
    const ownMember = await contextOf(await aMemberOf(owner));
    const otherMember = await contextOf(await aMemberOf(other, 'Lead of other', { role: 'LEAD' }));
    const cases: [string, 'running' | 'ended', Context | 'lead', boolean][] = [
      ['lead', 'running', 'lead', true],
      ['administrator', 'running', await anAdministrator(), true],
      ['owner squad', 'running', ownMember, false],
      ['visitor', 'running', await aVisitor(), false],
      ['lead', 'ended', 'lead', true],
      ['owner squad', 'ended', ownMember, true],
      ['another squad', 'ended', otherMember, false],
      ['visitor', 'ended', await aVisitor(), false],
    ];
    for (const [who, when, context, isAllowed] of cases) {
      const { group, lead } = groups[when];
      const { id } = await aDeliverable(group, who, { state: 'PUBLISHED', ownerSquadId: owner.id });
      const actor = context === 'lead' ? lead : context;
      const step = { deliverableId: id, to: 'WARRANTY', occurredOn: day(TODAY), note: '' } as const;
      const moving = moveDeliverable(actor, step);
      if (isAllowed) expect(await moving, `${who}, ${when}`).toMatchObject({ ok: true });
      else await expect(moving, `${who}, ${when}`).rejects.toThrow(Forbidden);
    }
  });
});

describe('seats', () => {
  const terms = { hoursPerWeek: 4, managerAgreed: false, isLead: false };

  it('are taken for the home squad unless another is named', async () => {
    const { group, lead } = await aGroupWithLead();
    const radio = await aSquad('Radio');
    const mixes = await aSquad('Mixes');
    const ada = await aMemberOf(radio, 'Ada');
    const bram = await aMemberOf(radio, 'Bram');
    await addSeat(lead, { groupId: group.id, person: ada.handle, squad: '', ...terms });
    await addSeat(lead, { groupId: group.id, person: bram.handle, squad: mixes.slug, ...terms });
    const { seats } = (await getGroup(lead, group.slug)) ?? { seats: [] };
    const squads = seats.map(({ name, squadName }) => [name, squadName]);
    expect(squads).toContainEqual(['Ada', 'Radio']);
    expect(squads).toContainEqual(['Bram', 'Mixes']);
  });

  it('nobody sits twice; who left can come back', async () => {
    const { group, lead } = await aGroupWithLead();
    const ada = await aMemberOf(await aSquad(), 'Ada');
    const seat = { groupId: group.id, person: ada.handle, squad: '', ...terms };
    const added = await addSeat(lead, seat);
    if (!added.ok) throw new Error(added.reason);
    expect(await addSeat(lead, seat)).toMatchObject({ reason: 'already-seated' });
    await endSeat(await contextOf(ada), { seatId: added.seatId });
    const seats = async () => (await getGroup(lead, group.slug))?.seats;
    expect(await seats()).toContainEqual(
      expect.objectContaining({ name: 'Ada', leftOn: day(TODAY) }),
    );
    expect(await addSeat(lead, seat)).toMatchObject({ ok: true, seatId: added.seatId });
    expect(await seats()).toContainEqual(expect.objectContaining({ name: 'Ada', leftOn: null }));
  });

  it('are given and changed by who runs the group, and given up by one’s own hand', async () => {
    const { group, lead } = await aGroupWithLead();
    const ada = await aPerson('Ada');
    await aMembership(ada, await aSquad());
    const { id } = await aSeat(group, ada);
    const member = await contextOf(ada);
    const seat = { seatId: id, ...terms, hoursPerWeek: 8 };
    await expect(editSeat(member, seat)).rejects.toThrow(Forbidden);
    await expect(
      addSeat(member, { groupId: group.id, person: ada.handle, squad: '', ...terms }),
    ).rejects.toThrow(Forbidden);
    await expect(endSeat(await aVisitor(), { seatId: id })).rejects.toThrow(Forbidden);
    expect(await editSeat(lead, seat)).toMatchObject({ ok: true });
    expect(await endSeat(member, { seatId: id })).toMatchObject({ ok: true });
  });

  it('of an ended group stay as they were', async () => {
    const { group, lead } = await aGroupWithLead({ state: 'CLOSED', endedOn: day('2026-02-27') });
    const { id } = await aSeat(group, await aPerson());
    expect(await endSeat(lead, { seatId: id })).toEqual({ ok: false, reason: 'ended' });
  });
});
