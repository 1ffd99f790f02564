import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFolder } from '@/features/wiki/importing/commands';
import { readRepository } from '@/features/wiki/importing/reading/git/repository';
import { db } from '@/foundation/db';
import { hasGit } from '../support/git';
import { anAdministrator, aPerson } from '../support/org';
import { aSpace } from '../support/wiki';
import { aTemporaryFolder } from '../support/zip';

async function aRepository() {
  const folder = await aTemporaryFolder();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  const commit = (email: string, date: string, files: Record<string, string>) => {
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
    git('add', '-A');
    git('-c', `user.email=${email}`, '-c', 'user.name=X', 'commit', '-qm', 'c', '--date', date);
  };
  git('init', '-q');
  return { folder, git, commit };
}

describe.skipIf(!hasGit())('importing a git repository', () => {
  it('keeps who changed each page last and when, where the address is known here', async () => {
    const { folder, commit } = await aRepository();
    commit('ada@example.com', '2024-03-01T10:00:00Z', { 'a.md': '# A\n', 'b.md': '# B\n' });
    commit('Bram@Example.com', '2024-04-01T10:00:00Z', { 'b.md': '# B\n\nMore.\n' });
    commit('stranger@example.org', '2024-05-01T10:00:00Z', { 'c.md': '# C\n' });
    const ada = await aPerson('Ada', { email: 'ada@example.com' });
    const bram = await aPerson('Bram', { email: 'bram@example.com' });

    const space = await aSpace();
    const importer = await anAdministrator();
    const options = { spaceSlug: space.slug, kind: 'HOW_TO', apply: true } as const;
    await importFolder(importer, { ...options, folder: await readRepository(folder) });
    const pages = await db.wikiPage.findMany({
      where: { spaceId: space.id },
      orderBy: { path: 'asc' },
      select: { path: true, currentRevision: { select: { authorId: true, createdAt: true } } },
    });
    expect(
      pages.map(({ path: page, currentRevision: r }) => [
        page,
        r?.authorId,
        r?.createdAt.toISOString(),
      ]),
    ).toEqual([
      ['a', ada.id, '2024-03-01T10:00:00.000Z'],
      ['b', bram.id, '2024-04-01T10:00:00.000Z'],
      ['c', importer.actor.personId, '2024-05-01T10:00:00.000Z'],
    ]);
    const again = await importFolder(importer, {
      ...options,
      folder: await readRepository(folder),
    });
    expect(again).toMatchObject({ report: { added: [], changed: [], unchangedCount: 3 } });
  });

  it('of which only the last commits were cloned tells of those, and nothing of what was before', async () => {
    const { folder, commit } = await aRepository();
    commit('ada@example.com', '2024-03-01T10:00:00Z', { 'a.md': '# A\n' });
    commit('ada@example.com', '2024-04-01T10:00:00Z', { 'b.md': '# B\n' });
    commit('bram@example.com', '2024-05-01T10:00:00Z', { 'c.md': '# C\n' });
    const shallow = await aTemporaryFolder();
    execFileSync('git', ['clone', '-q', '--depth', '2', `file://${folder}`, shallow]);
    const { pages } = await readRepository(shallow);
    expect(pages.map(({ file, written }) => [file, written?.email])).toEqual([
      ['a.md', undefined],
      ['b.md', undefined],
      ['c.md', 'bram@example.com'],
    ]);
  });

  it.each(['without a commit', 'in a linked working tree'])(
    '%s is read as a folder',
    async (how) => {
      const { folder, git, commit } = await aRepository();
      const linked = path.join(await aTemporaryFolder(), 'linked');
      if (how === 'without a commit') writeFileSync(path.join(folder, 'a.md'), '# A\n');
      else {
        commit('ada@example.com', '2024-03-01T10:00:00Z', { 'a.md': '# A\n' });
        git('worktree', 'add', '-q', linked);
      }
      const { pages } = await readRepository(how === 'without a commit' ? folder : linked);
      expect(pages).toEqual([{ file: 'a.md', markdown: '# A\n' }]);
    },
  );
});
