import { linkedPlace, type PageAddress } from '../addresses';
import type { RenderedPage } from '../rendering/render-markdown';
import type { Arrival } from './arrangement';
import type { Refusal } from './source-folder';
import { notRendered, writtenTargets } from './written-links';

/** Something written in a page that deserves a look. */
export type Finding = { path: string; target: string };

/** What an import would do, or did, and what of the pages' links and pictures deserves a look. */
export type ImportReport = {
  added: string[];
  changed: string[];
  unchangedCount: number;
  refused: Refusal[];
  /** Imported before, but no longer in the folder; they stay until somebody archives them. */
  absent: string[];
  workingLinkCount: number;
  brokenLinks: Finding[];
  /** Links to files of the folder that do not become pages. */
  fileLinks: Finding[];
  /** Links within a page to a heading it does not have. */
  lostFragments: Finding[];
  /** Written like links, but in samples of code or not as Markdown reads them. */
  unreadLinks: (Finding & { namesAPage: boolean })[];
  missingImages: Finding[];
  /** Pictures and other files that come along because a page shows them or links to them. */
  files: string[];
  /** Units and people whom the pages name and nobody here knows. */
  unknown: string[];
};

export function emptyReport(): ImportReport {
  return {
    added: [],
    changed: [],
    unchangedCount: 0,
    refused: [],
    absent: [],
    workingLinkCount: 0,
    brokenLinks: [],
    fileLinks: [],
    lostFragments: [],
    unreadLinks: [],
    missingImages: [],
    files: [],
    unknown: [],
  };
}

/** Adds what becomes of one page, and what its links and pictures have to say. */
export function reportPage(
  report: ImportReport,
  { fate, markdown }: Pick<Arrival, 'fate' | 'markdown'>,
  page: PageAddress,
  rendered: RenderedPage,
  isPage: (target: string) => boolean,
  otherFiles: ReadonlySet<string>,
): void {
  const { path } = page;
  if (fate === 'new') report.added.push(path);
  else if (fate === 'changed') report.changed.push(path);
  else report.unchangedCount++;
  for (const { target, isBroken } of rendered.links) {
    if (!isBroken) report.workingLinkCount++;
    else if (isFile(target, page, otherFiles)) report.fileLinks.push({ path, target });
    else report.brokenLinks.push({ path, target });
  }
  const unread = notRendered(
    writtenTargets(markdown),
    rendered.links.map(({ target }) => target),
  );
  report.unreadLinks.push(
    ...unread.map((target) => ({ path, target, namesAPage: isPage(target) })),
  );
  report.lostFragments.push(...rendered.lostFragments.map((target) => ({ path, target })));
  report.missingImages.push(...rendered.missingImages.map((target) => ({ path, target })));
}

function isFile(target: string, page: PageAddress, otherFiles: ReadonlySet<string>): boolean {
  return linkedPlace(target, page)?.candidates.some((path) => otherFiles.has(path)) ?? false;
}
