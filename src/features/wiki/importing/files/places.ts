import { createHash } from 'node:crypto';
import { decoded, folderOf } from '../../addresses';
import { exportedId } from '../../exporting/file-places';
import { fileHref } from '../../files/names';

const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i;

/** The file of a folder that an address in one of its pages means; null when it means none. */
export function fileMeant(
  target: string,
  pageFile: string,
  files: ReadonlyMap<string, string>,
): string | null {
  const path = pathMeant(target, pageFile);
  if (path === null) return null;
  return files.get(path) ?? files.get(exportedId(path) ?? '') ?? null;
}

/** The other files of a folder by their names, and those of an export by their ids too. */
export function filesByName(files: readonly string[]): Map<string, string> {
  return new Map(
    files.flatMap((file) => {
      const id = exportedId(file);
      return id ? [[file, file] as const, [id, file] as const] : [[file, file] as const];
    }),
  );
}

/** The address that a page is given in place of one that meant a file of its folder. */
export function rewrittenTarget(target: string, file: { id: string; name: string }, from: string) {
  const fragment = /#.*$/s.exec(target)?.[0] ?? '';
  const exported = exportedId(from);
  // Of an export, the address as the author wrote it comes back.
  const tail = exported && target.split(`files/${exported}/`)[1];
  return tail ? `/files/${file.id}/${tail}` : `${fileHref(file)}${fragment}`;
}

/**
 * The id of a file that an import brings: always the same for the same content at the same place,
 * so that importing it again changes nothing, and another one for another content, so that earlier
 * revisions keep what they showed.
 */
export function importedId(spaceSlug: string, file: string, sha256: string): string {
  const hex = createHash('sha256').update(`${spaceSlug}\0${file}\0${sha256}`).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function pathMeant(target: string, pageFile: string): string | null {
  if (ELSEWHERE.test(target)) return null;
  const written = decoded(target.replace(/[?#].*$/s, ''));
  const isRooted = written.startsWith('/');
  const segments = isRooted ? [] : folderOf(pageFile).split('/').filter(Boolean);
  for (const segment of written.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join('/');
}
