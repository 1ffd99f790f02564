import { describe, expect, it } from 'vitest';
import { factHandlers } from '@/fact-handlers';
import { recordDeparture } from '@/features/org/departures/commands';
import { retireTechnique } from '@/features/techniques/commands';
import { judgeEvidence } from '@/features/techniques/evidence/commands';
import { getPage } from '@/features/wiki/queries';
import { freshnessOf } from '@/features/wiki/reviews/freshness';
import { moveDeliverable } from '@/features/working-groups/deliverables/commands';
import type { Context } from '@/foundation/context';
import { dayOf } from '@/foundation/days';
import { handleWaitingFacts } from '@/foundation/outbox';
import { aMemberOf, anAdministrator, aSquad, contextOf, NOON } from '../support/org';
import { anEvidence, aTechnique } from '../support/techniques';
import { aPage, aSpaceWithWriter } from '../support/wiki';
import { aDeliverable, aWorkingGroup } from '../support/working-groups';

/** As the background process does it, until nothing is left to hand on. */
async function backgroundWorks() {
  while ((await handleWaitingFacts(factHandlers, NOON)) > 0);
}

async function aShelf() {
  const { guild, space, writer } = await aSpaceWithWriter();
  const steward = await aMemberOf(guild, 'Ada');
  const write = (path: string, text: string) =>
    aPage(writer, space, path, `# Page\n\n${text}\n`, { stewardHandles: [steward.handle] });
  return { writer, steward, write };
}

async function stateOf(reader: Context, page: { spaceSlug: string; path: string }) {
  const read = await getPage(reader, page.spaceSlug, page.path);
  if (!read) throw new Error('There is no such page.');
  const { standing, reasons } = read.review;
  return { freshness: freshnessOf(standing, dayOf(NOON)), reasons };
}

describe('what happens elsewhere in the portal reaches the pages that rely on it', () => {
  it('a technique that is retired', async () => {
    const { writer, write } = await aShelf();
    const squad = await aSquad('Radio');
    const technique = await aTechnique(squad, 'Shrunken counts');
    const linked = await write('linked', `See [it](/techniques/${technique.slug}).`);
    const embedded = await write('embedded', `![[/techniques/${technique.slug}]]`);
    const other = await write('other', 'Counts are shrunken here.');
    const member = await contextOf(await aMemberOf(squad, 'Mia'));
    await retireTechnique(member, technique.id, 'Counts are exact now.');
    expect(await stateOf(writer, linked)).toEqual({ freshness: 'NEVER_VERIFIED', reasons: [] });
    await backgroundWorks();
    const reasons = [
      {
        kind: 'TECHNIQUE_OVER',
        about: 'Shrunken counts',
        address: `/techniques/${technique.slug}`,
      },
    ];
    expect(await stateOf(writer, linked)).toEqual({ freshness: 'DUE', reasons });
    expect(await stateOf(writer, embedded)).toEqual({ freshness: 'DUE', reasons });
    expect(await stateOf(writer, other)).toEqual({ freshness: 'NEVER_VERIFIED', reasons: [] });
  });

  it('a result that is taken back, and not one that is only doubted', async () => {
    const { writer, write } = await aShelf();
    const squad = await aSquad('Search');
    const technique = await aTechnique(squad, 'Swap tests');
    const evidence = await anEvidence(technique, squad);
    const page = await write('swap', `See [it](/techniques/${technique.slug}).`);
    const member = await contextOf(await aMemberOf(squad, 'Nina'));
    await judgeEvidence(member, evidence.id, 'DISPUTED', 'The log had a hole.');
    await backgroundWorks();
    expect((await stateOf(writer, page)).freshness).toBe('NEVER_VERIFIED');
    await judgeEvidence(member, evidence.id, 'RETRACTED', 'The log was another one.');
    await backgroundWorks();
    expect(await stateOf(writer, page)).toMatchObject({
      freshness: 'DUE',
      reasons: [{ kind: 'EVIDENCE_RETRACTED', about: 'Swap tests' }],
    });
  });

  it('a tool that is deprecated, and not its neighbour of a longer number', async () => {
    const { writer, write } = await aShelf();
    const group = await aWorkingGroup('Feature contracts');
    const tool = await aDeliverable(group, 'Contract checker', {
      kind: 'TOOL',
      state: 'PUBLISHED',
      position: 1,
    });
    const address = `/working-groups/${group.slug}/deliverables/1`;
    const page = await write('contracts', `Run the [checker](${address}).`);
    const neighbour = await write('neighbour', `Run [another](${address}0).`);
    const note = 'The platform checks contracts itself.';
    const move = {
      deliverableId: tool.id,
      to: 'DEPRECATED',
      occurredOn: dayOf(NOON),
      note,
    } as const;
    expect(await moveDeliverable(await anAdministrator(), move)).toMatchObject({ ok: true });
    await backgroundWorks();
    await backgroundWorks();
    expect(await stateOf(writer, page)).toEqual({
      freshness: 'DUE',
      reasons: [{ kind: 'DELIVERABLE_DEPRECATED', about: 'Contract checker', address }],
    });
    expect((await stateOf(writer, neighbour)).freshness).toBe('NEVER_VERIFIED');
  });

  it('a steward who leaves', async () => {
    const { writer, steward, write } = await aShelf();
    const page = await write('kept', 'Text.');
    const leaving = { personId: steward.id, leftOn: dayOf(NOON), note: null };
    await recordDeparture(await anAdministrator(), leaving);
    await backgroundWorks();
    expect(await stateOf(writer, page)).toMatchObject({
      freshness: 'DUE',
      reasons: [{ kind: 'STEWARD_LEFT', about: 'Ada' }],
    });
  });
});
