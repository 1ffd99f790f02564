import { readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { sharedData } from '../../../../tests/support/shared-data';
import { renderMarkdown } from './render-markdown';

type Example = { markdown: string; html: string };

const data = sharedData('markdown-conformance');
const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const writer = unified().use(rehypeStringify).freeze();

const HTML_LEFT_OUT = 'HTML that is not on our list, or is left open, is taken out or closed';
const ACTIVE = 'scripts and styles are taken out, with their text';
const COMMENTS = 'comments, instructions and declarations are taken out';
const PICTURES = 'a picture that the portal does not hold is told by its description';
const ADDRESSES = 'addresses that are neither the web’s nor mail’s lead nowhere';
const FRONT_MATTER = 'lines between two --- at the very start are front matter';
const LINKS = 'addresses in running text are links, as GitHub has it';
const NEWER = 'CommonMark 0.31 reads comments otherwise than the version GitHub describes';

/**
 * The examples of the specifications that our pages show otherwise, by their number (counted from
 * 1), each with the reason. Whatever else differs is an error, and so is one that differs no more.
 */
const COMMONMARK: Record<string, number[]> = {
  [HTML_LEFT_OUT]: [
    21, 31, 150, 152, 153, 154, 163, 164, 169, 187, 201, 344, 476, 477, 491, 494, 524, 536, 613,
    614, 615, 616, 617, 630, 631, 642, 643,
  ],
  [ACTIVE]: [170, 171, 172, 173, 176, 178],
  [COMMENTS]: [177, 179, 180, 182, 183, 308, 309, 625, 626, 627, 628, 629],
  [PICTURES]: [
    475, 517, 520, 531, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586,
    587, 588, 589, 591,
  ],
  [ADDRESSES]: [500, 596, 597, 598, 599, 601],
  [FRONT_MATTER]: [96, 98],
  [LINKS]: [602, 606, 608, 611, 612],
};
const GFM: Record<string, number[]> = {
  [HTML_LEFT_OUT]: [
    120, 122, 123, 124, 133, 134, 139, 156, 170, 317, 327, 354, 485, 486, 500, 503, 532, 544, 632,
    633, 634, 635, 636, 650, 651, 653, 663, 664,
  ],
  [ACTIVE]: [140, 141, 142, 145, 147],
  [COMMENTS]: [146, 148, 149, 151, 152, 288, 289, 644, 647, 648, 649],
  [PICTURES]: [
    484, 525, 528, 539, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589, 590, 591, 592, 593, 594,
    595, 596, 597, 599,
  ],
  [ADDRESSES]: [508, 604, 605, 606, 607, 609, 628],
  [FRONT_MATTER]: [66, 68],
  [LINKS]: [610, 614, 616, 619, 620],
  [NEWER]: [645, 646],
};

describe.skipIf(!data)('Markdown by the book', () => {
  it.each([
    ['CommonMark 0.31', 'commonmark-0.31.json', 652, COMMONMARK],
    ['GitHub Flavored Markdown', 'gfm-spec.json', 673, GFM],
  ])('%s: every example but those that are listed', (_, file, count, exceptions) => {
    const examples = JSON.parse(readFileSync(`${data}/${file}`, 'utf8')) as Example[];
    expect(examples).toHaveLength(count);
    const different = examples.flatMap(({ markdown, html }, index) =>
      ours(markdown) === byTheBook(html) ? [] : [index + 1],
    );
    expect(different).toEqual(
      Object.values(exceptions)
        .flat()
        .toSorted((a, b) => a - b),
    );
  });
});

/** Our page, without what every page of ours has: headings with addresses, code that takes the focus. */
function ours(markdown: string): string {
  const tree = parser.parse(renderMarkdown(markdown, { title: 'Another title' }).html) as Root;
  visit(tree, 'element', (node, index, parent) => {
    const { className } = node.properties;
    const is = (name: string) => Array.isArray(className) && className.includes(name);
    if (is('heading-anchor') && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (is('table-scroll') && parent && index !== undefined) {
      parent.children[index] = node.children[0] as Element;
      return [SKIP, index];
    }
    if (/^h[1-6]$/.test(node.tagName)) delete node.properties.id;
    if (is('contains-task-list') || is('task-list-item')) delete node.properties.className;
    delete node.properties.tabIndex;
    delete node.properties.ariaLabel;
    return undefined;
  });
  return canonical(tree);
}

/** The book’s HTML. A page has one heading of the first level, its title, so others are of the second. */
function byTheBook(html: string): string {
  const tree = parser.parse(html) as Root;
  visit(tree, { type: 'element', tagName: 'h1' }, (node) => {
    (node as Element).tagName = 'h2';
  });
  return canonical(tree);
}

/** Blanks between blocks and the order of attributes mean nothing. */
function canonical(tree: Root): string {
  visit(tree, 'element', (node) => {
    node.properties = Object.fromEntries(
      Object.entries(node.properties).toSorted(([a], [b]) => a.localeCompare(b)),
    );
  });
  return writer
    .stringify(tree)
    .replace(
      /\s+(?=<\/?(?:p|ul|ol|li|blockquote|pre|h\d|hr|table|thead|tbody|tr|th|td|div)\b)/g,
      '',
    )
    .replace(
      /(<\/?(?:p|ul|ol|li|blockquote|h\d|hr|table|thead|tbody|tr|th|td|div)\b[^>]*>)\s+/g,
      '$1',
    )
    .trim();
}
