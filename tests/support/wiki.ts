import { createPage, openSpace } from '@/features/wiki/commands';
import type { SourceFolder } from '@/features/wiki/importing/source-folder';
import { revisePage } from '@/features/wiki/revisions/commands';
import type { NewPage, NewRevision } from '@/features/wiki/schema';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { aGuild, aMemberOf, anAdministrator, contextOf } from './org';

let lastNumber = 0;

type Owner = { id: string };

/** A shelf of a unit: `aSpace('handbook', { of: guild })`; of a guild of its own unless a test says whose. */
export async function aSpace(slug = `space-${++lastNumber}`, { of }: { of?: Owner } = {}) {
  const owner = of ?? (await aGuild());
  const input = { slug, name: slug, description: '', ownerUnitId: owner.id };
  const opened = await openSpace(await anAdministrator(), input);
  if (!opened.ok) throw new Error(`The space ${slug} was not opened: ${opened.reason}`);
  return { id: opened.spaceId, slug, ownerUnitId: owner.id };
}

/** A space with somebody who may write in it. */
export async function aSpaceWithWriter(slug?: string) {
  const guild = await aGuild();
  const space = await aSpace(slug, { of: guild });
  const writer = await contextOf(await aMemberOf(guild, 'Wren'));
  return { guild, space, writer };
}

type Space = { slug: string };

const PAGE = {
  kind: 'HOW_TO',
  ownerUnitId: null,
  stewardHandles: [] as string[],
  changeSummary: '',
} as const;

/** A page somebody wrote: `aPage(writer, space, 'drift', '# Drift\n\nText.\n')`; titled as its text says. */
export async function aPage(
  writer: Context,
  space: Space,
  path: string,
  markdown = `# ${path}\n\nText.\n`,
  traits: Partial<NewPage> = {},
) {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? path;
  const page = { ...PAGE, spaceSlug: space.slug, path, title, markdown, ...traits };
  const created = await createPage(writer, page);
  if (!created.ok) throw new Error(`The page ${path} was not created: ${created.reason}`);
  return { id: created.pageId, spaceSlug: created.spaceSlug, path: created.path, title };
}

/** Saves another text of a page, from its current revision unless a test says from which. */
export async function anEdit(
  writer: Context,
  page: { id: string },
  markdown: string,
  traits: Partial<NewRevision> = {},
) {
  const current = await currentRevision(page);
  return revisePage(writer, {
    ...PAGE,
    pageId: page.id,
    baseNumber: current.number,
    title: current.title,
    markdown,
    ...traits,
  });
}

export function currentRevision(page: { id: string }) {
  return db.wikiPage
    .findUniqueOrThrow({ where: { id: page.id }, select: { currentRevision: true } })
    .then(({ currentRevision: revision }) => {
      if (!revision) throw new Error('The page has no revision.');
      return revision;
    });
}

/** Runs changes of a page that all have read it before any of them may store: they are held back until each waits. */
export async function heldBack<Result>(
  page: { id: string },
  ...changes: (() => Promise<Result>)[]
): Promise<Result[]> {
  const { promise: allWait, resolve: release } = signal();
  const { promise: isHeld, resolve: held } = signal();
  const holding = db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "WikiPage" WHERE id = ${page.id} FOR UPDATE`;
    held();
    await allWait;
  });
  await isHeld;
  const running = Promise.all(changes.map((change) => change()));
  await untilWaiting(changes.length).finally(release);
  await holding;
  return running;
}

function signal() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function untilWaiting(count: number) {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await db.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (row?.waiting === count) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${count} changes were to wait for the page, but did not.`);
}

/** A folder as it would be read from a disk: `aFolder({ 'a.md': '# A' })`; what is no Markdown is another file. */
export function aFolder(files: Record<string, string>): SourceFolder {
  const names = Object.keys(files);
  return {
    pages: names
      .filter((file) => file.endsWith('.md'))
      .map((file) => ({ file, markdown: files[file] ?? '' })),
    otherFiles: names.filter((file) => !file.endsWith('.md')),
    skipped: [],
  };
}
