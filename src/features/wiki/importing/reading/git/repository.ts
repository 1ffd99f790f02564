import { existsSync } from 'node:fs';
import { openFolder, readMarkdownPages } from '../../folder';
import type { SourceFolder } from '../../source-folder';
import { lastChanges } from './last-changes';

export const isRepository = (folder: string) => existsSync(`${folder}/.git`);

/** A repository's working tree as a folder of Markdown, each page by whoever changed it last. */
export async function readRepository(folder: string): Promise<SourceFolder> {
  const source = await readMarkdownPages(await openFolder(folder));
  const changes = await lastChanges(
    folder,
    source.pages.map(({ file }) => file),
  );
  const pages = source.pages.map((page) => {
    const written = changes.get(page.file);
    return written ? { ...page, written } : page;
  });
  return { ...source, pages };
}
