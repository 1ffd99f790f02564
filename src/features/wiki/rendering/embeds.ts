import type { Element, Root, RootContent } from 'hast';
import { element } from './elements';
import { visitElements } from './walking';

/** Things of the portal whose state a page shows as it is when the page is read. */
export type EmbedKind = 'technique' | 'meetup' | 'working-group' | 'deliverable' | 'file';
export type Embed = { kind: EmbedKind; ref: string };

/** What a reader sees of such a thing. */
export type EmbedCard = {
  href: string;
  /** What it is: "Technique". */
  kicker: string;
  title: string;
  facts: { label: string; value: string }[];
};

const ADDRESSES: [EmbedKind, RegExp][] = [
  ['technique', /^\/techniques\/([a-z0-9-]+)$/],
  ['meetup', /^\/meetups\/([A-Za-z0-9-]+)$/],
  ['deliverable', /^\/working-groups\/([a-z0-9-]+\/deliverables\/[0-9]{1,3})$/],
  ['working-group', /^\/working-groups\/([a-z0-9-]+)$/],
  ['file', /^\/files\/([A-Za-z0-9-]+)\/[^#?|<>"/]+$/],
];

export function embedAt(address: string): Embed | null {
  for (const [kind, form] of ADDRESSES) {
    const ref = form.exec(address)?.[1];
    if (ref) return { kind, ref };
  }
  return null;
}

/**
 * A paragraph that holds nothing but `![[address]]` becomes a place that whoever sends the page
 * fills with what is there then; by itself it is a link.
 */
export function placeEmbeds(root: Root): void {
  visitElements(root, (node, index, parent) => {
    const [only, ...others] = node.children;
    const written = node.tagName === 'p' && others.length === 0 ? embedWritten(only) : null;
    const embed = written && embedAt(written);
    if (embed) {
      parent.children[index] = placeFor(embed, written);
    } else if (embedWritten(node) !== null) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    return undefined;
  });
}

function embedWritten(node: RootContent | undefined): string | null {
  if (node?.type !== 'element' || node.tagName !== 'span') return null;
  const { dataEmbed } = node.properties;
  return typeof dataEmbed === 'string' ? dataEmbed : null;
}

const placeFor = ({ kind, ref }: Embed, address: string): Element =>
  element(
    'div',
    { className: ['embed'], dataEmbed: kind, dataRef: ref },
    element('a', { href: address }, address),
  );

// Written by us alone: the sanitiser lets no author write this class.
const PLACE =
  /<div class="embed" data-embed="([a-z-]+)" data-ref="([^"]*)"><a href="([^"]*)">([^<]*)<\/a><\/div>/g;

/** The things whose state a finished article wants to show. */
export function embedsIn(html: string): Embed[] {
  if (!html.includes('class="embed"')) return [];
  return [...html.matchAll(PLACE)].map(([, kind, ref]) => ({
    kind: kind as EmbedKind,
    ref: unescaped(ref ?? ''),
  }));
}

/** Puts cards into their places; where there is nothing to show, a sentence says so. */
export function fillEmbeds(
  html: string,
  cardOf: (embed: Embed) => EmbedCard | { html: string } | null,
): string {
  return html.replace(PLACE, (_, kind: EmbedKind, ref: string, _href, address: string) => {
    const card = cardOf({ kind, ref: unescaped(ref) });
    if (card && 'html' in card) return card.html;
    if (card) return cardHtml(card);
    return `<p class="embed-missing">There is nothing at ${address} to show here.</p>`;
  });
}

function cardHtml({ href, kicker, title, facts }: EmbedCard): string {
  const lines = facts
    .map(({ label, value }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`)
    .join('');
  return `<aside class="embed-card" aria-label="${escaped(`${kicker}: ${title}`)}"><p class="embed-kicker">${escaped(kicker)}</p><p class="embed-title"><a href="${escaped(href)}">${escaped(title)}</a></p><dl>${lines}</dl></aside>`;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

const unescaped = (text: string) =>
  text.replace(/&#x([\da-f]+);/gi, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
