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

describe.skipIf(!hasGit())('importing a git repository', () => {
  it('keeps who changed each page last and when, where the address is known here', async () => {
    const folder = await aTemporaryFolder();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
    const commit = (email: string, date: string, files: Record<string, string>) => {
      for (const [file, text] of Object.entries(files))
        writeFileSync(path.join(folder, file), text);
      git('add', '-A');
      git('-c', `user.email=${email}`, '-c', 'user.name=X', 'commit', '-qm', 'c', '--date', date);
    };
    git('init', '-q');
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
});
