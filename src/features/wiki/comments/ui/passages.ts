import type { Passage, Place } from '../anchoring';
import { CONTEXT_LENGTH, QUOTE_MAX } from '../limits';

const NAME = 'commented';
const QUOTE_MIN = 2;

export const articleShown = () => document.querySelector<HTMLElement>('.wiki-page > article');

/** The headings that a comment can be about. */
export const sectionsShown = () =>
  [...(articleShown()?.querySelectorAll<HTMLElement>('h2[id], h3[id]') ?? [])].map((heading) => ({
    value: heading.id,
    label: heading.textContent?.trim() ?? '',
  }));

/** The words of a selection within the article, and what stands around them. */
export function passageOf(article: HTMLElement, range: Range): Passage | null {
  const text = article.textContent ?? '';
  const before = document.createRange();
  before.selectNodeContents(article);
  before.setEnd(range.startContainer, range.startOffset);
  const chosen = range.toString();
  const blank = chosen.length - chosen.trimStart().length;
  const start = before.toString().length + blank;
  const quote = chosen.trim().slice(0, QUOTE_MAX);
  if (quote.length < QUOTE_MIN) return null;
  const end = start + quote.length;
  return {
    quote,
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
    position: start,
  };
}

/** Marks the passages that are talked of, without touching the article; where a browser cannot, they are listed all the same. */
export function highlightPlaces(places: Place[]): () => void {
  const article = articleShown();
  if (!article || places.length === 0 || typeof CSS === 'undefined' || !('highlights' in CSS)) {
    return () => {};
  }
  const mark = () => {
    const ranges = places.flatMap((place) => rangeAt(article, place) ?? []);
    CSS.highlights.set(NAME, new Highlight(...ranges));
  };
  mark();
  // After a move within the portal the article arrives later than this.
  const arrival = new MutationObserver(mark);
  arrival.observe(article, { childList: true });
  return () => {
    arrival.disconnect();
    CSS.highlights.delete(NAME);
  };
}

function rangeAt(article: HTMLElement, { start, end }: Place): Range | null {
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let at = 0;
  let hasStart = false;
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    const length = node.nodeValue?.length ?? 0;
    if (!hasStart && start < at + length) {
      range.setStart(node, start - at);
      hasStart = true;
    }
    if (hasStart && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return null;
}
