import { readdir, readFile, stat } from 'node:fs/promises';
import { isMarkdownFile } from '../addresses';
import { MARKDOWN_MAX } from '../schema';

/** A folder of Markdown as it was found, with addresses relative to it. */
export type SourceFolder = {
  pages: { file: string; markdown: string }[];
  /** What else lies there: links may mean it, but it does not become a page. */
  otherFiles: string[];
  skipped: { file: string; reason: string }[];
};

/**
 * Reads a folder of Markdown files. Hidden folders, such as a repository's own, are left out, and
 * links of the file system are not followed: they may lead out of the folder.
 */
export async function readSourceFolder(folder: string): Promise<SourceFolder> {
  const source: SourceFolder = { pages: [], otherFiles: [], skipped: [] };
  for (const file of await filesIn(folder, '')) {
    if (!isMarkdownFile(file)) source.otherFiles.push(file);
    else await readPage(folder, file, source);
  }
  return source;
}

async function filesIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(`${root}/${folder}`, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const file = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) files.push(...(await filesIn(root, file)));
    else if (entry.isFile()) files.push(file);
  }
  return files;
}

async function readPage(root: string, file: string, source: SourceFolder): Promise<void> {
  const { size } = await stat(`${root}/${file}`);
  if (size > MARKDOWN_MAX) {
    source.skipped.push({ file, reason: 'It is longer than a page can hold.' });
    return;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      await readFile(`${root}/${file}`),
    );
    source.pages.push({ file, markdown: normalised(text) });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    source.skipped.push({ file, reason: 'It is not written in UTF-8.' });
  }
}

// Postgres stores no NUL, and the same text with other line ends is no other text.
const normalised = (text: string) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
