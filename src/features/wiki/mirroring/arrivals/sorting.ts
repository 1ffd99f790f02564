import { isMarkdownFile } from '../../addresses';
import { ABOUT_FILE } from '../../exporting/about-space';
import { exportedId } from '../../exporting/file-places';
import { isHidden } from '../../importing/reading/archive';
import type { Difference } from '../repository/differences';

export type MirroredPage = { pageId: string; path: string; number: number };

/** What became of a file that somebody changed there. */
export type Arrival = {
  file: string;
  outcome: 'proposed' | 'drafted' | 'put-back' | 'left';
  note: string;
  pageId?: string;
  proposalId?: string;
};

/** What somebody changed in a mirror, by what can become of it here. */
export type SortedChanges = {
  /** Pages with another text. */
  edited: { file: string; page: MirroredPage; before: string; after: string }[];
  /** Pages without their file; `to` when the same lies elsewhere now. */
  gone: { file: string; page: MirroredPage; before: string; to: string | null }[];
  /** Texts that are no page in the mirror: new ones, and those of drafts. */
  fresh: { file: string; after: string }[];
  /** What Guildhall alone changes: files under their ids, and what it says of the space. */
  guarded: { file: string; before: string }[];
  /** What is none of Guildhall's business. */
  others: { file: string }[];
};

export function sortChanges(
  differences: readonly Difference[],
  pages: ReadonlyMap<string, MirroredPage>,
): SortedChanges {
  const sorted: SortedChanges = { edited: [], gone: [], fresh: [], guarded: [], others: [] };
  const added = new Map(
    differences.flatMap(({ file, before, after }) => (!before && after ? [[after, file]] : [])),
  );
  const arrived = new Set<string>();
  for (const { file, before, after } of differences) {
    const page = pages.get(file);
    if (!page || !before || after) continue;
    const to = added.get(before) ?? null;
    if (to) arrived.add(to);
    sorted.gone.push({ file, page, before, to });
  }
  for (const { file, before, after } of differences) {
    const page = pages.get(file);
    const isOurs = file === ABOUT_FILE || exportedId(file) !== null;
    if (page && before) {
      if (after) sorted.edited.push({ file, page, before, after });
    } else if (isOurs && before) sorted.guarded.push({ file, before });
    else if (arrived.has(file)) continue;
    else if (after && isMarkdownFile(file) && !isHidden(file)) {
      sorted.fresh.push({ file, after });
    } else sorted.others.push({ file });
  }
  return sorted;
}
