import { describe, expect, it } from 'vitest';
import { listRevisions } from '@/features/wiki/history/queries';
import { proposeChange } from '@/features/wiki/proposals/commands';
import {
  acceptProposal,
  declineProposal,
  editAndAcceptProposal,
  withdrawProposal,
} from '@/features/wiki/proposals/deciding/commands';
import {
  getProposal,
  listOwnProposals,
  listProposalsForToday,
  listProposalsToDecide,
  openProposalsOn,
} from '@/features/wiki/proposals/queries';
import { getPage } from '@/features/wiki/queries';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { ask } from '@/foundation/questions';
import { aMemberOf, announced, aVisitor, contextOf, NOON } from '../support/org';
import { anEdit, aPage, aSpaceWithWriter, currentRevision, heldBack } from '../support/wiki';

const TEXT = '# Drift\n\nCompare weeks.\n\n## Who is told\n\nThe squad on call.\n';
const BETTER = TEXT.replace('weeks', 'months');

async function aProposal(markdown = BETTER) {
  const { guild, space, writer } = await aSpaceWithWriter();
  const page = await aPage(writer, space, 'drift', TEXT);
  const noor = await aVisitor();
  const made = await proposeChange(noor, {
    pageId: page.id,
    baseNumber: 1,
    title: 'Drift',
    markdown,
    reason: 'Weeks are too noisy.',
  });
  if (!made.ok) throw new Error(made.reason);
  return { guild, space, writer, page, noor, id: made.proposalId };
}

describe('a proposed change', () => {
  it('leaves the page as it is, and waits before those who keep it', async () => {
    const { writer, page, noor, id } = await aProposal();
    expect((await currentRevision(page)).markdown).toBe(TEXT);
    const waiting = await listProposalsToDecide(writer);
    expect(waiting.items).toMatchObject([{ id, proposerName: 'Noor', pageTitle: 'Drift' }]);
    expect(await listProposalsForToday(writer)).toMatchObject([{ id, state: 'OPEN' }]);
    expect((await listProposalsToDecide(noor)).items).toEqual([]);
    expect((await listOwnProposals(noor)).items).toMatchObject([{ id, state: 'OPEN' }]);
    const stranger = await aVisitor();
    const seen = (reader: typeof noor, canEdit: boolean) =>
      ask(openProposalsOn(reader, { id: page.id, canEdit }));
    expect(await seen(writer, true)).toHaveLength(1);
    expect(await seen(noor, false)).toHaveLength(1);
    expect(await seen(stranger, false)).toHaveLength(0);
    expect(await announced(id)).toEqual(['proposal.made']);
  });

  it('that changes nothing is not made', async () => {
    const { page, noor } = await aProposal();
    const same = { pageId: page.id, baseNumber: 1, title: 'Drift', markdown: TEXT, reason: 'x' };
    expect(await proposeChange(noor, same)).toEqual({ ok: false, reason: 'nothing-changed' });
  });

  it('accepted, is the next revision, by its proposer, with who accepted it', async () => {
    const { writer, space, page, noor, id } = await aProposal();
    const taken = await acceptProposal(writer, { proposalId: id, seenNumber: 1 });
    expect(taken).toMatchObject({ ok: true, number: 2 });
    expect((await getPage(noor, space.slug, 'drift'))?.html).toContain('months');
    const { items } = await listRevisions(noor, page.id);
    expect(items[0]).toMatchObject({
      author: { name: 'Noor' },
      acceptedBy: { name: 'Wren' },
      changeSummary: 'Weeks are too noisy.',
    });
    expect(await getProposal(noor, id)).toMatchObject({ state: 'ACCEPTED', revisionNumber: 2 });
    expect(await listProposalsForToday(noor)).toMatchObject([{ id, state: 'ACCEPTED' }]);
    expect(await announced(id)).toEqual(['proposal.made', 'proposal.decided']);
  });

  it('is brought together with what was changed on the page since', async () => {
    const { writer, page, id } = await aProposal();
    await anEdit(writer, page, TEXT.replace('squad on call', 'steward'));
    const unread = await acceptProposal(writer, { proposalId: id, seenNumber: 1 });
    expect(unread).toEqual({ ok: false, reason: 'moved-on' });
    expect((await getProposal(writer, id))?.accepted).toMatchObject({
      isMerged: true,
      conflicts: 0,
    });
    await acceptProposal(writer, { proposalId: id, seenNumber: 2 });
    expect((await currentRevision(page)).markdown).toBe(BETTER.replace('squad on call', 'steward'));
  });

  it('that meets another change of the same words is edited first', async () => {
    const { writer, page, id } = await aProposal();
    await anEdit(writer, page, TEXT.replace('weeks', 'quarters'));
    const overlapping = await acceptProposal(writer, { proposalId: id, seenNumber: 2 });
    expect(overlapping).toEqual({ ok: false, reason: 'overlaps' });
    const edited = { proposalId: id, baseNumber: 2, title: 'Drift', changeSummary: '' };
    const both = (await getProposal(writer, id))?.accepted.markdown ?? '';
    expect(await editAndAcceptProposal(writer, { ...edited, markdown: both })).toEqual({
      ok: false,
      reason: 'unsettled',
    });
    const markdown = TEXT.replace('weeks', 'months or quarters');
    expect(await editAndAcceptProposal(writer, { ...edited, markdown })).toMatchObject({
      ok: true,
    });
    expect(await currentRevision(page)).toMatchObject({ number: 3, markdown });
    expect(await getProposal(writer, id)).toMatchObject({ state: 'EDITED', revisionNumber: 3 });
  });

  it('declined, tells its proposer why', async () => {
    const { writer, page, noor, id } = await aProposal();
    await declineProposal(writer, { proposalId: id, reason: 'Months hide what breaks.' });
    expect((await currentRevision(page)).number).toBe(1);
    expect(await listProposalsForToday(noor)).toMatchObject([
      { state: 'DECLINED', decisionReason: 'Months hide what breaks.', decidedByName: 'Wren' },
    ]);
    await expect(
      db.pageProposal.update({ where: { id }, data: { state: 'OPEN', decidedAt: null } }),
    ).rejects.toThrow(/proposal_decided_once/);
  });

  it('is declined with a reason, also for the database', async () => {
    const { id, noor } = await aProposal();
    const silent = { state: 'DECLINED', decidedAt: noor.now } as const;
    await expect(db.pageProposal.update({ where: { id }, data: silent })).rejects.toThrow(
      /proposal_declined_with_reason/,
    );
  });

  it('is withdrawn by its proposer only, and decided by those who edit the page only', async () => {
    const { writer, noor, id } = await aProposal();
    const stranger = await aVisitor();
    await expect(withdrawProposal(stranger, { proposalId: id })).rejects.toThrow(Forbidden);
    const declined = { proposalId: id, reason: 'No.' };
    await expect(declineProposal(noor, declined)).rejects.toThrow(Forbidden);
    const accepted = { proposalId: id, seenNumber: 1 };
    await expect(acceptProposal(noor, accepted)).rejects.toThrow(Forbidden);
    expect(await withdrawProposal(noor, { proposalId: id })).toMatchObject({ ok: true });
    expect(await declineProposal(writer, declined)).toEqual({
      ok: false,
      reason: 'already-decided',
      state: 'WITHDRAWN',
      by: 'Noor',
    });
  });
});

