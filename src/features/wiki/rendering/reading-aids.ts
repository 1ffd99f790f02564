import type { Element, Root } from 'hast';
import { SKIP, visitElements } from './walking';

/**
 * What makes an article usable on every screen and without a mouse: wide tables and code scroll
 * on their own and take the focus for it, and the boxes of a task list say what they mean.
 */
export function addReadingAids(root: Root): void {
  visitElements(root, (node, index, parent) => {
    if (node.tagName === 'pre') node.properties.tabIndex = 0;
    if (node.tagName === 'input') {
      node.properties.ariaLabel = node.properties.checked ? 'Done' : 'To do';
    }
    if (node.tagName === 'table') {
      nameEmptyHeaders(node);
      parent.children[index] = scrolling(node);
      return SKIP;
    }
  });
}

function scrolling(table: Element): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['table-scroll'], role: 'group', ariaLabel: 'Table', tabIndex: 0 },
    children: [table],
  };
}

/** A header cell without text heads nothing: the corner of a table is a plain cell. */
function nameEmptyHeaders(table: Element): void {
  visitElements(table, (cell) => {
    if (cell.tagName === 'pre') cell.properties.tabIndex = 0;
    if (cell.tagName === 'th' && cell.children.length === 0) cell.tagName = 'td';
  });
}
