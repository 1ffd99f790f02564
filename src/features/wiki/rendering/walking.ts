import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';

/** The parts within this one are passed over. */
export const SKIP = 'skip';

type Part = RootContent | ElementContent;
/** Nothing, or where among its siblings to go on. */
type Next = typeof SKIP | number | [typeof SKIP, number] | undefined;
type Place<Node> = [node: Node, index: number, parent: Root | Element];
type Visitor<Node> = ((...place: Place<Node>) => Next) | ((...place: Place<Node>) => void);

/**
 * Comes by every part of an article in the order of reading, each before the parts within it. As
 * `unist-util-visit` does it, which names a function for each node on the way: a quarter of what
 * rendering a page took.
 */
export function visitParts(root: Nodes, visitor: Visitor<Part>): void {
  if (root.type !== 'root' && root.type !== 'element') return;
  for (let index = 0; index < root.children.length; ) {
    const part = root.children[index] as Part;
    const next = visitor(part, index, root);
    const isSkipped = next === SKIP || Array.isArray(next);
    if (!isSkipped && part.type === 'element') visitParts(part, visitor);
    const place = Array.isArray(next) ? next[1] : next;
    index = typeof place === 'number' ? place : index + 1;
  }
}

/** The same for elements alone. */
export function visitElements(root: Nodes, visitor: Visitor<Element>): void {
  visitParts(root, (part, index, parent) =>
    part.type === 'element' ? visitor(part, index, parent) : undefined,
  );
}
