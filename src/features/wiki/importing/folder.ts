import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { isMarkdownFile } from '../addresses';
import { withoutFacts } from '../exporting/page-facts';
import { type Archive, byName, isHidden, readText } from './reading/archive';
import type { SourceFolder } from './source-folder';

/**
 * Reads a folder of Markdown files. Hidden folders, such as a repository's own, are left out, and
 * links of the file system are not followed: they may lead out of the folder.
 */
export async function readSourceFolder(folder: string): Promise<SourceFolder> {
  return readMarkdownPages(await openFolder(folder));
}

/** The Markdown files of an archive as pages; the others stay where they are. */
export async function readMarkdownPages(archive: Archive): Promise<SourceFolder> {
  const source: SourceFolder = {
    pages: [],
    otherFiles: [],
    skipped: [...archive.refused],
    open: archive.open,
  };
  for (const found of archive.files) {
    const { file } = found;
    if (!isMarkdownFile(file)) {
      source.otherFiles.push(file);
      continue;
    }
    const read = await readText(archive, found);
    if ('refusal' in read) source.skipped.push({ file, reason: read.refusal });
    else source.pages.push({ file, ...withoutFacts(read.text) });
  }
  return source;
}

export async function openFolder(folder: string): Promise<Archive> {
  const files: Archive['files'] = [];
  // A disk may write one letter as two, such as a U and its dots; links may not, or the other way round.
  const onDisk = new Map<string, string>();
  for (const file of await filesIn(folder, '')) {
    const name = file.normalize('NFC');
    if (onDisk.has(name)) continue;
    onDisk.set(name, file);
    files.push({ file: name, size: (await stat(`${folder}/${file}`)).size });
  }
  return {
    files,
    refused: [],
    open: async (file) => createReadStream(`${folder}/${onDisk.get(file) ?? file}`),
    close: async () => {},
  };
}

async function filesIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(`${root}/${folder}`, { withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.toSorted((a, b) => byName({ file: a.name }, { file: b.name }))) {
    if (isHidden(entry.name)) continue;
    const file = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) files.push(...(await filesIn(root, file)));
    else if (entry.isFile()) files.push(file);
  }
  return files;
}
