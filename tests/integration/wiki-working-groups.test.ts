import { describe, expect, it } from 'vitest';
import { recordDeparture } from '@/features/org/departures/commands';
import { listKeepers } from '@/features/wiki/editing/queries';
import { listLeavers } from '@/features/wiki/reviews/handover/queries';
import {
  doubtPagesByDate,
  doubtPagesByFacts,
} from '@/features/wiki/reviews/reasons/facts/commands';
import { getSpace } from '@/features/wiki/shelves/queries';
import { answerSpaceOffer, handOnSpace } from '@/features/wiki/spaces/handover/commands';
import { getSpaceKeeping, spacesThatWait } from '@/features/wiki/spaces/handover/queries';
import { type Context, systemContext } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { ask } from '@/foundation/questions';
import {
  aChapter,
  aGuild,
  aMemberOf,
  anAdministrator,
  aParent,
  aPerson,
  aSquad,
  contextOf,
  day,
  NOON,
} from '../support/org';
import { aPage, aSpace } from '../support/wiki';
import { aSeat, aWorkingGroup } from '../support/working-groups';

const TODAY = dayOf(NOON);

const spacesWaitingFor = async (ctx: Context) => (await ask(spacesThatWait(ctx))).items;

/** A shelf of a working group with one page that a member keeps. */
async function aGroupShelf() {
  const group = await aWorkingGroup();
  const [lead, keeper] = [await aPerson('Lena'), await aPerson('Kim')];
  await aSeat(group, lead, { isLead: true });
  await aSeat(group, keeper);
  const space = await aSpace(undefined, { of: { id: group.unitId } });
  const writer = await contextOf(keeper);
  const page = await aPage(writer, space, 'drift', '# Drift\n', {
    stewardHandles: [keeper.handle],
  });
  return { group, lead, keeper, space, writer, page };
}

const leaves = async (person: { id: string }) => {
  const administrator = await anAdministrator();
  await recordDeparture(administrator, { personId: person.id, leftOn: TODAY, note: null });
  return administrator;
};

describe('a page of a working group', () => {
  it("whose steward leaves is told to the group's lead, and to nobody in their place", async () => {
    const { lead, keeper, page } = await aGroupShelf();
    const administrator = await leaves(keeper);
    const facts = await db.outboxEvent.findMany({ orderBy: { id: 'asc' } });
    await doubtPagesByFacts(systemContext(NOON), facts);
    expect(await db.outboxEvent.count({ where: { name: 'page.orphaned' } })).toBe(1);
    expect(await db.reviewReason.findMany({ where: { pageId: page.id } })).toMatchObject([
      { kind: 'STEWARD_LEFT', about: 'Kim' },
    ]);
    expect(await listLeavers(await contextOf(lead))).toMatchObject([{ name: 'Kim', unkept: 1 }]);
    expect((await listLeavers(administrator)).map(({ handle }) => handle)).not.toContain(
      keeper.handle,
    );
  });

  it('is told to administrators when the lead has left the company or the group has ended', async () => {
    const { group, lead, keeper } = await aGroupShelf();
    const administrator = await leaves(keeper);
    const told = async () => (await listLeavers(administrator)).map(({ handle }) => handle);
    expect(await told()).not.toContain(keeper.handle);
    await db.person.update({ where: { id: lead.id }, data: { leftOn: TODAY } });
    expect(await told()).toContain(keeper.handle);
    await db.person.update({ where: { id: lead.id }, data: { leftOn: null } });
    await db.workingGroup.update({
      where: { id: group.id },
      data: { state: 'CLOSED', endedOn: TODAY },
    });
    expect(await told()).toContain(keeper.handle);
  });

  it('can be entrusted to those who sit in the group, and to no one who sat there', async () => {
    const { group, space, writer } = await aGroupShelf();
    const former = await aPerson('Fia');
    await aSeat(group, former, { leftOn: '2026-02-20' });
    const { stewards } = await listKeepers(writer, space.ownerUnitId, null);
    expect(stewards.map(({ name }) => name)).toEqual(['Kim', 'Lena']);
  });

  it('becomes due when its steward gives up the seat, and not before that day', async () => {
    const { group, keeper, page } = await aGroupShelf();
    await db.wikiSteward.updateMany({
      where: { pageId: page.id },
      data: { since: day('2026-02-02') },
    });
    await db.workingGroupSeat.updateMany({
      where: { workingGroupId: group.id, personId: keeper.id },
      data: { leftOn: addDays(TODAY, 3) },
    });
    await doubtPagesByDate(systemContext(NOON));
    expect(await db.reviewReason.count({ where: { pageId: page.id } })).toBe(0);
    await doubtPagesByDate(systemContext(addDays(NOON, 4)));
    expect(await db.reviewReason.findMany({ where: { pageId: page.id } })).toMatchObject([
      { kind: 'STEWARD_MOVED', about: 'Kim' },
    ]);
  });
});

