import { folderOf, isFolderPage } from '../addresses';

/** The folder whose pages lie beneath this one; empty at the top of a space. */
export const folderBeneath = (path: string) => (isFolderPage(path) ? folderOf(path) : path);

export const isBeneath = (path: string, folder: string) =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);

/** Where a page that lies beneath a moved one goes with it. */
export function destinationBeneath(path: string, from: string, to: string): string {
  const rest = path.slice(folderBeneath(from).length + 1);
  const folder = folderBeneath(to);
  return folder ? `${folder}/${rest}` : rest;
}
