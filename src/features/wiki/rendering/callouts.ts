import type { Element, Root } from 'hast';
import { element } from './elements';
import { visitElements } from './walking';

const KINDS: Record<string, string> = {
  NOTE: 'Note',
  TIP: 'Tip',
  IMPORTANT: 'Important',
  WARNING: 'Warning',
  CAUTION: 'Caution',
};

const MARK = /^\s*\[!([A-Za-z]+)\][ \t]*([^\n]*)(?:\n|$)/;

/** Quotes that begin with `[!NOTE]` and its like are callouts, as on GitHub; words behind it are its title. */
export function showCallouts(root: Root): Root {
  visitElements(root, (quote, index, parent) => {
    if (quote.tagName !== 'blockquote') return;
    const first = quote.children.find((child): child is Element => child.type === 'element');
    const text = first?.tagName === 'p' ? first.children[0] : undefined;
    if (!first || text?.type !== 'text') return;
    const [mark, word = '', title] = MARK.exec(text.value) ?? [];
    const kind = word.toUpperCase();
    const name = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (mark === undefined || !name) return;
    text.value = text.value.slice(mark.length);
    if (first.children[1]?.type === 'element' && first.children[1].tagName === 'br') {
      first.children.splice(1, 1);
    }
    const isEmpty = first.children.length === 1 && text.value.trim() === '';
    quote.children = quote.children.filter((child) => !(isEmpty && child === first));
    const heading = element('p', { className: ['callout-title'] }, title?.trim() || name);
    parent.children[index] = element(
      'div',
      { className: ['callout', `callout-${kind.toLowerCase()}`], role: 'note', ariaLabel: name },
      heading,
      ...quote.children,
    );
  });
  return root;
}
