import { folderOf, isFolderPage } from '../addresses';

/** The folder whose pages lie beneath this one; empty at the top of a space. */
export const folderBeneath = (path: string) => (isFolderPage(path) ? folderOf(path) : path);

export const isBeneath = (path: string, folder: string) =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);

/** Where a folder went, as one of its pages tells that left it; null when that page went alone. */
export function folderMovedTo(folder: string, former: string, now: string): string | null {
  const rest = former.slice(folder.length);
  const moved = now.slice(0, -rest.length);
  return moved && now === moved + rest ? moved : null;
}

/** Where a page that lies beneath a moved one goes with it. */
export function destinationBeneath(path: string, from: string, to: string): string {
  const rest = path.slice(folderBeneath(from).length + 1);
  const folder = folderBeneath(to);
  return folder ? `${folder}/${rest}` : rest;
}
