import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visitElements } from './walking';

export type Heading = { depth: 2 | 3; id: string; text: string };

/** Names that elements of the portal around an article already bear. */
export const TAKEN_IDS = ['content', 'on-this-page', 'linked-from', 'portal-search'];

const OWN_ID = /\s*\{#([A-Za-z][\w-]*)\}\s*$/;
const DEEPEST_IN_CONTENTS = 3;

/** The text of the heading of level one that an article begins with. */
export function firstHeading(root: Root): string | null {
  const first = root.children.find(({ type }) => type === 'element');
  if (first?.type !== 'element' || first.tagName !== 'h1') return null;
  return singleLine(textOf(first).replace(OWN_ID, '')) || null;
}

/**
 * Takes the heading of level one off the start of an article when it is the page's title, which
 * the page shows itself; without a known title, the heading is the title.
 */
export function liftTitle(root: Root, knownTitle: string | null): string | null {
  const heading = firstHeading(root);
  if (!heading || (knownTitle !== null && singleLine(knownTitle) !== heading)) return null;
  root.children.splice(
    root.children.findIndex(({ type }) => type === 'element'),
    1,
  );
  return heading;
}

/**
 * Gives each heading the id that GitHub would give it, or the one written behind it as `{#id}`,
 * with a link to itself. A page has one first-level heading, its title, so others become second.
 */
export function markHeadings(root: Root, title: string | null): Heading[] {
  const slugger = new GithubSlugger();
  for (const id of TAKEN_IDS) slugger.slug(id);
  // The title is the first heading there was, so that a later one of the same words is numbered.
  if (title) slugger.slug(title);
  const headings: Heading[] = [];
  visitElements(root, (node) => {
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (!level || isHidden(node)) return;
    const depth = Math.max(Number(level), 2);
    node.tagName = `h${depth}`;
    const ownId = takeOwnId(node);
    const text = singleLine(textOf(node));
    const id = slugger.slug(ownId ?? (text || 'section'), ownId !== null);
    node.properties.id = id;
    node.children.push(anchorTo(id));
    if (text && depth <= DEEPEST_IN_CONTENTS) headings.push({ depth: depth as 2 | 3, id, text });
  });
  return headings;
}

// The heading that footnotes bring along, for those who hear the page.
function isHidden({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('sr-only');
}

function takeOwnId(heading: Element): string | null {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return null;
  const id = OWN_ID.exec(last.value)?.[1];
  if (!id) return null;
  last.value = last.value.replace(OWN_ID, '');
  return id;
}

// For the mouse only: with the keyboard the table of contents leads to the same addresses.
function anchorTo(id: string): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['heading-anchor'], href: `#${id}`, ariaHidden: 'true', tabIndex: -1 },
    children: [],
  };
}

function singleLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
