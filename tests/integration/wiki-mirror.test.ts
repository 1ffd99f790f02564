import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { archivePage, reinstatePage } from '@/features/wiki/commands';
import { publishPage } from '@/features/wiki/drafts/commands';
import { exportSpace } from '@/features/wiki/exporting/zip/queries';
import { readMarkdownPages, readSourceFolder } from '@/features/wiki/importing/folder';
import { openZip } from '@/features/wiki/importing/reading/zip';
import {
  beginMirrorAnew,
  switchMirrorOff,
  switchMirrorOn,
} from '@/features/wiki/mirroring/commands';
import { runMirror } from '@/features/wiki/mirroring/running/commands';
import { takeLease } from '@/features/wiki/mirroring/running/keeping/commands';
import { movePage } from '@/features/wiki/moving/commands';
import { acceptProposal, declineProposal } from '@/features/wiki/proposals/deciding/commands';
import { systemContext } from '@/foundation/context';
import { db } from '@/foundation/db';
import { emptyDatabase } from '../support/database';
import { hasGit } from '../support/git';
import { ADA, aMirror, aWorld, later, mirrored } from '../support/mirrors';
import { aMemberOf, aPerson, contextOf, NOON } from '../support/org';
import { anEdit, aPage, currentRevision } from '../support/wiki';
import { anAddedFile, PIXEL } from '../support/wiki-files';
import { onDisk } from '../support/zip';

const proposals = (page: { id: string }) =>
  db.pageProposal.findMany({ where: { pageId: page.id }, orderBy: { createdAt: 'asc' } });

beforeEach(() => emptyDatabase());

