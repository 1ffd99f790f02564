import { expect, it } from 'vitest';
import { listArchive } from '@/features/wiki/archive/queries';
import { archivePage, reinstatePage } from '@/features/wiki/commands';
import { aGuild, aMemberOf, aVisitor, contextOf } from '../support/org';
import { aPage, aSpace } from '../support/wiki';

it('the archive of a space tells who put which page there, and who may put it back', async () => {
  const guild = await aGuild();
  const space = await aSpace(undefined, { of: guild });
  const lead = await contextOf(
    await aMemberOf(guild, 'Lena', { role: 'LEAD', source: 'ADMINISTRATOR' }),
  );
  const later = { ...lead, now: new Date(lead.now.getTime() + 60_000) };
  const first = await aPage(lead, space, 'first', '# First\n');
  const second = await aPage(lead, space, 'second', '# Second\n');
  const draft = await aPage(lead, space, 'draft', '# Draft\n', { isDraft: true });
  await aPage(lead, space, 'kept');
  await archivePage(lead, first.id);
  await archivePage(later, second.id);
  await archivePage(later, draft.id);

  const archive = await listArchive(lead, space.id);
  expect(archive.items).toMatchObject([
    { title: 'Second', archivedBy: { name: 'Lena' }, archivedAt: later.now, canReinstate: true },
    { title: 'First', archivedBy: { name: 'Lena' }, canReinstate: true },
  ]);
  expect(archive.nextCursor).toBeNull();
  const visitors = await listArchive(await aVisitor(), space.id);
  expect(visitors.items.map(({ canReinstate }) => canReinstate)).toEqual([false, false]);
  await reinstatePage(lead, first.id);
  expect((await listArchive(lead, space.id)).items).toMatchObject([{ title: 'Second' }]);
});
