import { beforeEach, describe, expect, it } from 'vitest';
import { openSpace } from '@/features/wiki/commands';
import { findMovedTo } from '@/features/wiki/moving/queries';
import { backlinksOf } from '@/features/wiki/queries';
import { renderAllAnew } from '@/features/wiki/rendering/commands';
import { getSpace } from '@/features/wiki/shelves/queries';
import { changeSpace } from '@/features/wiki/spaces/commands';
import { listUnitsToOpenFor } from '@/features/wiki/spaces/queries';
import { db } from '@/foundation/db';
import { Forbidden } from '@/foundation/errors';
import { ask } from '@/foundation/questions';
import { emptyDatabase } from '../support/database';
import {
  aChapter,
  aGuild,
  aMemberOf,
  anAdministrator,
  aPerson,
  aTribe,
  aVisitor,
  aWorkingGroupUnit,
  contextOf,
  day,
} from '../support/org';
import { anEdit, aPage, aSpace, currentRevision } from '../support/wiki';
import { aSeat, aWorkingGroup } from '../support/working-groups';

beforeEach(() => emptyDatabase());

async function aShelf() {
  const guild = await aGuild();
  const space = await aSpace('ml', { of: guild });
  const lead = await contextOf(
    await aMemberOf(guild, 'Lena', { role: 'LEAD', source: 'ADMINISTRATOR' }),
  );
  return { guild, space, lead };
}

const change = (space: { id: string }, slug: string, name = 'Machine learning') => ({
  spaceId: space.id,
  name,
  slug,
  description: 'What we know.',
});

describe('a space', () => {
  it('is named, described and moved by its leads, and the trail tells how it was', async () => {
    const { space, lead } = await aShelf();
    expect(await changeSpace(lead, change(space, 'learning'))).toEqual({
      ok: true,
      slug: 'learning',
    });
    expect(await getSpace(lead, 'learning')).toMatchObject({
      name: 'Machine learning',
      description: 'What we know.',
      canChange: true,
    });
    expect(await db.auditEntry.findFirst({ where: { action: 'space.changed' } })).toMatchObject({
      before: { slug: 'ml', name: 'ml' },
      after: { slug: 'learning', name: 'Machine learning' },
    });
    await expect(changeSpace(await aVisitor(), change(space, 'x'))).rejects.toThrow(Forbidden);
    expect(await getSpace(await aVisitor(), 'learning')).toMatchObject({ canChange: false });
  });

  it('leads on from every address it had, with all its pages, and links go on leading there', async () => {
    const { space, lead, guild } = await aShelf();
    await aSpace('other', { of: guild });
    const page = await aPage(lead, space, 'drift', '# Drift\n');
    const linking = await aPage(
      lead,
      { slug: 'other' },
      'index',
      '# Index\n\n[it](/wiki/ml/drift)\n',
    );
    await changeSpace(lead, change(space, 'second'));
    await changeSpace(lead, change(space, 'third'));
    for (const spaceSlug of ['ml', 'second']) {
      expect(await findMovedTo(lead, { spaceSlug, path: '' })).toEqual({
        spaceSlug: 'third',
        path: '',
      });
      expect(await findMovedTo(lead, { spaceSlug, path: 'drift' })).toEqual({
        spaceSlug: 'third',
        path: 'drift',
      });
    }
    await renderAllAnew(lead, 100);
    expect((await currentRevision(linking)).html).not.toContain('broken-link');
    await anEdit(lead, linking, '# Index\n\nStill [it](/wiki/ml/drift) and [[ml/drift]].\n');
    expect((await ask(backlinksOf(lead, page.id))).items).toMatchObject([{ title: 'Index' }]);
    expect((await currentRevision(linking)).html).not.toContain('broken-link');

    await changeSpace(lead, change(space, 'ml'));
    expect(await findMovedTo(lead, { spaceSlug: 'ml', path: 'drift' })).toBeNull();
    expect(await findMovedTo(lead, { spaceSlug: 'third', path: 'drift' })).toEqual({
      spaceSlug: 'ml',
      path: 'drift',
    });
  });

  it('never takes an address that still leads to another', async () => {
    const { space, lead, guild } = await aShelf();
    const other = await aSpace('other', { of: guild });
    await changeSpace(lead, change(space, 'learning'));
    const opened = { name: 'New', slug: 'ml', description: '', ownerUnitId: guild.id };
    expect(await openSpace(lead, opened)).toEqual({ ok: false, reason: 'leads-elsewhere' });
    expect(await changeSpace(lead, change(other, 'ml'))).toEqual({
      ok: false,
      reason: 'leads-elsewhere',
    });
    expect(await changeSpace(lead, change(other, 'learning'))).toEqual({
      ok: false,
      reason: 'taken',
    });
    await expect(
      db.wikiSpace.update({ where: { id: other.id }, data: { slug: 'ml' } }),
    ).rejects.toThrow(/still leads to another space/);
  });

  it('of a working group is opened by its lead and written in by those who sit in it, while it works', async () => {
    const group = await aWorkingGroup();
    const [lead, member, former] = [await aPerson(), await aPerson(), await aPerson()];
    await aSeat(group, lead, { isLead: true });
    await aSeat(group, member);
    await aSeat(group, former, { leftOn: '2026-02-20' });
    const space = { name: 'Notes', slug: 'notes', description: '', ownerUnitId: group.unitId };
    await expect(openSpace(await contextOf(member), space)).rejects.toThrow(Forbidden);
    expect(await openSpace(await contextOf(lead), space)).toMatchObject({ ok: true });
    await aPage(await contextOf(member), { slug: 'notes' }, 'first');
    await expect(aPage(await contextOf(former), { slug: 'notes' }, 'second')).rejects.toThrow(
      Forbidden,
    );
    await db.workingGroup.update({
      where: { id: group.id },
      data: { state: 'CLOSED', endedOn: day('2026-03-01') },
    });
    await expect(aPage(await contextOf(member), { slug: 'notes' }, 'third')).rejects.toThrow(
      Forbidden,
    );
  });

  it('is owned by a guild, sub-guild, squad or working group, and by nothing else', async () => {
    const { space } = await aShelf();
    const admin = await anAdministrator();
    const group = await aWorkingGroupUnit('Feature store');
    const owned = { name: 'Notes', slug: 'notes', description: '', ownerUnitId: group.id };
    expect(await openSpace(admin, owned)).toMatchObject({ ok: true });
    for (const unit of [await aTribe(), await aChapter()]) {
      await expect(
        openSpace(admin, { ...owned, slug: unit.slug, ownerUnitId: unit.id }),
      ).rejects.toThrow('A space is owned by a guild, sub-guild, squad or working group.');
      await expect(
        db.wikiSpace.update({ where: { id: space.id }, data: { ownerUnitId: unit.id } }),
      ).rejects.toThrow();
      const offered = await listUnitsToOpenFor(admin);
      expect(offered.map(({ id }) => id)).not.toContain(unit.id);
    }
  });
});
