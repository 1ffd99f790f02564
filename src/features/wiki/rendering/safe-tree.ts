import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { EXIT, visit } from 'unist-util-visit';
import { refuseTooDeep } from './depth';
import { liftFormulas } from './math/formulas';
import { mathSyntax } from './math/math-syntax';
import { safeHtml } from './safe-html';
import { wikiSyntax } from './syntax/wiki-syntax';

const toTree = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .use(mathSyntax)
  .use(wikiSyntax)
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
  .freeze();
const readHtml = unified().use(rehypeRaw).freeze();
const sanitise = unified().use(rehypeSanitize, safeHtml).freeze();

/** Markdown as a tree in which nothing of an author's can act. */
export function safeTree(markdown: string): Root {
  const tree = refuseTooDeep(toTree.runSync(toTree.parse(markdown)) as Root);
  // Reading HTML costs a tenth of the whole, and most pages hold none.
  const whole = holdsHtml(tree) ? (readHtml.runSync(tree) as Root) : tree;
  const safe = sanitise.runSync(refuseTooDeep(whole)) as Root;
  liftFormulas(safe, markdown);
  return safe;
}

/** HTML as a tree in which nothing of its author's can act. */
export function safeTreeOfHtml(html: string): Root {
  const tree = { type: 'root', children: [{ type: 'raw', value: html }] } as Root;
  return sanitise.runSync(refuseTooDeep(readHtml.runSync(tree))) as Root;
}

function holdsHtml(tree: Root): boolean {
  let found = false;
  visit(tree, 'raw', () => {
    found = true;
    return EXIT;
  });
  return found;
}
