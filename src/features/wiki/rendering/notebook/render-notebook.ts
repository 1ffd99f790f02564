import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { codeIn, finishCode, languageOf } from '../code/code-blocks';
import { element } from '../elements';
import { placeEmbeds } from '../embeds';
import { replaceImages, resolveLinks } from '../links';
import { finishFormulas } from '../math/formulas';
import { blockTexts } from '../plain-text';
import { addReadingAids } from '../reading-aids';
import { safeTree, safeTreeOfHtml } from '../safe-tree';
import { SKIP, visitElements } from '../walking';
import { WEIGHT_MAX, weightOf } from '../weight';
import { notebookElement } from './cells';
import type { Readers } from './outputs';

const toHtml = unified().use(rehypeStringify).freeze();

/** All the texts of a notebook together may weigh what a page may; the rest of them are shown as they were written. */
function readersOfOne(): Readers {
  let weight = 0;
  const within = (read: (source: string) => Root) => (source: string) => {
    weight += weightOf(source);
    if (weight <= WEIGHT_MAX) return read(source);
    return { type: 'root', children: [element('pre', {}, source)] } satisfies Root;
  };
  return { markdown: within(safeTree), html: within(safeTreeOfHtml) };
}

/**
 * A Jupyter notebook (the text of an `.ipynb` file) as HTML that is safe to put into a page, and its
 * words for search. Pure, and never throws: a file that is malformed, too large or of an old format
 * becomes a sentence. Nothing in it runs: widgets and scripts are named instead. The HTML stands in
 * an element of the class `prose`; its headings begin at the third level and carry no ids.
 */
export function renderNotebook(source: string): { html: string; text: string } {
  const tree: Root = { type: 'root', children: [notebookOr(source)] };
  lowerHeadings(tree);
  resolveLinks(tree, () => null);
  replaceImages(tree);
  const text = blockTexts(tree);
  placeEmbeds(tree);
  finishFormulas(tree);
  finishCode(tree);
  addReadingAids(tree);
  return { html: toHtml.stringify(tree), text };
}

/** Puts notebooks in place of the fences that hold them as text: ```` ```ipynb ````. */
export function showNotebooks(root: Root): Root {
  visitElements(root, (pre, index, parent) => {
    if (pre.tagName !== 'pre') return;
    const code = codeIn(pre);
    if (!code || languageOf(code) !== 'ipynb') return;
    parent.children[index] = notebookOr(textOf(code));
    return SKIP;
  });
  return root;
}

function notebookOr(source: string): Element {
  try {
    return notebookElement(source, readersOfOne());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Nested more deeply than can be laid out.
    return notebookElement('null', readersOfOne());
  }
}

function lowerHeadings(root: Root): void {
  visitElements(root, (node) => {
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level) node.tagName = `h${Math.min(Number(level) + 2, 6)}`;
  });
}
