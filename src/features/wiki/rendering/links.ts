import { slug } from 'github-slugger';
import type { Element, Root } from 'hast';
import { TAKEN_IDS } from './headings';
import { SKIP, visitElements } from './walking';

/** Where an address written in a page leads to. */
export type LinkResolution = {
  href: string;
  /** The page that answers to it; null while none does, and for other places in the portal. */
  pageId: string | null;
  fragment: string | null;
  isBroken: boolean;
};

/** Null for an address that is none of a page's: it stays as it was written. */
export type ResolveLink = (target: string) => LinkResolution | null;

export type PageLink = LinkResolution & { target: string };

const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

/** Addresses in an article that may lead to pages: each once, as written. */
export function linkTargets(root: Root): string[] {
  const targets = new Set<string>();
  visitElements(root, (node) => {
    const target = targetOf(node);
    if (target !== null) targets.add(target);
  });
  return [...targets];
}

/** Points every link between pages to the portal's own address of that page. */
export function resolveLinks(root: Root, resolveLink: ResolveLink): PageLink[] {
  const links: PageLink[] = [];
  visitElements(root, (node, index, parent) => {
    const target = targetOf(node);
    if (target === null) return;
    const resolution = resolveLink(target);
    const { dataWritten } = node.properties;
    delete node.properties.dataWiki;
    delete node.properties.dataWritten;
    if (!resolution && typeof dataWritten === 'string') {
      // Where nobody knows what wiki links mean, they stay as they were written.
      parent.children[index] = { type: 'text', value: dataWritten };
    }
    if (!resolution) return;
    node.properties.href = resolution.href;
    if (resolution.isBroken) markBroken(node);
    links.push({ target, ...resolution });
  });
  return links;
}

/** The address of a link that may lead to a page, or a wiki link as `[[target]]`. */
function targetOf({ tagName, properties: { href, dataWiki } }: Element): string | null {
  if (tagName !== 'a') return null;
  if (typeof dataWiki === 'string') return `[[${dataWiki}]]`;
  return typeof href === 'string' && !ELSEWHERE.test(href) ? href : null;
}

function markBroken(link: Element) {
  link.properties.className = ['broken-link'];
  link.properties.title = 'There is no such page yet';
}

/**
 * Points links within the page to what is there: the title, a heading under its id, or something
 * that the author named, which the sanitiser has given a prefix.
 * @returns the fragments that lead nowhere
 */
export function resolveFragments(root: Root, title: string | null): string[] {
  const ids = new Set<string>();
  const links: Element[] = [];
  visitElements(root, (node) => {
    const { id, name, href } = node.properties;
    for (const mark of [id, name]) if (typeof mark === 'string') ids.add(mark);
    if (typeof href === 'string' && href.startsWith('#') && href.length > 1) links.push(node);
  });
  const lost: string[] = [];
  for (const link of links) {
    const written = decoded(String(link.properties.href).slice(1));
    const place = candidatesFor(written).find((id) => ids.has(id));
    if (place) link.properties.href = `#${encodeURIComponent(place)}`;
    else if (title && written.toLowerCase() === slug(title)) link.properties.href = '#top';
    else lost.push(`#${written}`);
  }
  return lost;
}

function candidatesFor(fragment: string): string[] {
  const id = fragment.toLowerCase();
  const own = TAKEN_IDS.includes(id) ? [`${id}-1`] : [fragment, id];
  return [...own, `user-content-${fragment}`];
}

/** Files that the portal holds, and pictures that a notebook carries in itself. */
const OWN_PICTURE = /^(?:\/files\/|data:image\/)/;

/**
 * Replaces pictures that the portal does not hold by their description. It shows none from other
 * hosts, which would learn who reads what: one on the web becomes a link to it.
 * @returns the addresses of those that lie on no host, as written
 */
export function replaceImages(root: Root): string[] {
  const missing: string[] = [];
  const insideLinks = imagesInsideLinks(root);
  visitElements(root, (node, index, parent) => {
    if (node.tagName !== 'img') return;
    const { src, alt } = node.properties;
    if (typeof src === 'string' && OWN_PICTURE.test(src)) {
      node.properties.loading = 'lazy';
      return;
    }
    const description = typeof alt === 'string' ? alt.trim() : '';
    const isOnTheWeb = typeof src === 'string' && src.startsWith('https:');
    if (typeof src === 'string' && !isOnTheWeb) missing.push(src);
    parent.children[index] =
      isOnTheWeb && !insideLinks.has(node)
        ? replacement('a', { href: src }, description || src)
        : replacement('span', {}, description || 'picture');
    return SKIP;
  });
  return missing;
}

function imagesInsideLinks(root: Root): Set<Element> {
  const images = new Set<Element>();
  visitElements(root, (link) => {
    if (link.tagName !== 'a') return;
    visitElements(link, (image) => {
      if (image.tagName !== 'img') return;
      images.add(image);
    });
    return SKIP;
  });
  return images;
}

function replacement(
  tagName: 'a' | 'span',
  properties: Element['properties'],
  text: string,
): Element {
  return {
    type: 'element',
    tagName,
    properties: { ...properties, className: ['missing-image'] },
    children: [{ type: 'text', value: text }],
  };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