describe('two people who decide at once', () => {
  it('one accepts and one declines: one is heard, the other is told, and no revision is left over', async () => {
    const { guild, writer, page, id } = await aProposal();
    const ola = await contextOf(await aMemberOf(guild, 'Ola'));
    const decline = declineProposal(ola, { proposalId: id, reason: 'No.' });
    const accept = acceptProposal(writer, { proposalId: id, seenNumber: 1 });
    const results = await Promise.all([accept, decline]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: 'already-decided' });
    const { state, revisionNumber } = await db.pageProposal.findUniqueOrThrow({ where: { id } });
    const { number } = await currentRevision(page);
    expect([state, revisionNumber, number]).toEqual(
      state === 'ACCEPTED' ? ['ACCEPTED', 2, 2] : ['DECLINED', null, 1],
    );
    expect(await db.wikiRevision.count({ where: { pageId: page.id } })).toBe(number);
  });

  it('both accept: it becomes one revision', async () => {
    const { guild, writer, page, id } = await aProposal();
    const ola = await contextOf(await aMemberOf(guild, 'Ola'));
    const results = await heldBack<{ ok: boolean; reason?: string }>(
      page,
      () => acceptProposal(writer, { proposalId: id, seenNumber: 1 }),
      () => acceptProposal(ola, { proposalId: id, seenNumber: 1 }),
    );
    expect(results.map(({ ok, reason }) => (ok ? 'accepted' : reason)).toSorted()).toEqual([
      'accepted',
      'already-decided',
    ]);
    expect(await db.wikiRevision.count({ where: { pageId: page.id } })).toBe(2);
  });
});

describe('a change that was written elsewhere', () => {
  it('becomes a proposal in its writer’s name, once, however often it is brought', async () => {
    const { page, noor } = await aProposal();
    const system = systemContext(NOON);
    const change = { pageId: page.id, baseNumber: 1, title: 'Drift', markdown: 'x', reason: 'Fix' };
    const source = { name: 'git', key: 'a1b2c3', by: { personId: null, name: 'Kim' } };
    const first = await proposeChange(system, change, source);
    const again = await proposeChange(system, change, source);
    expect(first).toMatchObject({ ok: true, isNew: true });
    expect(again).toEqual({ ...first, isNew: false });
    await expect(proposeChange(noor, change, source)).rejects.toThrow(Forbidden);
  });
});
