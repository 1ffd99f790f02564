import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportSpace } from '@/features/wiki/exporting/zip/queries';
import { importFolder } from '@/features/wiki/importing/commands';
import { readMarkdownPages, readSourceFolder } from '@/features/wiki/importing/folder';
import { openZip } from '@/features/wiki/importing/reading/zip';
import { systemContext } from '@/foundation/context';
import { emptyDatabase } from '../support/database';
import { hasGit } from '../support/git';
import { aMirror } from '../support/mirrors';
import { anAdministrator, NOON } from '../support/org';
import { sharedData } from '../support/shared-data';
import { tldrPages } from '../support/tldr';
import { aSpace } from '../support/wiki';
import { aTemporaryFolder, onDisk } from '../support/zip';

const archive = sharedData('wiki-tldr-38k');
const playbook = sharedData('wiki-engineering-playbook');

async function imported(spaceSlug: string, folder: Awaited<ReturnType<typeof readSourceFolder>>) {
  const options = { spaceSlug, folder, kind: 'HOW_TO', apply: true } as const;
  const done = await importFolder(await anAdministrator(), options);
  if (!done.ok) throw new Error(done.reason);
  return done.report;
}

describe.skipIf(!archive)('the tldr corpus of 38,000 pages', () => {
  let folder = '';
  beforeAll(async () => {
    await emptyDatabase();
    folder = await aTemporaryFolder();
    for (const { file, markdown } of await tldrPages(archive ?? '')) {
      await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
      await writeFile(path.join(folder, file), markdown);
    }
  });

  it('is imported once, leaves as a ZIP file, and imported from it changes nothing', async () => {
    await aSpace('tldr');
    const first = await imported('tldr', await readSourceFolder(folder));
    expect(first.added.length).toBeGreaterThan(38_000);
    const stream = await exportSpace(systemContext(NOON), 'tldr');
    if (!stream) throw new Error('There is no export.');
    const zip = await openZip(await onDisk(Buffer.concat(await stream.toArray())));
    const again = await imported('tldr', await readMarkdownPages(zip));
    expect([again.added, again.changed, again.unchangedCount]).toEqual([
      [],
      [],
      first.added.length,
    ]);
    await zip.close();
  });
});

describe.skipIf(!playbook || !hasGit())('the playbook of 243 pages in a git repository', () => {
  it('is cloned by git and imported from the clone as it was', async () => {
    await emptyDatabase();
    const space = await aSpace('playbook');
    await imported('playbook', await readSourceFolder(playbook ?? ''));
    const mirror = await aMirror(space);
    mirror.git('fsck', '--strict');
    const clone = await mirror.clone();
    const again = await imported('playbook', await readSourceFolder(clone.folder));
    expect([again.added, again.changed, again.unchangedCount]).toEqual([[], [], 243]);
    expect(again.files).toEqual([]);
  });
});
