import { slug } from 'github-slugger';
import type { LinkResolution, ResolveLink } from './rendering/links';

/** A page by its address: the space's slug and the path within the space. */
export type PageAddress = { spaceSlug: string; path: string };

/** Where a written link points, before it is known whether a page is there. */
export type LinkedPlace = {
  spaceSlug: string;
  /** Paths that would answer to the link, best first. */
  candidates: string[];
  fragment: string | null;
  /** For `[[wiki links]]`: pages of other spaces, and the title that is meant if no address fits. */
  elsewhere?: PageAddress[];
  title?: string;
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

/** What is found at a folder's address, best first. */
export const pagesForFolder = (folder: string) => [folder, ...folderPages(folder)];

/** The folders around an address, outermost first. */
export function ancestorsOf(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder; folder = folderOf(folder)) folders.unshift(folder);
  return folders;
}

/**
 * Reads a link as a file would mean it: relative to the folder of the page it stands in, with or
 * without the Markdown ending; a folder means its README or index. Null for an address that is
 * the portal's, not a page's.
 */
export function linkedPlace(target: string, from: PageAddress): LinkedPlace | null {
  if (target.startsWith('[[')) return wikiLinkedPlace(target.slice(2, -2), from);
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

/**
 * Reads `[[…]]`: a path from the page's folder or from the top of its space, `space/path`, or the
 * title of a page; behind `#` a heading, as it is written or as it is addressed.
 */
function wikiLinkedPlace(written: string, from: PageAddress): LinkedPlace {
  const [, name = '', heading = ''] = /^([^#]*)(?:#(.*))?$/s.exec(written) ?? [];
  const path = name
    .trim()
    .normalize('NFC')
    .replace(/^\/(?:wiki\/)?/, '');
  const fragment = slug(heading.trim()) || null;
  if (!path) return { spaceSlug: from.spaceSlug, candidates: [from.path], fragment };
  const near = joined(folderOf(from.path), path);
  const [, spaceSlug, rest] = /^([^/]+)\/(.+)$/.exec(path) ?? [];
  return {
    spaceSlug: from.spaceSlug,
    candidates: [...new Set([...(near ? candidatesFor(near) : []), ...candidatesFor(path)])],
    fragment,
    elsewhere: spaceSlug && rest ? candidatesFor(rest).map((at) => ({ spaceSlug, path: at })) : [],
    title: path,
  };
}

/** How a title is compared: nobody minds its capitals. */
export const titleKey = (title: string) => title.trim().toLowerCase();

/**
 * Resolves links against the pages that are known to exist, by `pageKey`.
 * @param titles pages by `titleKey`, for wiki links that name a title
 */
export function linkResolver(
  from: PageAddress,
  pageIds: ReadonlyMap<string, string>,
  titles: ReadonlyMap<string, PageAddress> = new Map(),
): ResolveLink {
  return (target): LinkResolution | null => {
    const place = linkedPlace(target, from);
    if (!place) return null;
    const found = foundAt(place, pageIds, titles);
    const [path] = place.candidates;
    const meant = found ?? (path ? { spaceSlug: place.spaceSlug, path } : null);
    const href = meant ? pageHref(meant) : spaceHref(place.spaceSlug);
    return {
      href: place.fragment ? `${href}#${place.fragment}` : href,
      pageId: found ? (pageIds.get(pageKey(found)) ?? null) : null,
      fragment: place.fragment,
      isBroken: found === null,
    };
  };
}

/** The first page that answers to a link. */
export function foundAt(
  { spaceSlug, candidates, elsewhere = [], title }: LinkedPlace,
  pageIds: ReadonlyMap<string, string>,
  titles: ReadonlyMap<string, PageAddress>,
): PageAddress | null {
  const addresses = [...candidates.map((path) => ({ spaceSlug, path })), ...elsewhere];
  const found = addresses.find((address) => pageIds.has(pageKey(address)));
  return found ?? (title ? titles.get(titleKey(title)) : null) ?? null;
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

/**
 * An address as it is meant: what stands for another sign is that sign. One letter may also be written
 * as two, such as a U and its dots: it is the same address.
 */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}

/** Where a page, or a whole space, is taken along from. */
export const exportHref = ({ spaceSlug, path }: { spaceSlug: string; path?: string }) =>
  `/wiki-export/${encodeURIComponent(spaceSlug)}${path ? `/${encodePath(path)}` : ''}`;

/** What lies in a folder, also in one whose own page is at its address. */
export const folderHref = ({ spaceSlug, path }: PageAddress) =>
  path ? `/wiki-folder/${encodeURIComponent(spaceSlug)}/${encodePath(path)}` : spaceHref(spaceSlug);

/** Another room of a page or folder, such as its history: its address with the room in front. */
export const roomHref = (room: `wiki-${string}`, page: PageAddress) =>
  pageHref(page).replace(/^\/wiki\//, `/${room}/`);
