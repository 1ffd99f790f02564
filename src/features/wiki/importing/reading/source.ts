import { readMarkdownPages } from '../folder';
import type { ImportFormat } from '../formats';
import type { SourceFolder } from '../source-folder';
import type { Archive } from './archive';
import { isConfluence, readConfluence } from './confluence/confluence';
import { isNotion, readNotion } from './notion/notion';

/** What an archive turns out to be when nobody has said. */
export function formatOf(archive: Archive): Exclude<ImportFormat, 'auto'> {
  if (isConfluence(archive)) return 'confluence';
  return isNotion(archive) ? 'notion' : 'markdown';
}

/** An archive of any format as a folder of Markdown. */
export async function readSource(archive: Archive, format: ImportFormat): Promise<SourceFolder> {
  const known = format === 'auto' ? formatOf(archive) : format;
  if (known === 'confluence') return readConfluence(archive);
  return known === 'notion' ? readNotion(archive) : readMarkdownPages(archive);
}
