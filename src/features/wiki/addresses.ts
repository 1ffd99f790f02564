import type { LinkResolution, ResolveLink } from './rendering/links';

/** A page by its address: the space's slug and the path within the space. */
export type PageAddress = { spaceSlug: string; path: string };

/** Where a written link points, before it is known whether a page is there. */
export type LinkedPlace = {
  spaceSlug: string;
  /** Paths that would answer to the link, best first. */
  candidates: string[];
  fragment: string | null;
};

const MARKDOWN_ENDING = /\.(?:md|markdown)$/i;

/** Names under which a folder keeps the page that stands for the folder itself. */
const INDEX_NAMES = ['README', 'readme', 'index', 'Readme'];

export const spaceHref = (spaceSlug: string) => `/wiki/${encodeURIComponent(spaceSlug)}`;

export function pageHref({ spaceSlug, path }: PageAddress): string {
  return `${spaceHref(spaceSlug)}/${encodePath(path)}`;
}

/** A path as part of an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The path of the page that a file becomes: `evaluation/cuped.md` → `evaluation/cuped`. */
export const pathOfFile = (file: string) => file.replace(MARKDOWN_ENDING, '');

export const isMarkdownFile = (file: string) => MARKDOWN_ENDING.test(file);

export const folderOf = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

export const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

export const isFolderPage = (path: string) => INDEX_NAMES.includes(nameOf(path));

/** The pages that may stand for a folder; the empty path is the space itself. */
export const folderPages = (folder: string) =>
  INDEX_NAMES.map((name) => (folder ? `${folder}/${name}` : name));

/**
 * Reads a link as a file would mean it: relative to the folder of the page it stands in, with or
 * without the Markdown ending; a folder means its README or index. Null for an address that is
 * the portal's, not a page's.
 */
export function linkedPlace(target: string, from: PageAddress): LinkedPlace | null {
  const [, written = '', rawFragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(target) ?? [];
  const fragment = rawFragment || null;
  const rooted = /^\/wiki\/([^/]+)(?:\/(.*))?$/.exec(written);
  if (rooted?.[1]) {
    const path = rooted[2] ?? '';
    return { spaceSlug: decoded(rooted[1]), candidates: candidatesFor(decoded(path)), fragment };
  }
  if (written.startsWith('/') && !MARKDOWN_ENDING.test(written)) return null;
  const path = joined(written.startsWith('/') ? '' : folderOf(from.path), decoded(written));
  return {
    spaceSlug: from.spaceSlug,
    candidates: path === null ? [] : candidatesFor(path),
    fragment,
  };
}

/** Resolves links against the pages that are known to exist, by `pageKey`. */
export function linkResolver(from: PageAddress, pageIds: ReadonlyMap<string, string>): ResolveLink {
  return (target): LinkResolution | null => {
    const place = linkedPlace(target, from);
    if (!place) return null;
    const { spaceSlug, candidates, fragment } = place;
    const found = candidates.find((path) => pageIds.has(pageKey({ spaceSlug, path })));
    const path = found ?? candidates[0];
    const href = path ? pageHref({ spaceSlug, path }) : spaceHref(spaceSlug);
    return {
      href: fragment ? `${href}#${fragment}` : href,
      pageId: found ? (pageIds.get(pageKey({ spaceSlug, path: found })) ?? null) : null,
      fragment,
      isBroken: found === undefined,
    };
  };
}

export const pageKey = ({ spaceSlug, path }: PageAddress) => `${spaceSlug}/${path}`;

function candidatesFor(path: string): string[] {
  const isFolder = path === '' || path.endsWith('/');
  const trimmed = path.replace(/\/+$/, '');
  if (MARKDOWN_ENDING.test(trimmed)) return [pathOfFile(trimmed)];
  if (!trimmed) return folderPages('');
  return isFolder ? [...folderPages(trimmed), trimmed] : [trimmed, ...folderPages(trimmed)];
}

/** Follows `.` and `..` from a folder; null where they lead out of the space. */
function joined(folder: string, relative: string): string | null {
  const segments = folder ? folder.split('/') : [];
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  const path = segments.join('/');
  return path && /(?:^|\/)(?:\.{1,2})?$/.test(relative) ? `${path}/` : path;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
