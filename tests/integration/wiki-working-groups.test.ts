import { describe, expect, it } from 'vitest';
import { recordDeparture } from '@/features/org/departures/commands';
import { listKeepers } from '@/features/wiki/editing/queries';
import { listLeavers } from '@/features/wiki/reviews/handover/queries';
import {
  doubtPagesByDate,
  doubtPagesByFacts,
} from '@/features/wiki/reviews/reasons/facts/commands';
import { systemContext } from '@/foundation/context';
import { addDays, dayOf } from '@/foundation/days';
import { db } from '@/foundation/db';
import { anAdministrator, aPerson, contextOf, day, NOON } from '../support/org';
import { aPage, aSpace } from '../support/wiki';
import { aSeat, aWorkingGroup } from '../support/working-groups';

const TODAY = dayOf(NOON);

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
