import type { ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { element } from '../elements';
import { visitElements } from '../walking';
import { ansiToElements } from './ansi';
import { type Bundle, joined, type Output } from './format';

/** Characters of one output that are shown. */
const OUTPUT_MAX = 20_000;
const IMAGE_MAX = 2_000_000;

/** How the page around a notebook reads what authors wrote; the result is safe. */
export type Readers = {
  markdown: (source: string) => Root;
  html: (source: string) => Root;
};

/** What a cell put out, as it may be shown: nothing of it runs. */
export function outputElements(output: Output, readers: Readers, name: string): ElementContent[] {
  if (output.kind === 'stream') {
    const className = ['notebook-stream', ...(output.isError ? ['notebook-stderr'] : [])];
    return [element('pre', { className }, ...terminal(output.text))];
  }
  if (output.kind === 'error') {
    const text = output.traceback || `${output.name}: ${output.message}`;
    return [element('pre', { className: ['notebook-error'] }, ...terminal(text))];
  }
  return dataElements(output.data, readers, name);
}

const terminal = (text: string) => [...ansiToElements(text.slice(0, OUTPUT_MAX)), ...rest(text)];

function rest(text: string): ElementContent[] {
  const left = text.length - OUTPUT_MAX;
  return left > 0 ? [element('em', {}, `\n… ${left} more characters are left out.`)] : [];
}

/** Of the forms in which a result comes, the first that can be shown as it is. */
function dataElements(data: Bundle, readers: Readers, name: string): ElementContent[] {
  const picture = pictureOf(data, `Picture put out by ${name}`);
  if (picture) return [picture];
  const isWidget = Object.keys(data).some((type) => /widget/.test(type));
  for (const type of isWidget ? ['text/html'] : SHOWN) {
    const text = joined(data[type]);
    const shown = text ? textElements(type, text, readers) : [];
    if (shown.length > 0) return shown;
  }
  return withheld(data);
}

const SHOWN = ['text/html', 'text/markdown', 'text/latex', 'text/plain'];

function textElements(type: string, text: string, readers: Readers): ElementContent[] {
  if (type === 'text/plain') {
    return [element('pre', { className: ['notebook-result'] }, ...terminal(text))];
  }
  if (text.length > OUTPUT_MAX * 5) return [];
  if (type === 'text/latex') return latexElements(text, readers);
  const tree = type === 'text/html' ? readers.html(text) : readers.markdown(text);
  return isWorthShowing(tree) ? contentOf(tree) : [];
}

function latexElements(text: string, { markdown }: Readers): ElementContent[] {
  const [, inner] = /^\s*\$\$?([^$]+)\$\$?\s*$/.exec(text) ?? [];
  if (!inner) return contentOf(markdown(text));
  return [element('pre', {}, element('code', { className: ['language-math'] }, inner.trim()))];
}

// What runs has been taken out; of a drawing by script nothing may be left.
function isWorthShowing(tree: Root): boolean {
  let hasPicture = false;
  visitElements(tree, (node) => {
    hasPicture ||= node.tagName === 'img';
  });
  return hasPicture || textOf(tree).trim() !== '';
}

function withheld(data: Bundle): ElementContent[] {
  const types = Object.keys(data);
  if (types.length === 0) return [];
  const what = types.some((type) => /widget/.test(type))
    ? 'An interactive widget'
    : types.some((type) => /javascript|html/.test(type))
      ? 'A drawing made by a script'
      : `A result of the kind ${types.slice(0, 3).join(', ').slice(0, 120)}`;
  return [
    element('p', { className: ['notebook-withheld'] }, `${what} is not shown: nothing runs here.`),
  ];
}

const PICTURES: Record<string, RegExp> = {
  'image/png': /^iVBORw0KGgo/,
  'image/jpeg': /^\/9j\//,
  'image/gif': /^R0lGOD/,
};

/** A picture in a result or an attachment, as data that an image element shows and nothing runs. */
export function pictureOf(data: Bundle, alt: string): ElementContent | null {
  const src = pictureAddress(data);
  return src ? element('img', { src, alt, loading: 'lazy' }) : null;
}

export function pictureAddress(data: Bundle): string | null {
  for (const [type, opening] of Object.entries(PICTURES)) {
    const base64 = joined(data[type]).replace(/\s+/g, '');
    if (base64.length > IMAGE_MAX || !/^[A-Za-z0-9+/]+=*$/.test(base64)) continue;
    if (opening.test(base64)) return `data:${type};base64,${base64}`;
  }
  const svg = joined(data['image/svg+xml']);
  // As an image, a drawing runs no script and fetches nothing.
  if (!svg || svg.length > IMAGE_MAX || !/<svg[\s>]/.test(svg)) return null;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

export const contentOf = (tree: Root): ElementContent[] =>
  tree.children.filter((child): child is ElementContent => child.type !== 'doctype');
