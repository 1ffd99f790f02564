import { beforeEach, describe, expect, it } from 'vitest';
import { recordCheckpoint } from '@/features/working-groups/checkpoints/commands';
import { editGroup, moveGroup, proposeGroup } from '@/features/working-groups/commands';
import { extendGroup } from '@/features/working-groups/extending/commands';
import { getGroup } from '@/features/working-groups/group/queries';
import {
  listGroups,
  listMyWorkingGroups,
  listWorkingGroupsForSearch,
  listWorkingGroupsOfPerson,
  listWorkingGroupsOfUnit,
} from '@/features/working-groups/queries';
import type { Context } from '@/foundation/context';
import { addDays, formatDay } from '@/foundation/days';
import { db } from '@/foundation/db';
import { Forbidden, NotFound } from '@/foundation/errors';
import { emptyDatabase } from '../support/database';
import {
  aGuild,
  aMemberOf,
  anAdministrator,
  aPerson,
  aSquad,
  aVisitor,
  contextOf,
  day,
  NOON,
  TODAY,
} from '../support/org';
import { aDeliverable, aSeat, aWorkingGroup } from '../support/working-groups';

const proposal = {
  name: 'Drift guideline',
  question: 'How do we see drift in audio features?',
  charter: 'Features that three squads share.',
  exitTest: 'Two squads use the guideline.',
  sponsor: '',
  parent: '',
  startsOn: day('2026-03-09'),
  weeks: 10,
  hoursPerWeek: 4,
  managerAgreed: true,
};

/** A chartered group of three squads with a lead who may act. */
async function aGroupWithLead(traits: Parameters<typeof aWorkingGroup>[1] = {}) {
  const sponsor = await aPerson('Sponsor');
  const group = await aWorkingGroup('Drift guideline', { sponsorId: sponsor.id, ...traits });
  const leadPerson = await aPerson('Lena');
  await aSeat(group, leadPerson, { isLead: true });
  await aSeat(group, await aPerson('Ada'));
  await aSeat(group, await aPerson('Bram'));
  return { group, lead: await contextOf(leadPerson), sponsor };
}

describe('proposing a group', () => {
  it('makes its unit beneath a guild, and gives the proposer a seat as lead for the home squad', async () => {
    const guild = await aGuild('Machine learning');
    const squad = await aSquad('Radio');
    const me = await contextOf(await aMemberOf(squad, 'Ada'));
    const sponsor = await aPerson('Sanna Sponsor');
    const input = { ...proposal, parent: guild.slug, sponsor: 'sanna sponsor' };
    const proposed = await proposeGroup(me, input);
    if (!proposed.ok) throw new Error(proposed.reason);

    const group = await getGroup(me, proposed.slug);
    expect(group).toMatchObject({
      name: 'Drift guideline',
      state: 'PROPOSED',
      parentName: 'Machine learning',
      sponsorName: sponsor.name,
      plannedEndOn: day('2026-05-18'),
      progress: { phase: 'before', daysUntil: 7, weekCount: 10 },
      seats: [{ name: 'Ada', squadName: 'Radio', isLead: true, hoursPerWeek: 4 }],
      canRun: true,
      history: [{ action: 'working-group.proposed', actorName: 'Ada', to: 'PROPOSED' }],
    });
    const unit = await db.orgUnit.findUniqueOrThrow({ where: { slug: proposed.slug } });
    expect(unit).toMatchObject({ kind: 'WORKING_GROUP', purpose: proposal.question });
  });

  it('is for whoever works in a squad', async () => {
    await expect(proposeGroup(await aVisitor(), proposal)).rejects.toThrow(Forbidden);
    expect(await proposeGroup(await anAdministrator(), proposal)).toMatchObject({ ok: true });
  });

  it.each([
    [{ sponsor: 'Nobody' }, 'unknown-person'],
    [{ parent: 'nowhere' }, 'unknown-guild'],
  ])('%j is refused as %s', async (fault, reason) => {
    const me = await contextOf(await aMemberOf(await aSquad()));
    expect(await proposeGroup(me, { ...proposal, ...fault })).toEqual({ ok: false, reason });
  });

  it('shorter than eight weeks or longer than twelve is refused by the database too', async () => {
    await expect(aWorkingGroup('Short', { weeks: 7 })).rejects.toThrow(/8_to_12_weeks/);
    await expect(aWorkingGroup('Long', { weeks: 13 })).rejects.toThrow(/8_to_12_weeks/);
  });
});

