import type { Finding, ImportReport } from './report';

const LISTED_MAX = 40;

/** The report as it is read in a terminal: what comes, then what deserves a look. */
export function reportText(report: ImportReport, wasApplied: boolean): string {
  const { added, changed, unchangedCount, refused, absent } = report;
  const broken = report.brokenLinks.length + report.fileLinks.length;
  const named = report.unreadLinks.filter(({ namesAPage }) => namesAPage).length;
  const lines = [
    wasApplied ? 'Imported.' : 'A dry run: nothing was stored.',
    `Pages: ${added.length} new, ${changed.length} changed, ${unchangedCount} unchanged, ${refused.length} refused.`,
    `Links between pages: ${report.workingLinkCount} lead to a page, ${broken} do not.`,
    ...list('New', added),
    ...list('Changed', changed),
    ...list(
      'Refused',
      refused.map(({ file, reason }) => `${file}: ${reason}`),
    ),
    ...list(
      'In the wiki, but no longer in the folder; archive them if they are gone for good',
      absent,
    ),
    ...list('Files that come along', report.files),
    ...list(
      'Units and people whom nobody here knows; their pages come without them',
      report.unknown,
    ),
    ...list('Links that lead to no page', report.brokenLinks.map(written)),
    ...list('Links to files that do not become pages', report.fileLinks.map(written)),
    ...list('Links to a heading that the page does not have', report.lostFragments.map(written)),
    ...list(
      `Written like links, but in samples of code or not as Markdown reads them (${named} name a page)`,
      report.unreadLinks.map(written),
    ),
    ...list('Pictures that are not taken over', report.missingImages.map(written)),
  ];
  return `${lines.join('\n')}\n`;
}

const written = ({ path, target }: Finding) => `${path}: ${target}`;

function list(heading: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const listed = items.slice(0, LISTED_MAX).map((item) => `  ${item}`);
  const rest = items.length - listed.length;
  return [
    '',
    `${heading}: ${items.length}`,
    ...listed,
    ...(rest > 0 ? [`  … and ${rest} more`] : []),
  ];
}
