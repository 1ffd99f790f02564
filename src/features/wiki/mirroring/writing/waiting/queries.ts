import 'server-only';
import type { Context } from '@/foundation/context';
import { ABOUT_FILE, aboutSpace } from '../../../exporting/about-space';
import { exportedId, exportedPlace } from '../../../exporting/file-places';
import { portalHost } from '../../places/queries';
import { differencesBetween } from '../../repository/differences';
import { blobAt, type Repository, treeOf, writeFile } from '../../repository/objects';
import type { MirrorState } from '../../running/keeping/commands';

import type { IntendedCommits } from '../../schema';
import {
  bytesOf,
  factsOf,
  getRevisionToWrite,
  listHeld,
  listShownFiles,
  listWaitingPages,
  listWaitingRevisions,
  TOGETHER,
} from '../queries';
import { stepsFor } from '../steps';
import { CommitWriter } from '../write-steps';

type Written = { oid: string | null; pages: IntendedCommits['pages']; isAll: boolean };

/**
 * Writes what the branch does not show yet as commits upon its head, up to so many at once.
 * Nothing is moved and nothing is kept. Done twice, it makes the same commits of revisions; those
 * of changes whose time is not known bear the time of writing.
 */
export async function writeWaiting(
  ctx: Context,
  run: MirrorState,
  repository: Repository,
  beforeEach: () => Promise<void>,
): Promise<Written> {
  const { spaceId, head } = run;
  const revisions = await listWaitingRevisions(spaceId);
  const waiting = await listWaitingPages(ctx, spaceId);
  const isAll = revisions.length < TOGETHER;
  const steps = stepsFor(revisions, waiting, isAll ? null : (revisions.at(-1)?.at ?? null));
  const touched = new Set([...revisions, ...waiting].map(({ pageId }) => pageId));
  // Before the texts: what changes in between is seen as a difference the next time.
  const facts = await factsOf([...touched]);
  const writer = new CommitWriter(
    repository,
    {
      host: portalHost(),
      revisionOf: (placing) => getRevisionToWrite(ctx, placing),
      bytesOf: (file) => bytesOf(ctx, file),
    },
    head,
    await listHeld(spaceId, [...revisions, ...waiting]),
  );
  await writer.change(ctx.now, 'Put back what is changed in Guildhall alone', putBackOf(run));
  const about = await aboutIn(run, repository);
  if (head) await writer.change(ctx.now, `Call the space “${run.name}”`, about);
  else await writer.change(run.openedAt, `Open “${run.name}”`, about);
  for (const step of steps) {
    await beforeEach();
    await writer.write(step);
  }
  if (isAll && writer.head !== head) {
    await writer.change(
      ctx.now,
      'Keep the files that pages show',
      await filesToSettle(ctx, spaceId, repository, writer.head),
    );
  }
  const pages = writer.pages.map((page) => ({ ...page, facts: facts.get(page.pageId) ?? '' }));
  return { oid: writer.head, pages, isAll };
}

const putBackOf = ({ putBack }: MirrorState) => new Map(Object.entries(putBack));

async function aboutIn(run: MirrorState, repository: Repository) {
  return new Map([[ABOUT_FILE, await writeFile(repository, Buffer.from(aboutSpace(run)))]]);
}

/** Files that no page shows any more go, as they are not in an export either; missing ones come. */
async function filesToSettle(
  ctx: Context,
  spaceId: string,
  repository: Repository,
  head: string | null,
) {
  const changes = new Map<string, string | null>();
  if (!head) return changes;
  const shown = new Map((await listShownFiles(spaceId)).map((file) => [exportedPlace(file), file]));
  const there = await differencesBetween(repository, null, await treeOf(repository, head));
  for (const { file } of there) if (exportedId(file) && !shown.has(file)) changes.set(file, null);
  for (const [place, file] of shown) {
    if (await blobAt(repository, head, place)) continue;
    changes.set(place, await writeFile(repository, await bytesOf(ctx, file)));
  }
  return changes;
}