describe.skipIf(!hasGit())('a space in a git repository', () => {
  it('each revision is a commit by its author, in order, across moves and the archive', async () => {
    const { space, writer, lead, guild } = await aWorld();
    await db.person.update({
      where: { id: writer.actor.personId ?? '' },
      data: { email: 'wren@example.com' },
    });
    const page = await aPage(writer, space, 'drift', '# Drift\n\nOne.\n');
    const other = await contextOf(await aMemberOf(guild, 'Bram'));
    await anEdit(later(other, 1), page, '# Drift\n\nTwo.\n', { changeSummary: 'Say it better' });
    const mirror = await aMirror(space);
    expect(mirror.git('log', '--reverse', '--format=%an|%ae|%aI|%s', 'main').split('\n')).toEqual([
      expect.stringMatching(/^Guildhall\|noreply@localhost\|.*\|Open “mirrored-/),
      'Wren|wren@example.com|2026-03-02T12:00:00+00:00|Write “Drift”',
      'Bram|noreply@localhost|2026-03-02T12:01:00+00:00|Say it better',
    ]);
    expect(mirror.git('log', '-1', '--format=%(trailers)', 'main')).toBe(
      'Guildhall-Page: drift\nGuildhall-Revision: 2',
    );
    const move = { pageId: page.id, toSpaceSlug: space.slug, toPath: 'watch/drift' };
    await movePage(later(lead, 2), { ...move, withSubPages: false });
    await anEdit(later(writer, 3), page, '# Drift\n\nThree.\n');
    await archivePage(later(lead, 4), page.id);
    await mirrored(space, 5);
    expect(mirror.files()).toEqual(['guildhall.json']);
    await reinstatePage(later(lead, 6), page.id);
    await anEdit(later(writer, 7), page, '# Drift\n\nFour.\n');
    await mirrored(space, 8);
    expect(mirror.files()).toEqual(['guildhall.json', 'watch/drift.md']);
    expect(mirror.text('watch/drift.md')).toContain('Four.');
    mirror.git('fsck', '--strict');
  });

  it('holds the same as the ZIP export, files and all, and imports as it', async () => {
    const { space, writer } = await aWorld();
    const page = await aPage(writer, space, 'a/b', '# B\n');
    const file = await anAddedFile(writer, page, 'weekly.png', PIXEL);
    await anEdit(later(writer, 1), page, `# B\n\n${file.markdown}\n`);
    const gone = await anAddedFile(writer, page, 'gone.txt', 'gone');
    await anEdit(later(writer, 2), page, `# B\n\n${file.markdown} ${gone.markdown}\n`);
    await anEdit(later(writer, 3), page, `# B\n\n${file.markdown} again\n`);
    await aPage(writer, space, 'c', '---\nkind: how-to\n---\n\n# C\n\n[B](a/b.md)\n');
    const mirror = await aMirror(space);
    const stream = await exportSpace(systemContext(NOON), space.slug);
    if (!stream) throw new Error('There is no export.');
    const zip = await openZip(await onDisk(Buffer.concat(await stream.toArray())));
    const inZip = await readMarkdownPages(zip);
    expect(mirror.files().toSorted()).toEqual(zip.files.map((found) => found.file).toSorted());
    const clone = await mirror.clone();
    const inClone = await readSourceFolder(clone.folder);
    expect(inClone.pages).toEqual(inZip.pages);
    await zip.close();
  });

  it('drafts are not in it until they are published', async () => {
    const { space, writer } = await aWorld();
    const page = await aPage(writer, space, 'secret', '# Secret\n', { isDraft: true });
    const mirror = await aMirror(space);
    expect(mirror.files()).toEqual(['guildhall.json']);
    await publishPage(later(writer, 1), page.id);
    await mirrored(space, 2);
    expect(mirror.files()).toEqual(['guildhall.json', 'secret.md']);
  });

  it('what somebody pushes is proposed, said to be by them, and flows out again once it is accepted', async () => {
    const { space, writer } = await aWorld();
    const page = await aPage(writer, space, 'drift', '# Drift\n\nOne.\n');
    const mirror = await aMirror(space);
    const ada = await aPerson('Ada', { email: ADA.email });
    const clone = await mirror.clone();
    const text = clone.text('drift.md', 'HEAD').replace('One.', 'One, and another.\n\n![W](w.png)');
    clone.push({ 'drift.md': `${text}\n`, 'w.png': PIXEL }, ADA, 'Tell more');
    await mirrored(space, 1);
    await mirrored(space, 2);
    const [proposal, ...more] = await proposals(page);
    expect(more).toEqual([]);
    expect(proposal).toMatchObject({
      source: 'git',
      baseNumber: 1,
      proposerId: ada.id,
      state: 'OPEN',
      reason: expect.stringMatching(
        /says it is by Ada <ada@example.com>\. Nobody has checked that\.\n\nTell more$/,
      ),
      markdown: expect.stringMatching(
        /^# Drift\n\nOne, and another\.\n\n!\[W\]\(\/files\/.*w\.png\)\n$/,
      ),
    });
    // Meanwhile the page, and what was pushed, stay as they are.
    expect((await currentRevision(page)).number).toBe(1);
    expect(mirror.text('drift.md')).toContain('One, and another.');
    await acceptProposal(later(writer, 3), { proposalId: proposal?.id ?? '', seenNumber: 1 });
    await mirrored(space, 4);
    expect(mirror.git('log', '-1', '--format=%an|%(trailers:separator=%x2C)', 'main')).toBe(
      `Ada|Guildhall-Page: drift,Guildhall-Revision: 2,Accepted-by: ${writer.actor.name} <noreply@localhost>`,
    );
    expect(mirror.text('drift.md')).toMatch(/!\[W\]\(files\/[0-9a-f-]+\/w\.png\)/);
    await mirrored(space, 5);
    expect(await proposals(page)).toHaveLength(1);
  });

  it('what is declined is put back by the next commit, and its history stays', async () => {
    const { space, writer } = await aWorld();
    const page = await aPage(writer, space, 'drift', '# Drift\n\nOne.\n');
    const mirror = await aMirror(space);
    const before = mirror.text('drift.md');
    const clone = await mirror.clone();
    clone.push(
      { 'drift.md': before.replace('One', 'Nonsense') },
      { name: 'X', email: 'x@example.org' },
      'Nonsense',
    );
    await mirrored(space, 1);
    const [proposal] = await proposals(page);
    expect(proposal).toMatchObject({
      proposerId: null,
      proposerName: `Git mirror of ${space.slug}`,
    });
    await declineProposal(later(writer, 2), { proposalId: proposal?.id ?? '', reason: 'No.' });
    await mirrored(space, 3);
    expect(mirror.text('drift.md')).toBe(before);
    expect(mirror.subjects().slice(-2)).toEqual(['Nonsense', 'Show “Drift” as it stands here']);
  });

  it('new files become drafts or stay, and what only Guildhall changes is put back', async () => {
    const { space, writer } = await aWorld();
    const page = await aPage(writer, space, 'drift', '# Drift\n\nOne.\n');
    await aPage(writer, space, 'old', '# Old\n');
    const mirror = await aMirror(space);
    const clone = await mirror.clone();
    clone.push(
      {
        'new.md': '# A new page\n',
        'drift.md': null,
        'guildhall.json': '{}\n',
        '.github/ci.yml': 'on: push\n',
      },
      ADA,
    );
    clone.git('mv', 'old.md', 'elsewhere.md');
    clone.push({}, ADA, 'Move');
    await mirrored(space, 1);
    expect(
      await db.wikiMirrorArrival.findMany({
        orderBy: { file: 'asc' },
        select: { file: true, outcome: true, byName: true },
      }),
    ).toEqual([
      { file: '.github/ci.yml', outcome: 'left', byName: 'Ada' },
      { file: 'drift.md', outcome: 'put-back', byName: 'Ada' },
      { file: 'guildhall.json', outcome: 'put-back', byName: 'Ada' },
      { file: 'new.md', outcome: 'drafted', byName: 'Ada' },
      { file: 'old.md', outcome: 'put-back', byName: 'Ada' },
    ]);
    expect(mirror.files()).toEqual([
      '.github/ci.yml',
      'drift.md',
      'guildhall.json',
      'new.md',
      'old.md',
    ]);
    expect(mirror.text('guildhall.json')).toContain(space.slug);
    expect(await db.wikiPage.findFirst({ where: { path: 'new' } })).toMatchObject({
      publishedAt: null,
      begunById: null,
      title: 'A new page',
    });
    expect(await proposals(page)).toEqual([]);
  });

  it('a process that is killed at any step loses no commit and makes none twice', async () => {
    const { space, writer } = await aWorld();
    const page = await aPage(writer, space, 'drift', '# Drift\n');
    const mirror = await aMirror(space);
    await anEdit(later(writer, 1), page, '# Drift\n\nTwo.\n');
    const before = mirror.git('rev-parse', 'main');
    const known = await db.wikiMirror.findUniqueOrThrow({ where: { spaceId: space.id } });
    const places = await db.wikiMirrorPage.findMany();
    await mirrored(space, 2);
    const after = mirror.git('rev-parse', 'main');
    const isOnBranch = async () => {
      expect(mirror.git('rev-parse', 'main')).toBe(after);
      expect(mirror.git('rev-list', '--count', 'main')).toBe('3');
    };
    const asBefore = async (intended: boolean) => {
      await db.wikiMirrorPage.deleteMany();
      await db.wikiMirrorPage.createMany({ data: places });
      const [row] = places;
      const pages = [{ ...row, number: 2 }];
      await db.wikiMirror.update({
        where: { spaceId: space.id },
        data: { head: known.head, ...(intended && { intended: { oid: after, pages } }) },
      });
    };
    // After the branch moved, before that was kept: it is recognised as ours.
    await asBefore(true);
    await mirrored(space, 3);
    await isOnBranch();
    // Before the branch moved: it is written again, and is the same.
    await asBefore(true);
    mirror.git('update-ref', 'refs/heads/main', before);
    await mirrored(space, 4);
    await isOnBranch();
    // While the branch's lock was held.
    await asBefore(true);
    mirror.git('update-ref', 'refs/heads/main', before);
    writeFileSync(`${mirror.folder}/refs/heads/main.lock`, `${after}\n`);
    await mirrored(space, 5);
    await isOnBranch();
    expect(await proposals(page)).toEqual([]);
  });

  it('of several processes one works on it', async () => {
    const { space, writer } = await aWorld();
    const mirror = await aMirror(space);
    for (let n = 0; n < 12; n++) await aPage(later(writer, n + 1), space, `p${n}`);
    const ctx = systemContext(new Date(NOON.getTime() + 3_600_000));
    await Promise.all(Array.from({ length: 6 }, () => runMirror(ctx, space.id)));
    await mirrored(space, 70);
    expect(mirror.subjects()).toHaveLength(13);
    await takeLease(systemContext(new Date(NOON.getTime() + 7_200_000)), space.id);
    expect(await mirrored(space, 121)).toBe('busy');
    expect(await mirrored(space, 126)).toBe('done');
  });

  it('a history that was rewritten there is told, stops nothing here, and can begin anew', async () => {
    const { space, writer, lead } = await aWorld();
    const page = await aPage(writer, space, 'drift');
    const mirror = await aMirror(space);
    mirror.git('update-ref', 'refs/heads/main', mirror.git('rev-list', '--max-parents=0', 'main'));
    await anEdit(later(writer, 1), page, '# Drift\n\nTwo.\n');
    expect(await mirrored(space, 1)).toBe('failed');
    expect(await db.wikiMirror.findFirst()).toMatchObject({
      failure: expect.stringContaining('history was rewritten'),
    });
    await beginMirrorAnew(lead, { spaceId: space.id });
    expect(await mirrored(space, 3)).toBe('failed');
    mirror.git('update-ref', '-d', 'refs/heads/main');
    await beginMirrorAnew(lead, { spaceId: space.id });
    expect(await mirrored(space, 5)).toBe('done');
    expect(mirror.subjects()).toHaveLength(3);
  });

  it('a space that takes another address goes on in the same repository', async () => {
    const { space, writer } = await aWorld();
    await aPage(writer, space, 'drift');
    const mirror = await aMirror(space);
    const data = { slug: 'renamed', name: 'Another name' };
    await db.wikiSpace.update({ where: { id: space.id }, data });
    await aPage(later(writer, 1), { slug: 'renamed' }, 'second');
    expect(await mirrored(space, 2)).toBe('done');
    expect(mirror.files()).toEqual(['drift.md', 'guildhall.json', 'second.md']);
    expect(JSON.parse(mirror.text('guildhall.json'))).toMatchObject({
      space: 'renamed',
      name: 'Another name',
    });
    await mirrored(space, 3);
    expect(mirror.subjects().slice(2)).toEqual(['Call the space “Another name”', 'Write “second”']);
  });

  it('a lead of its owners switches it on, a member may not', async () => {
    const { space, writer, lead } = await aWorld();
    const input = { spaceId: space.id, place: 'disk' } as const;
    await expect(switchMirrorOn(writer, input)).rejects.toThrow('lead');
    expect(await switchMirrorOn(lead, input)).toMatchObject({ ok: true });
    expect(await switchMirrorOn(lead, { ...input, place: 'remote' })).toMatchObject({
      reason: 'no-remote',
    });
    await switchMirrorOff(lead, input);
    expect(await mirrored(space)).toBe('busy');
  });
});
