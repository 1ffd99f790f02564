import { rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { archivePage } from '@/features/wiki/commands';
import { publishPage } from '@/features/wiki/drafts/commands';
import { switchMirrorOff, switchMirrorOn } from '@/features/wiki/mirroring/commands';
import { movePage } from '@/features/wiki/moving/commands';
import { db } from '@/foundation/db';
import { emptyDatabase } from '../support/database';
import { hasGit } from '../support/git';
import { ADA, aMirror, aWorld, later, mirrored } from '../support/mirrors';
import { NOON } from '../support/org';
import { anEdit, aPage, currentRevision } from '../support/wiki';

type World = Awaited<ReturnType<typeof aWorld>>;
type Page = { id: string };

const moved = ({ lead, space }: World, page: Page, toPath: string, minutes: number) =>
  movePage(later(lead, minutes), {
    pageId: page.id,
    toSpaceSlug: space.slug,
    toPath,
    withSubPages: false,
  });

/** A mirror to which somebody pushed a new file, which is a draft here. */
async function aPushedDraft() {
  const { space, writer, lead } = await aWorld();
  await aPage(writer, space, 'drift');
  const mirror = await aMirror(space);
  const clone = await mirror.clone();
  clone.push({ 'new.md': '# New\n\nOne.\n' }, ADA);
  await mirrored(space, 1);
  return { space, lead, mirror, clone };
}

/** A mirror that is off while its only page leaves the address `x`, and is written on. */
async function whileOff(world: World) {
  const { space, writer, lead } = world;
  const page = await aPage(writer, space, 'x', '# First\n\nOne.\n');
  const mirror = await aMirror(space);
  await switchMirrorOff(lead, { spaceId: space.id });
  await anEdit(later(writer, 1), page, '# First\n\nTwo.\n');
  await moved(world, page, 'y', 2);
  const catchUp = async (minutes: number) => {
    await switchMirrorOn(lead, { spaceId: space.id, place: 'disk' });
    expect(await mirrored(space, minutes)).toBe('done');
    mirror.git('fsck', '--strict');
  };
  return { page, mirror, catchUp };
}

beforeEach(() => emptyDatabase());

describe.skipIf(!hasGit())('what a mirror holds stays', () => {
  it('a new page at an address that another one left keeps its file', async () => {
    const world = await aWorld();
    const { page, mirror, catchUp } = await whileOff(world);
    await aPage(later(world.writer, 3), world.space, 'x', '# Second\n');
    await anEdit(later(world.writer, 4), page, '# First\n\nThree.\n');
    await catchUp(5);
    expect(mirror.files()).toEqual(['guildhall.json', 'x.md', 'y.md']);
    expect(mirror.text('x.md')).toContain('# Second');
    expect(mirror.text('y.md')).toContain('Three.');
  });

  it('so does a page that was moved there, and one whose forerunner went to the archive', async () => {
    const world = await aWorld();
    const { page, mirror, catchUp } = await whileOff(world);
    const second = await aPage(later(world.writer, 3), world.space, 'z', '# Second\n');
    await moved(world, second, 'x', 4);
    await archivePage(later(world.lead, 5), page.id);
    await catchUp(6);
    expect(mirror.files()).toEqual(['guildhall.json', 'x.md']);
    expect(mirror.text('x.md')).toContain('# Second');
  });

  it('so it does when it was written in an earlier batch', async () => {
    const world = await aWorld();
    const { page, mirror, catchUp } = await whileOff(world);
    const second = await aPage(later(world.writer, 3), world.space, 'x', '# Second\n');
    const { id } = await currentRevision(second);
    await db.$executeRaw`
      INSERT INTO "WikiRevision"
      SELECT (jsonb_populate_record(r, jsonb_build_object('id', r.id || n, 'number', n))).*
        FROM "WikiRevision" r, generate_series(2, 200) n WHERE r.id = ${id}`;
    await db.$executeRaw`
      UPDATE "WikiPage" SET "currentRevisionId" = ${`${id}200`} WHERE id = ${second.id}`;
    await archivePage(later(world.lead, 5), page.id);
    await catchUp(6);
    expect(mirror.files()).toEqual(['guildhall.json', 'x.md']);
    expect(mirror.text('x.md')).toContain('# Second');
  });

  it('a lock that another git process left is told, tried again later, and forgotten once it is gone', async () => {
    const { space, writer } = await aWorld();
    const page = await aPage(writer, space, 'drift');
    const mirror = await aMirror(space);
    await anEdit(later(writer, 1), page, '# Drift\n\nTwo.\n');
    const lock = `${mirror.folder}/refs/heads/main.lock`;
    writeFileSync(lock, '');
    expect(await mirrored(space, 2)).toBe('failed');
    expect(await db.wikiMirror.findFirst()).toMatchObject({
      failure: expect.stringContaining('remove main.lock'),
      nextLookAt: new Date(NOON.getTime() + 130_000),
    });
    rmSync(lock);
    expect(await mirrored(space, 3)).toBe('done');
    expect(await db.wikiMirror.findFirst()).toMatchObject({ failure: null, failures: 0 });
    expect(mirror.text('drift.md')).toContain('Two.');
    expect(mirror.subjects()).toHaveLength(3);
  });

  it('what is pushed to a file that is a draft here goes into the draft', async () => {
    const { space, lead, mirror, clone } = await aPushedDraft();
    clone.push({ 'new.md': '# New\n\nTwo.\n' }, ADA);
    await mirrored(space, 2);
    const draft = await db.wikiPage.findFirstOrThrow({ where: { path: 'new' } });
    expect(await currentRevision(draft)).toMatchObject({
      number: 2,
      markdown: '# New\n\nTwo.\n',
      changeSummary: expect.stringContaining('Nobody has checked that'),
    });
    await publishPage(later(lead, 3), draft.id);
    await mirrored(space, 4);
    expect(mirror.text('new.md')).toContain('Two.');
  });

  it('what somebody here wrote into such a draft stays, and it is told that the commit is not in it', async () => {
    const { space, lead, clone } = await aPushedDraft();
    const draft = await db.wikiPage.findFirstOrThrow({ where: { path: 'new' } });
    await anEdit(later(lead, 2), draft, '# New\n\nOne, from here.\n');
    clone.push({ 'new.md': '# New\n\nTwo.\n' }, ADA);
    await mirrored(space, 3);
    expect((await currentRevision(draft)).markdown).toContain('One, from here.');
    expect(await db.wikiMirrorArrival.findFirst({ orderBy: { at: 'desc' } })).toMatchObject({
      outcome: 'left',
      note: expect.stringContaining('writes this draft'),
      pageId: draft.id,
    });
  });

  it('pages that became otherwise at one moment are one commit, and so are pages that went', async () => {
    const { space, writer } = await aWorld();
    await aPage(writer, space, 'drift');
    await aPage(writer, space, 'skew');
    const mirror = await aMirror(space);
    await db.wikiPage.updateMany({ data: { kind: 'PAPER_NOTES' } });
    await mirrored(space, 1);
    await db.wikiPage.updateMany({ data: { archivedAt: later(writer, 2).now } });
    await mirrored(space, 3);
    expect(mirror.subjects().slice(3)).toEqual([
      'Show “drift”, “skew” as they stand here',
      'Remove “drift”, “skew”, which are no longer published here',
    ]);
  });
});