describe('a group on its way', () => {
  it('goes from proposal to closing, each step with who and when, and its unit ends with it', async () => {
    const squad = await aSquad('Radio');
    const me = await contextOf(await aMemberOf(squad, 'Ada'));
    const sponsor = await aPerson();
    const proposed = await proposeGroup(me, { ...proposal, sponsor: sponsor.handle });
    if (!proposed.ok) throw new Error(proposed.reason);
    const { groupId, slug } = proposed;
    const move = (context: Context, to: 'CHARTERED' | 'ACTIVE' | 'REVIEW' | 'CLOSED') =>
      moveGroup(context, { groupId, to, reason: to === 'CLOSED' ? 'Answered' : '' });

    expect(await move(me, 'CHARTERED')).toMatchObject({ reason: 'conditions-open' });
    await aSeat({ id: groupId }, await aPerson('Bram'));
    expect(await move(me, 'CHARTERED')).toMatchObject({ ok: true });
    const begun = { ...me, now: addDays(NOON, 7) };
    expect(await move(begun, 'ACTIVE')).toMatchObject({ reason: 'conditions-open' });
    const deliverable = await aDeliverable({ id: groupId });
    expect(await move(me, 'ACTIVE')).toMatchObject({ reason: 'conditions-open' });
    expect(await move(begun, 'ACTIVE')).toMatchObject({ ok: true });
    expect(await move(begun, 'REVIEW')).toMatchObject({ reason: 'conditions-open' });
    await db.deliverable.update({ where: { id: deliverable.id }, data: { state: 'PUBLISHED' } });
    const done = { ...me, now: addDays(NOON, 70) };
    expect(await move(done, 'REVIEW')).toMatchObject({ ok: true });
    expect(await move(done, 'CLOSED')).toMatchObject({ reason: 'conditions-open' });
    await db.deliverable.update({
      where: { id: deliverable.id },
      data: { ownerSquadId: squad.id },
    });
    expect(await move(done, 'CLOSED')).toMatchObject({ ok: true });

    const group = await getGroup(done, slug);
    expect(group).toMatchObject({
      state: 'CLOSED',
      endedOn: day(formatDay(addDays(day(TODAY), 70))),
      endReason: 'Answered',
      moves: [],
    });
    expect(group?.history.map(({ to, actorName }) => [to, actorName])).toEqual([
      ['PROPOSED', 'Ada'],
      ['CHARTERED', 'Ada'],
      ['ACTIVE', 'Ada'],
      ['REVIEW', 'Ada'],
      ['CLOSED', 'Ada'],
    ]);
    const unit = await db.orgUnit.findUniqueOrThrow({ where: { slug } });
    expect(unit.validTo).toEqual(addDays(day(TODAY), 71));
  });

  it('the page says what is missing before the next step, and what is worth a second look', async () => {
    const group = await aWorkingGroup('Lonely', { state: 'PROPOSED', charter: '' });
    const lead = await aPerson('Lena');
    await aSeat(group, lead, { isLead: true, managerAgreed: false });
    await aSeat(group, await aPerson());
    const view = await getGroup(await contextOf(lead), group.slug);
    const [next] = view?.moves ?? [];
    expect(next).toMatchObject({ to: 'CHARTERED', isPossible: false });
    const open = next?.conditions.filter(({ isMet }) => !isMet).map(({ sentence }) => sentence);
    expect(open).toEqual([
      'Its charter says what is in it and what is not.',
      'Somebody sponsors it.',
    ]);
    expect(view?.remarks).toEqual([
      expect.stringMatching(/2 squads/),
      'Not yet agreed with their manager: Lena.',
    ]);
  });

  it('somebody who left no longer counts for a squad', async () => {
    const group = await aWorkingGroup('Shrunk', {
      state: 'PROPOSED',
      sponsorId: (await aPerson()).id,
    });
    const lead = await aPerson();
    await aSeat(group, lead, { isLead: true });
    await aSeat(group, await aPerson(), { leftOn: '2026-02-20' });
    expect(
      await moveGroup(await contextOf(lead), { groupId: group.id, to: 'CHARTERED', reason: '' }),
    ).toEqual({ ok: false, reason: 'conditions-open' });
  });

  it('is disbanded only with a reason, which everybody can read', async () => {
    const { group, lead } = await aGroupWithLead();
    const move = { groupId: group.id, to: 'DISBANDED' as const };
    expect(await moveGroup(lead, { ...move, reason: '' })).toMatchObject({
      reason: 'reason-missing',
    });
    await moveGroup(lead, { ...move, reason: 'Two of three squads have no time' });
    expect(await getGroup(await aVisitor(), group.slug)).toMatchObject({
      state: 'DISBANDED',
      endedOn: day(TODAY),
      endReason: 'Two of three squads have no time',
    });
    expect(await moveGroup(lead, { ...move, reason: 'again' })).toMatchObject({
      reason: 'not-next',
    });
  });

  it('moved by two at once it moves once', async () => {
    const { group, lead, sponsor } = await aGroupWithLead();
    await aDeliverable(group, 'Guideline', { state: 'REVIEW' });
    const move = { groupId: group.id, to: 'REVIEW' as const, reason: '' };
    const results = await Promise.all([
      moveGroup(lead, move),
      moveGroup(await contextOf(sponsor), move),
    ]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const trail = await db.auditEntry.findMany({ where: { subjectId: group.id } });
    expect(trail).toHaveLength(1);
  });
});

describe('the charter', () => {
  const edit = { ...proposal, name: 'Drift guideline', startsOn: day('2026-02-02') };

  it('can change until the end; name and dates only until the work begins', async () => {
    const { group, lead } = await aGroupWithLead();
    const input = { ...edit, groupId: group.id };
    expect(await editGroup(lead, { ...input, charter: 'Narrower' })).toMatchObject({ ok: true });
    expect(await editGroup(lead, { ...input, weeks: 12 })).toMatchObject({ reason: 'dates-fixed' });
    expect(await editGroup(lead, { ...input, name: 'Other' })).toMatchObject({
      reason: 'dates-fixed',
    });
    const early = await aGroupWithLead({ state: 'CHARTERED' });
    const changes = { groupId: early.group.id, name: 'Other name', weeks: 12 };
    await editGroup(early.lead, { ...edit, ...changes });
    expect(await getGroup(early.lead, early.group.slug)).toMatchObject({
      name: 'Other name',
      plannedEndOn: day('2026-04-27'),
    });
  });

  it('each change is in the audit trail with what was before', async () => {
    const { group, lead } = await aGroupWithLead();
    await editGroup(lead, { ...edit, groupId: group.id, charter: 'Narrower' });
    const trail = await db.auditEntry.findMany({ where: { subjectId: group.id } });
    expect(trail).toMatchObject([
      {
        action: 'working-group.edited',
        actorName: 'Lena',
        before: { charter: 'Features that three squads share.' },
        after: { charter: 'Narrower' },
      },
    ]);
    const facts = await db.outboxEvent.findMany({
      where: { payload: { path: ['workingGroupId'], equals: group.id } },
    });
    expect(facts.map(({ name }) => name)).toEqual(['working-group.changed']);
  });
});

describe('the one extension', () => {
  it('is dated, has a reason, and is granted once, for four weeks at most', async () => {
    const { group, lead } = await aGroupWithLead();
    const extend = (extendedTo: string) =>
      extendGroup(lead, { groupId: group.id, extendedTo: day(extendedTo), reason: 'A holiday' });
    expect(await extend('2026-04-13')).toMatchObject({ reason: 'extension-not-later' });
    expect(await extend('2026-05-12')).toMatchObject({ reason: 'extension-too-long' });
    expect(await extend('2026-04-27')).toMatchObject({ ok: true });
    expect(await extend('2026-05-04')).toMatchObject({ reason: 'already-extended' });
    expect(await getGroup(await aVisitor(), group.slug)).toMatchObject({
      extendedTo: day('2026-04-27'),
      extendedOn: day(TODAY),
      extensionReason: 'A holiday',
      progress: { phase: 'during', week: 5, weekCount: 12 },
    });
  });

  it('asked for by two at once it is granted once', async () => {
    const { group, lead, sponsor } = await aGroupWithLead();
    const extension = { groupId: group.id, extendedTo: day('2026-04-20'), reason: 'More time' };
    const results = await Promise.all([
      extendGroup(lead, extension),
      extendGroup(await contextOf(sponsor), extension),
    ]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  it('is for a group at work', async () => {
    const { group, lead } = await aGroupWithLead({ state: 'CHARTERED' });
    const extension = { groupId: group.id, extendedTo: day('2026-04-20'), reason: 'More time' };
    expect(await extendGroup(lead, extension)).toMatchObject({ reason: 'not-under-way' });
  });
});

describe('checkpoints', () => {
  it('are held in weeks 0, 4, 8 and at the end; the last word counts', async () => {
    const { group, lead } = await aGroupWithLead();
    const hold = (week: number, heldOn = TODAY, note = 'On course') =>
      recordCheckpoint(lead, { groupId: group.id, week, heldOn: day(heldOn), note });
    expect(await hold(3)).toMatchObject({ reason: 'no-such-checkpoint' });
    expect(await hold(4, '2026-03-03')).toMatchObject({ reason: 'in-the-future' });
    await hold(4);
    await hold(4, TODAY, 'One squad behind');
    expect((await getGroup(lead, group.slug))?.checkpoints).toEqual([
      { week: 4, heldOn: day(TODAY), note: 'One squad behind' },
    ]);
  });
});

describe('who may run a group', () => {
  it('its leads, its sponsor and administrators; nobody else, and what they see says the same', async () => {
    const guild = await aGuild();
    const { group, sponsor } = await aGroupWithLead();
    const lead = await aPerson();
    await aSeat(group, lead, { isLead: true });
    const formerLead = await aPerson();
    await aSeat(group, formerLead, { isLead: true, leftOn: '2026-02-20' });
    const member = await aPerson();
    await aSeat(group, member);
    const people: [string, Context, boolean][] = [
      ['lead', await contextOf(lead), true],
      ['sponsor', await contextOf(sponsor), true],
      ['administrator', await anAdministrator(), true],
      ['former lead', await contextOf(formerLead), false],
      ['member', await contextOf(member), false],
      ['guild lead', await contextOf(await aMemberOf(guild, 'G', { role: 'LEAD' })), false],
      ['visitor', await aVisitor(), false],
    ];
    const note = { groupId: group.id, week: 4, heldOn: day(TODAY), note: 'On course' };
    const edit = { ...proposal, groupId: group.id, startsOn: day('2026-02-02') };
    const isSponsored = { ...edit, sponsor: sponsor.handle };
    for (const [who, context, isAllowed] of people) {
      expect((await getGroup(context, group.slug))?.canRun, who).toBe(isAllowed);
      const attempts = [
        () => recordCheckpoint(context, note),
        () => editGroup(context, isSponsored),
      ];
      for (const attempt of attempts) {
        if (isAllowed) expect(await attempt(), who).toMatchObject({ ok: true });
        else await expect(attempt(), who).rejects.toThrow(Forbidden);
      }
    }
  });

  it('a group that does not exist is not found', async () => {
    const admin = await anAdministrator();
    expect(await getGroup(admin, 'none')).toBeNull();
    const move = { groupId: 'none', to: 'DISBANDED' as const, reason: 'x' };
    await expect(moveGroup(admin, move)).rejects.toThrow(NotFound);
  });
});

describe('lists of groups', () => {
  beforeEach(() => emptyDatabase());

  it('running and ended ones apart, the latest first, page by page', async () => {
    for (const [index, name] of ['A', 'B', 'C', 'D'].entries()) {
      await aWorkingGroup(name, { startsOn: `2026-02-0${index + 1}` });
    }
    const ended = { state: 'CLOSED' as const, endedOn: day('2026-02-28') };
    await aWorkingGroup('Ended', { startsOn: '2025-12-01', ...ended });
    const me = await aVisitor();
    const first = await listGroups(me, { which: 'running', size: 3 });
    expect(first.items.map(({ name }) => name)).toEqual(['D', 'C', 'B']);
    const after = first.nextCursor ?? undefined;
    const rest = await listGroups(me, { which: 'running', size: 3, after });
    expect(rest).toMatchObject({ items: [{ name: 'A' }], nextCursor: null });
    const over = await listGroups(me, { which: 'ended' });
    expect(over.items.map(({ name }) => name)).toEqual(['Ended']);
  });

  it('count people, squads and what is handed over', async () => {
    const group = await aWorkingGroup();
    const squad = await aSquad();
    await aSeat(group, await aPerson(), { squad });
    await aSeat(group, await aPerson(), { squad });
    await aSeat(group, await aPerson(), { leftOn: '2026-02-10' });
    await aDeliverable(group, 'Draft');
    await aDeliverable(group, 'Done', { state: 'PUBLISHED' });
    const { items } = await listGroups(await aVisitor(), { which: 'running' });
    expect(items).toMatchObject([
      {
        peopleCount: 2,
        squadCount: 1,
        deliverableCount: 2,
        handedOverCount: 1,
        progress: { phase: 'during', week: 5, weeksLeft: 6 },
      },
    ]);
  });

  it('Today shows my groups with what is due next, overdue or not', async () => {
    const me = await aPerson();
    const mine = await aWorkingGroup('Mine');
    await aSeat(mine, me);
    await aDeliverable(mine, 'Handed over', { dueOn: '2026-02-10', state: 'PUBLISHED' });
    await aDeliverable(mine, 'Later', { dueOn: '2026-04-01' });
    await aDeliverable(mine, 'Overdue', { dueOn: '2026-02-27', state: 'REVIEW' });
    const left = await aWorkingGroup('Left');
    await aSeat(left, me, { leftOn: '2026-02-20' });
    await aWorkingGroup('Not mine');
    const [group, ...others] = await listMyWorkingGroups(await contextOf(me));
    expect(others).toEqual([]);
    expect(group).toMatchObject({
      name: 'Mine',
      nextDeliverable: { title: 'Overdue', dueOn: day('2026-02-27'), isOverdue: true },
    });
  });

  it('of a guild, of a squad and of a person', async () => {
    const guild = await aGuild();
    const squad = await aSquad();
    const person = await aMemberOf(squad, 'Ada');
    const proposed = await proposeGroup(await contextOf(person), {
      ...proposal,
      parent: guild.slug,
    });
    if (!proposed.ok) throw new Error(proposed.reason);
    await aWorkingGroup('Another');
    const me = await aVisitor();
    for (const groups of [
      await listWorkingGroupsOfUnit(me, guild.id),
      await listWorkingGroupsOfUnit(me, squad.id),
      await listWorkingGroupsOfPerson(me, person.id),
    ]) {
      expect(groups.map(({ name }) => name)).toEqual(['Drift guideline']);
    }
  });

  it('search finds them by charter and deliverables', async () => {
    const group = await aWorkingGroup();
    await aDeliverable(group, 'Population stability index');
    const admin = await anAdministrator();
    const [found] = await listWorkingGroupsForSearch(admin, [group.id], null);
    expect(found).toMatchObject({
      subjectId: group.id,
      title: 'Drift guideline',
      address: `/working-groups/${group.slug}`,
    });
    expect(found?.body).toMatch(/three squads share[\s\S]*Population stability index/);
    expect(await listWorkingGroupsForSearch(admin, null, group.id)).toEqual([]);
  });
});
