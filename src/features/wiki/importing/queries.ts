import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import {
  folderOf,
  isFolderPage,
  linkedPlace,
  linkResolver,
  type PageAddress,
  pageKey,
  pathOfFile,
} from '../addresses';
import { findLinkedPages } from '../links/queries';
import { textIn } from '../rendering/front-matter';
import { mentionResolver } from '../rendering/queries';
import { type RenderedPage, readMarkdown } from '../rendering/render-markdown';
import type { PageKind } from '../schema';
import { titleOfFolder } from '../shelves/tree';
import { type Arrival, arrange, kindFrom, type ShelvedState } from './arrangement';
import type { SourceFolder } from './folder';
import { emptyReport, type ImportReport, reportPage } from './report';

export type ImportOptions = {
  spaceSlug: string;
  /** For a dry run of a space that will be opened for this import: its name. */
  nameOfNewSpace?: string;
  folder: SourceFolder;
  /** The kind of pages whose front matter names none. */
  kind: PageKind;
  onProgress?: (done: number, all: number) => void;
};

export type PlannedPage = Arrival & {
  id: string;
  title: string;
  kind: PageKind;
  rendered: RenderedPage;
};

type Space = { id: string; slug: string; name: string };

export type ImportPlan = { space: Space; pages: PlannedPage[]; report: ImportReport };

const TOGETHER = 50;
const NOT_YET = '';

/** What an import of a folder would do to a space; null when there is no such space. */
export async function planImport(
  _ctx: Context,
  options: ImportOptions,
): Promise<ImportPlan | null> {
  const space = await findSpace(options);
  if (!space) return null;

  const { folder } = options;
  const shelf = await findShelf(space.id);
  const { arrivals, refused } = arrange(folder, shelf, checksumOf);
  const report = emptyReport();
  report.refused = [...folder.skipped, ...refused];
  report.absent = absentFrom(folder, shelf);

  const known = knownPages(space.slug, arrivals, shelf);
  const pages: PlannedPage[] = [];
  for (let start = 0; start < arrivals.length; start += TOGETHER) {
    const batch = arrivals.slice(start, start + TOGETHER);
    pages.push(...(await planPages(batch, space, known, options, report)));
    options.onProgress?.(pages.length, arrivals.length);
  }
  return { space, pages, report };
}

async function findSpace({
  spaceSlug: slug,
  nameOfNewSpace,
}: ImportOptions): Promise<Space | null> {
  const space = await db.wikiSpace.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true },
  });
  return space ?? (nameOfNewSpace ? { id: NOT_YET, slug, name: nameOfNewSpace } : null);
}

async function planPages(
  arrivals: readonly Arrival[],
  space: Space,
  known: Map<string, string>,
  { folder, kind }: ImportOptions,
  report: ImportReport,
): Promise<PlannedPage[]> {
  const reads = arrivals.map((arrival) => ({
    arrival,
    address: { spaceSlug: space.slug, path: arrival.path },
    read: readMarkdown(arrival.markdown),
  }));
  const elsewhere = reads.flatMap(({ address, read }) =>
    read.linkTargets
      .flatMap((target) => linkedPlace(target, address) ?? [])
      .filter(({ spaceSlug, elsewhere }) => spaceSlug !== space.slug || elsewhere),
  );
  for (const [key, id] of await findLinkedPages(db, elsewhere)) known.set(key, id);

  const resolveMention = await mentionResolver(
    db,
    reads.flatMap(({ read }) => read.mentions),
  );

  const otherFiles = new Set(folder.otherFiles);
  return reads.map(({ arrival, address, read }) => {
    const title = read.writtenTitle ?? titleOf(address, space.name);
    const resolveLink = linkResolver(address, known);
    const rendered = read.render({ title, resolveLink, resolveMention });
    const isPage = (target: string) => resolveLink(target)?.isBroken === false;
    reportPage(report, arrival, address, rendered, isPage, otherFiles);
    return {
      ...arrival,
      id: known.get(pageKey(address)) ?? randomUUID(),
      title,
      kind: kindFrom(textIn(read.frontMatter, 'kind')) ?? kind,
      rendered,
    };
  });
}

/** Every page of a space with the checksums of its text, by path. */
async function findShelf(spaceId: string): Promise<Map<string, ShelvedState>> {
  const pages = await db.$queryRaw<ShelvedState[]>`
    SELECT p.id, p.path, r.number, md5(r.markdown) AS checksum, r."isImported",
           p."archivedAt" IS NOT NULL AS "isArchived", p."publishedAt" IS NULL AS "isDraft",
           CASE WHEN r."isImported" THEN md5(r.markdown) ELSE (
             SELECT md5(i.markdown) FROM "WikiRevision" i
              WHERE i."pageId" = p.id AND i."isImported" ORDER BY i.number DESC LIMIT 1) END AS "importedChecksum"
      FROM "WikiPage" p JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
     WHERE p."spaceId" = ${spaceId}
     ORDER BY p.path`;
  return new Map(pages.map((page) => [page.path, page]));
}

function absentFrom(folder: SourceFolder, shelf: ReadonlyMap<string, ShelvedState>): string[] {
  const files = [...folder.pages, ...folder.skipped];
  const paths = new Set(files.map(({ file }) => pathOfFile(file)));
  return [...shelf.values()]
    .filter((page) => page.importedChecksum && !page.isArchived && !paths.has(page.path))
    .map(({ path }) => path);
}

/** Ids of the pages that will be on the shelf, by address. */
function knownPages(
  spaceSlug: string,
  arrivals: readonly Arrival[],
  shelf: ReadonlyMap<string, ShelvedState>,
): Map<string, string> {
  const known = new Map<string, string>();
  for (const { id, path, isArchived, isDraft } of shelf.values()) {
    if (!isArchived && !isDraft) known.set(pageKey({ spaceSlug, path }), id);
  }
  for (const { path, fate } of arrivals) {
    if (fate === 'new') known.set(pageKey({ spaceSlug, path }), randomUUID());
  }
  return known;
}

function titleOf({ path }: PageAddress, spaceName: string): string {
  if (!isFolderPage(path)) return titleOfFolder(path);
  return folderOf(path) ? titleOfFolder(folderOf(path)) : spaceName;
}

const checksumOf = (markdown: string) => createHash('md5').update(markdown).digest('hex');
