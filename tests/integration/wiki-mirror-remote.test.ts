import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { switchMirrorOn } from '@/features/wiki/mirroring/commands';
import { mirrorFolder } from '@/features/wiki/mirroring/places/queries';
import { db } from '@/foundation/db';
import { gitRemotes } from '@/foundation/git-remotes';
import { hasGit } from '../support/git';
import { aGitHost } from '../support/git-host';
import { mirrored } from '../support/mirrors';
import { anAdministrator, NOON } from '../support/org';
import { anEdit, aPage, aSpaceWithWriter } from '../support/wiki';

const TOKEN = 'a-token-that-nobody-sees';

it('a token with a bare % is named as a mistake, and takes no start-up down', () => {
  const list = (token: string) => `handbook=https://bot:${token}@git.example.com/handbook.git`;
  expect(gitRemotes.safeParse(list('50%')).error?.issues[0]?.message).toContain('must be a list');
  expect(gitRemotes.parse(list('50%25')).get('handbook')).toMatchObject({ password: '50%' });
});

// The environment is read once, so that one world serves the whole way there and back.
it.skipIf(!hasGit())(
  'a space is pushed to a remote, and what is pushed there meanwhile comes back as a proposal',
  async () => {
    const { url, withToken, repository, host } = await aGitHost(TOKEN);
    process.env.GIT_REMOTES = `handbook=${withToken}`;
    const { space, writer } = await aSpaceWithWriter('handbook');
    const page = await aPage(writer, space, 'drift', '# Drift\n\nOne.\n\nLast.\n');
    await switchMirrorOn(await anAdministrator(), { spaceId: space.id, place: 'remote' });
    const state = () => db.wikiMirror.findUniqueOrThrow({ where: { spaceId: space.id } });

    host.isDown = true;
    expect(await mirrored(space)).toBe('failed');
    expect((await state()).failure).toContain('answered with 503');
    host.isDown = false;
    host.token = 'another';
    expect(await mirrored(space, 10)).toBe('failed');
    expect((await state()).failure).toContain('does not let us in');
    host.token = TOKEN;
    expect(await mirrored(space, 20)).toBe('done');
    expect(repository.subjects()).toEqual(['Open “handbook”', 'Write “Drift”']);
    repository.git('fsck', '--strict');

    // Somebody there and somebody here at once: both are kept, and no history is rewritten.
    const clone = await repository.clone(repository.folder);
    const text = clone.text('drift.md', 'HEAD').replace('Last.', 'Last, from there.');
    clone.push(
      { 'drift.md': `${text}\n` },
      { name: 'Ada', email: 'ada@example.com' },
      'From there',
    );
    const pushed = repository.git('rev-parse', 'main');
    const inAMinute = { ...writer, now: new Date(NOON.getTime() + 60_000) };
    await anEdit(inAMinute, page, '# Drift\n\nOne, from here.\n\nLast.\n');
    expect(await mirrored(space, 30)).toBe('done');
    expect(await db.pageProposal.findMany()).toMatchObject([
      { pageId: page.id, baseNumber: 1, markdown: expect.stringContaining('Last, from there.') },
    ]);
    expect(repository.git('rev-parse', 'main~1')).toBe(pushed);
    expect(repository.text('drift.md')).toContain('One, from here.');

    // A node with an empty disk goes on from what the remote has.
    await rm(mirrorFolder('handbook'), { recursive: true });
    await anEdit(
      { ...writer, now: new Date(NOON.getTime() + 120_000) },
      page,
      '# Drift\n\nThird.\n',
    );
    expect(await mirrored(space, 40)).toBe('done');
    expect(repository.subjects()).toHaveLength(5);

    // Switched to the disk, it goes on from what others pushed last, and looks there no more.
    clone.git('pull', '-q', '--rebase', 'origin', 'main');
    clone.push({ 'notes.txt': 'Notes' }, { name: 'Ada', email: 'ada@example.com' });
    expect(await mirrored(space, 50)).toBe('done');
    await switchMirrorOn(await anAdministrator(), { spaceId: space.id, place: 'disk' });
    expect(await mirrored(space, 60)).toBe('done');
    expect(repository.git('rev-parse', 'main')).toBe((await state()).head);

    const told = JSON.stringify([await state(), await db.auditEntry.findMany(), url], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(told).not.toContain(TOKEN);
  },
);