/** A group's shelf on the day after the group ended, and the guild that it belonged to. */
async function aLeftShelf() {
  const { group, lead, space, page, ...rest } = await aGroupShelf();
  const guild = await aGuild('Ranking');
  const unit = await db.orgUnit.findUniqueOrThrow({ where: { id: group.unitId } });
  await aParent(unit, guild, { from: '2026-02-02', to: '2026-03-02' });
  await db.orgUnit.update({ where: { id: unit.id }, data: { validTo: TODAY } });
  await db.workingGroup.update({
    where: { id: group.id },
    data: { state: 'CLOSED', endedOn: day('2026-03-01') },
  });
  await db.wikiPage.update({ where: { id: page.id }, data: { ownerUnitId: unit.id } });
  const guildLead = await contextOf(await aMemberOf(guild, 'Gia', { role: 'LEAD' }));
  return { ...rest, unit, guild, guildLead, space, page, former: await contextOf(lead) };
}

const given = (space: { id: string }, to: { slug: string }) => ({
  spaceId: space.id,
  toUnit: to.slug,
  note: 'The group is done.',
});

const ownersOf = async (space: { id: string }) => ({
  space: (await db.wikiSpace.findUniqueOrThrow({ where: { id: space.id } })).ownerUnitId,
  pages: (await db.wikiPage.findMany({ where: { spaceId: space.id } })).map((p) => p.ownerUnitId),
});

