import { folderOf, isFolderPage, nameOf } from '../addresses';
import type { Freshness } from '../reviews/freshness';

export type ShelvedPage = { path: string; title: string; freshness?: Freshness };

/** A folder of pages, or a page; a folder may have a page of its own that stands for it. */
export type Branch = {
  path: string;
  title: string;
  isPage: boolean;
  freshness?: Freshness;
  branches: Branch[];
};

/** Lays pages out as the folders their addresses speak of: pages first, then folders, by title. */
export function treeOf(pages: readonly ShelvedPage[]): Branch[] {
  const root: Branch = { path: '', title: '', isPage: false, branches: [] };
  const folders = new Map<string, Branch>([['', root]]);
  for (const { path } of pages) folderAt(folders, folderOf(path));
  for (const page of pages) {
    const around = folderAt(folders, folderOf(page.path));
    const stoodFor = isFolderPage(page.path) ? around : folders.get(page.path);
    if (stoodFor && stoodFor !== root && !stoodFor.isPage) {
      Object.assign(stoodFor, { ...page, isPage: true });
    } else {
      around.branches.push({ ...page, isPage: true, branches: [] });
    }
  }
  sortBranches(root);
  return root.branches;
}

/** The name of a folder that has no page of its own: `agile-development` → `Agile development`. */
export function titleOfFolder(path: string): string {
  const words = nameOf(path).replace(/[-_]+/g, ' ').trim() || nameOf(path);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function folderAt(folders: Map<string, Branch>, path: string): Branch {
  const known = folders.get(path);
  if (known) return known;
  const folder = { path, title: titleOfFolder(path), isPage: false, branches: [] };
  folders.set(path, folder);
  folderAt(folders, folderOf(path)).branches.push(folder);
  return folder;
}

function sortBranches(branch: Branch): void {
  branch.branches.sort(
    (a, b) =>
      Number(a.branches.length > 0) - Number(b.branches.length > 0) ||
      a.title.localeCompare(b.title, 'en', { numeric: true }),
  );
  branch.branches.forEach(sortBranches);
}
