import type { Element, ElementContent, Root } from 'hast';
import { element } from '../elements';
import { visitElements } from '../walking';
import { type Bundle, type Cell, readNotebook } from './format';
import { contentOf, outputElements, pictureAddress, type Readers } from './outputs';

export const NOTEBOOK_MAX = 12_000_000;
const CELLS_MAX = 400;
const CELL_SOURCE_MAX = 40_000;
/** Characters of results after which the rest of a notebook is only counted. */
const SHOWN_MAX = 6_000_000;

/** A notebook as a part of an article; one that cannot be read is a sentence. */
export function notebookElement(source: string, readers: Readers): Element {
  if (source.length > NOTEBOOK_MAX) {
    return sentence('This notebook is too large to be shown. Download it to read it.');
  }
  const notebook = readNotebook(source);
  if ('fault' in notebook) return sentence(notebook.fault);
  const parts: ElementContent[] = [];
  let shown = 0;
  for (const [index, cell] of notebook.cells.entries()) {
    if (index >= CELLS_MAX || shown > SHOWN_MAX) {
      const left = notebook.cells.length - index;
      parts.push(sentence(`${left} more ${left === 1 ? 'cell is' : 'cells are'} left out.`));
      break;
    }
    shown += JSON.stringify(cell).length;
    parts.push(cellElement(cell, notebook.language, readers));
  }
  return element('div', { className: ['notebook'] }, ...parts);
}

const sentence = (text: string) => element('p', { className: ['notebook-withheld'] }, text);

function cellElement(cell: Cell, language: string, readers: Readers): Element {
  if (cell.source.length > CELL_SOURCE_MAX) {
    return sentence('A cell is left out: it is too long to be shown.');
  }
  if (cell.kind === 'markdown') {
    const tree = readers.markdown(cell.source);
    showAttachments(tree, cell.attachments);
    return element('div', { className: ['notebook-text'] }, ...contentOf(tree));
  }
  if (cell.kind === 'raw') {
    return element('pre', { className: ['notebook-raw'] }, cell.source);
  }
  const count = cell.count ?? ' ';
  const name = cell.count === null ? 'a cell' : `cell ${cell.count}`;
  const outputs = cell.outputs.flatMap((output) => outputElements(output, readers, name));
  return element(
    'div',
    { className: ['notebook-cell'] },
    element('span', { className: ['notebook-count'] }, `In [${count}]`),
    element('pre', {}, element('code', { className: [`language-${language}`] }, cell.source)),
    ...(outputs.length > 0
      ? [element('div', { className: ['notebook-outputs'] }, ...outputs)]
      : []),
  );
}

/** Pictures that a notebook carries in itself: `attachment:loss.png`. */
function showAttachments(tree: Root, attachments: Record<string, Bundle>): void {
  visitElements(tree, (image) => {
    if (image.tagName !== 'img') return;
    const { properties } = image;
    const [, name] = /^attachment:(.+)$/.exec(String(properties.src)) ?? [];
    const bundle = name && Object.hasOwn(attachments, name) ? attachments[name] : undefined;
    const src = bundle ? pictureAddress(bundle) : null;
    if (src) Object.assign(properties, { src, loading: 'lazy' });
  });
}