describe('the space of a working group that has ended', () => {
  it('is taken over by a lead of the guild it belonged to, with the pages the group owned', async () => {
    const { unit, guild, guildLead, former, space, writer } = await aLeftShelf();
    const elsewhere = await aPage(await anAdministrator(), space, 'kept-by-a-squad', '# Squad\n', {
      ownerUnitId: (await aSquad('Radio')).id,
    });
    await expect(handOnSpace(former, given(space, guild))).rejects.toThrow(Forbidden);
    await expect(handOnSpace(writer, given(space, guild))).rejects.toThrow(Forbidden);
    expect(await spacesWaitingFor(guildLead)).toMatchObject([{ slug: space.slug, offer: null }]);

    expect(await handOnSpace(guildLead, given(space, guild))).toMatchObject({ isTaken: true });
    const owners = await ownersOf(space);
    expect(owners.space).toBe(guild.id);
    expect(owners.pages.filter((owner) => owner === guild.id)).toHaveLength(1);
    expect(owners.pages).not.toContain(unit.id);
    const revised = { name: 'page.revised', payload: { equals: { pageId: elsewhere.id } } };
    expect(await db.outboxEvent.count({ where: revised })).toBe(2);
    expect(await db.outboxEvent.findFirst({ where: { name: 'space.handed-over' } })).toMatchObject({
      payload: { spaceId: space.id, fromUnitId: unit.id, toUnitId: guild.id },
    });
    const kept = await getSpace(guildLead, space.slug);
    expect(kept).toMatchObject({ canChange: true, canAddPage: true });
    expect(await spacesWaitingFor(guildLead)).toEqual([]);
    const { history } = await getSpaceKeeping(former, { id: space.id, ownerUnitId: guild.id });
    expect(history).toMatchObject([
      { from: { id: unit.id }, to: { id: guild.id }, answeredBy: { name: 'Gia' } },
    ]);
  });

  it('waits from the last day of its group on, which has ended only the day after', async () => {
    const { guildLead } = await aLeftShelf();
    const waiting = (days: number) => spacesWaitingFor({ ...guildLead, now: addDays(NOON, -days) });
    expect(await waiting(0)).toMatchObject([{ isOwnerOver: true }]);
    expect(await waiting(1)).toMatchObject([{ isOwnerOver: false }]);
    expect(await waiting(2)).toEqual([]);
  });

  it('is listed with others in parts, each of them once', async () => {
    const { guildLead, space, unit } = await aLeftShelf();
    const other = await aSpace(undefined, { of: unit });
    const first = await ask(spacesThatWait(guildLead, { size: 1 }));
    const after = first.nextCursor ?? expect.fail('there is no second part');
    const second = await ask(spacesThatWait(guildLead, { size: 1, after }));
    expect(second.nextCursor).toBeNull();
    const listed = [...first.items, ...second.items].map(({ slug }) => slug);
    expect(listed.toSorted()).toEqual([space.slug, other.slug].toSorted());
  });

  it('is offered to a unit of others, whose lead takes it or not, and goes to one alone', async () => {
    const { unit, guildLead, space } = await aLeftShelf();
    const squad = await aSquad('Search');
    const squadLead = await contextOf(await aMemberOf(squad, 'Sol', { role: 'LEAD' }));
    expect(await handOnSpace(guildLead, given(space, squad))).toMatchObject({ isTaken: false });
    expect((await ownersOf(space)).space).toBe(unit.id);
    expect(await handOnSpace(guildLead, given(space, squad))).toMatchObject({
      reason: 'offered-already',
    });
    const [waiting] = await spacesWaitingFor(squadLead);
    const handoverId = BigInt(waiting?.offer?.id ?? 0);
    await expect(answerSpaceOffer(guildLead, { handoverId, answer: 'accept' })).rejects.toThrow(
      Forbidden,
    );
    await expect(answerSpaceOffer(squadLead, { handoverId, answer: 'withdraw' })).rejects.toThrow(
      Forbidden,
    );
    const answers = await Promise.all([
      answerSpaceOffer(guildLead, { handoverId, answer: 'withdraw' }),
      answerSpaceOffer(squadLead, { handoverId, answer: 'decline' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);

    await handOnSpace(guildLead, given(space, squad));
    const again = BigInt((await spacesWaitingFor(squadLead))[0]?.offer?.id ?? 0);
    expect(
      await answerSpaceOffer(squadLead, { handoverId: again, answer: 'accept' }),
    ).toMatchObject({ ok: true });
    expect((await ownersOf(space)).space).toBe(squad.id);
    // The guild answered for what the group left, and for nothing of a squad that lives.
    await expect(handOnSpace(guildLead, given(space, unit))).rejects.toThrow(Forbidden);
  });

  it('goes to a living unit that may keep spaces, and to no other', async () => {
    const { unit, guildLead, space } = await aLeftShelf();
    const to = (slug: string) => handOnSpace(guildLead, given(space, { slug }));
    expect(await to('nowhere')).toMatchObject({ reason: 'unknown-unit' });
    expect(await to((await aChapter()).slug)).toMatchObject({ reason: 'cannot-keep' });
    const over = await aSquad('Gone', { to: '2026-02-01' });
    expect(await to(over.slug)).toMatchObject({ reason: 'unit-ended' });
    expect(await to(unit.slug)).toMatchObject({ reason: 'unit-ended' });
  });

  it('is answered for by what the guild went over into, when that has ended too', async () => {
    const { guild, guildLead, space, unit } = await aLeftShelf();
    const next = await aGuild('Ranking and search');
    await db.orgUnit.update({ where: { id: guild.id }, data: { validTo: day('2026-04-01') } });
    await db.unitSuccession.create({
      data: {
        kind: 'MERGE',
        predecessorId: guild.id,
        successorId: next.id,
        effectiveOn: day('2026-04-01'),
        recordedAt: NOON,
      },
    });
    const now = addDays(NOON, 60);
    const nextLead = await contextOf(await aMemberOf(next, 'Noa', { role: 'LEAD' }), { now });
    const keeping = { id: space.id, ownerUnitId: unit.id };
    expect((await getSpaceKeeping(nextLead, keeping)).canHandOn).toBe(true);
    expect((await getSpaceKeeping({ ...guildLead, now }, keeping)).canHandOn).toBe(false);
  });
});
