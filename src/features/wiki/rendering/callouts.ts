import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { element } from './elements';

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
  visit(root, { type: 'element', tagName: 'blockquote' }, (node, index, parent) => {
    const quote = node as Element;
    const first = quote.children.find((child): child is Element => child.type === 'element');
    const text = first?.tagName === 'p' ? first.children[0] : undefined;
    if (!first || text?.type !== 'text' || !parent || index === undefined) return;
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
