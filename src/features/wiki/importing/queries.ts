import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import type { Context } from '@/foundation/context';
import { db } from '@/foundation/db';
import { askTogether } from '@/foundation/questions';
import {
  folderOf,
  isFolderPage,
  linkedPlace,
  linkResolver,
  type PageAddress,
  pageKey,
  pathOfFile,
} from '../addresses';
import { kindFrom } from '../kinds';
import { linkedPages } from '../links/queries';
import { textIn } from '../rendering/front-matter';
import { namedInTexts } from '../rendering/queries';
import { type RenderedPage, readMarkdown } from '../rendering/render-markdown';
import type { PageKind } from '../schema';
import { titleOfFolder } from '../shelves/tree';
import { type Arrival, arrange, type ShelvedState } from './arrangement';
import { type PlannedFile, planFiles } from './files/queries';
import { findPeople, type KnownPeople, type PeopleOfPage } from './people/queries';
import { emptyReport, type ImportReport, reportPage } from './report';
import type { SourceFolder } from './source-folder';

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
  people: PeopleOfPage;
};

export type SpaceToFill = { id: string; slug: string; name: string; ownerUnitId: string | null };

export type ImportPlan = {
  space: SpaceToFill;
  pages: PlannedPage[];
  files: PlannedFile[];
  report: ImportReport;
};

const TOGETHER = 50;
const NOT_YET = '';

/** What an import of a folder would do to a space. */
export async function planImport(
  _ctx: Context,
  space: SpaceToFill,
  options: ImportOptions,
): Promise<ImportPlan> {
  const brought = await planFiles(space, options.folder);
  const folder = { ...options.folder, pages: brought.pages };
  const shelf = await findShelf(space.id);
  const { arrivals, refused } = arrange(folder, shelf, checksumOf);
  const report = emptyReport();
  report.refused = [...folder.skipped, ...refused, ...brought.refused];
  report.files = brought.files.filter(({ isNew }) => isNew).map(({ file }) => file);
  report.absent = absentFrom(folder, shelf);

  const known = knownPages(space.slug, arrivals, shelf);
  const people = await findPeople(arrivals);
  const pages: PlannedPage[] = [];
  for (let start = 0; start < arrivals.length; start += TOGETHER) {
    const batch = arrivals.slice(start, start + TOGETHER);
    pages.push(...(await planPages(batch, space, known, people, { ...options, folder }, report)));
    options.onProgress?.(pages.length, arrivals.length);
  }
  report.unknown = people.unknown;
  return { space, pages, files: brought.files, report };
}

/** The space of an import, or one that will be opened for it; null when there is neither. */
export async function findSpaceToFill({
  spaceSlug: slug,
  nameOfNewSpace,
}: Pick<ImportOptions, 'spaceSlug' | 'nameOfNewSpace'>): Promise<SpaceToFill | null> {
  const space = await db.wikiSpace.findUnique({
    where: { slug },
    select: { id: true, slug: true, name: true, ownerUnitId: true },
  });
  if (space || !nameOfNewSpace) return space;
  return { id: NOT_YET, slug, name: nameOfNewSpace, ownerUnitId: null };
}

async function planPages(
  arrivals: readonly Arrival[],
  space: SpaceToFill,
  known: Map<string, string>,
  people: KnownPeople,
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
  const [linked, resolveMention] = await askTogether(
    linkedPages(elsewhere),
    namedInTexts(reads.flatMap(({ read }) => read.mentions)),
  );
  for (const [key, id] of linked) known.set(key, id);

  const otherFiles = new Set(folder.otherFiles);
  return reads.map(({ arrival, address, read }) => {
    const { facts } = arrival;
    const title = facts?.title ?? read.writtenTitle ?? titleOf(address, space.name);
    const resolveLink = linkResolver(address, known);
    const rendered = read.render({ title, resolveLink, resolveMention });
    const isPage = (target: string) => resolveLink(target)?.isBroken === false;
    reportPage(report, arrival, address, rendered, isPage, otherFiles);
    return {
      ...arrival,
      id: known.get(pageKey(address)) ?? randomUUID(),
      title,
      kind: kindFrom(facts?.kind ?? textIn(read.frontMatter, 'kind')) ?? kind,
      rendered,
      people: people.of(arrival),
    };
  });
}

/** Every page of a space with the checksums of its text, by path; also by paths that it had before. */
async function findShelf(spaceId: string): Promise<Map<string, ShelvedState>> {
  const pages = await db.$queryRaw<(ShelvedState & { askedAs: string })[]>`
    SELECT p.id, p.path, r.number, md5(r.markdown) AS checksum, r."isImported",
           p."archivedAt" IS NOT NULL AS "isArchived", p."publishedAt" IS NULL AS "isDraft",
           p."spaceId" <> ${spaceId} AS "isElsewhere", place.path AS "askedAs",
           CASE WHEN r."isImported" THEN md5(r.markdown) ELSE (
             SELECT md5(i.markdown) FROM "WikiRevision" i
              WHERE i."pageId" = p.id AND i."isImported" ORDER BY i.number DESC LIMIT 1) END AS "importedChecksum"
      FROM (SELECT id, path FROM "WikiPage" WHERE "spaceId" = ${spaceId}
            UNION ALL SELECT "pageId", path FROM "WikiAddress" WHERE "spaceId" = ${spaceId}) AS place
      JOIN "WikiPage" p ON p.id = place.id
      JOIN "WikiRevision" r ON r.id = p."currentRevisionId"
     ORDER BY place.path`;
  return new Map(pages.map(({ askedAs, ...page }) => [askedAs, page]));
}

function absentFrom(folder: SourceFolder, shelf: ReadonlyMap<string, ShelvedState>): string[] {
  const files = [...folder.pages, ...folder.skipped];
  const brought = new Set(files.map(({ file }) => shelf.get(pathOfFile(file))?.id));
  return [...shelf]
    .filter(([path, page]) => page.path === path && !page.isElsewhere)
    .filter(([, page]) => page.importedChecksum && !page.isArchived && !brought.has(page.id))
    .map(([path]) => path);
}

/** Ids of the pages that will be on the shelf, by address. */
function knownPages(
  spaceSlug: string,
  arrivals: readonly Arrival[],
  shelf: ReadonlyMap<string, ShelvedState>,
): Map<string, string> {
  const known = new Map<string, string>();
  for (const [path, { id, isArchived, isDraft }] of shelf) {
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
