import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Preset, unified } from 'unified';
import { refuseTooDeep } from './depth';
import { liftFormulas } from './math/formulas';
import { mathSyntax } from './math/math-syntax';
import { safeHtml } from './safe-html';
import {
  mayHoldAddress,
  mayHoldMail,
  withoutAddresses,
  withoutMail,
} from './syntax/literal-addresses';
import { wikiSyntax } from './syntax/wiki-syntax';
import { visitParts } from './walking';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();
const finish: Preset = {
  plugins: [
    mathSyntax,
    wikiSyntax,
    [remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' }],
  ],
};
const toTree = parser().use(finish).freeze();
const toTreeWithoutMail = parser().use(withoutMail).use(finish).freeze();
const toTreeWithoutAddresses = parser().use(withoutAddresses).use(finish).freeze();
const readHtml = unified().use(rehypeRaw).freeze();
const sanitise = unified().use(rehypeSanitize, safeHtml).freeze();

/** Markdown as a tree in which nothing of an author's can act. */
export function safeTree(markdown: string): Root {
  const processor = processorFor(markdown);
  const tree = refuseTooDeep(processor.runSync(processor.parse(markdown)) as Root);
  // Reading HTML costs a tenth of the whole, and most pages hold none.
  const whole = holdsHtml(tree) ? (readHtml.runSync(tree) as Root) : tree;
  const safe = sanitise.runSync(refuseTooDeep(whole)) as Root;
  liftFormulas(safe, markdown);
  return safe;
}

function processorFor(markdown: string) {
  if (mayHoldMail(markdown)) return toTree;
  return mayHoldAddress(markdown) ? toTreeWithoutMail : toTreeWithoutAddresses;
}

/** HTML as a tree in which nothing of its author's can act. */
export function safeTreeOfHtml(html: string): Root {
  const tree = { type: 'root', children: [{ type: 'raw', value: html }] } as Root;
  return sanitise.runSync(refuseTooDeep(readHtml.runSync(tree))) as Root;
}

function holdsHtml(tree: Root): boolean {
  let found = false;
  visitParts(tree, ({ type }) => {
    found ||= type === 'raw';
  });
  return found;
}
