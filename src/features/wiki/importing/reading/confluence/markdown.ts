import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Root as MarkdownRoot } from 'mdast';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

type Rewrite = (address: string) => string | null;

const toMarkdown = unified()
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', fences: true, rule: '-' })
  .freeze();

/** What of Confluence's own boxes GitHub's callouts say. */
const CALLOUTS: Record<string, string> = {
  information: 'NOTE',
  tip: 'TIP',
  note: 'IMPORTANT',
  warning: 'WARNING',
};

/** The content of a page as Markdown, its addresses rewritten. */
export function markdownOf(content: Element, rewrite: Rewrite): string {
  const root: Root = { type: 'root', children: content.children };
  visit(root, 'element', (node, index, parent) => {
    const classes = classesOf(node);
    if (parent && index !== undefined && isLeftOut(node, classes)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    rewriteAddresses(node, rewrite);
    if (node.tagName === 'pre') makeCode(node);
    else if (classes.includes('confluence-information-macro')) makeCallout(node, classes);
    else if (classes.includes('inline-task-list')) makeTasks(node);
  });
  // What begins a callout must not be written as if a bracket had to be hidden.
  const tree = toMarkdown.runSync(root);
  closeUp(tree);
  const text = toMarkdown.stringify(tree);
  return text.replace(/^> \\\[!([A-Z]+)\]/gm, '> [!$1]');
}

/** Lists of single lines are written without empty lines between them. */
function closeUp(tree: MarkdownRoot) {
  visit(tree, 'list', (list) => {
    const isPlain = list.children.every(({ children: [, ...rest] }) =>
      rest.every(({ type }) => type === 'list'),
    );
    if (!isPlain) return;
    list.spread = false;
    for (const item of list.children) item.spread = false;
  });
}

const classesOf = ({ properties }: Element) =>
  Array.isArray(properties.className) ? properties.className.map(String) : [];

/** The list of contents the portal makes itself; icons and scripts say nothing. */
const isLeftOut = ({ tagName }: Element, classes: readonly string[]) =>
  ['script', 'style'].includes(tagName) ||
  classes.some((name) => name === 'toc-macro' || name === 'aui-icon' || name.startsWith('rbtoc'));

function rewriteAddresses({ tagName, properties }: Element, rewrite: Rewrite) {
  const name = tagName === 'a' ? 'href' : tagName === 'img' ? 'src' : null;
  if (!name || typeof properties[name] !== 'string') return;
  if (tagName === 'img') {
    const alias = properties.dataLinkedResourceDefaultAlias;
    if (!properties.alt && typeof alias === 'string') properties.alt = alias;
  }
  const written = rewrite(properties[name]);
  if (written !== null) properties[name] = written;
}

function makeCode(pre: Element) {
  const parameters = String(pre.properties.dataSyntaxhighlighterParams ?? '');
  const language = /brush:\s*([\w+#-]+)/.exec(parameters)?.[1];
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: language && language !== 'plain' ? { className: [`language-${language}`] } : {},
    children: [{ type: 'text', value: textOf(pre) }],
  };
  pre.children = [code];
}

function makeCallout(box: Element, classes: readonly string[]) {
  const name = classes
    .map((one) => /^confluence-information-macro-(\w+)$/.exec(one)?.[1])
    .find((one) => one && one in CALLOUTS);
  const mark = `[!${CALLOUTS[name ?? 'information']}]`;
  box.tagName = 'blockquote';
  box.properties = {};
  box.children = [paragraph(mark), ...box.children];
}

const paragraph = (value: string): ElementContent => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children: [{ type: 'text', value }],
});

function makeTasks(list: Element) {
  for (const item of list.children) {
    if (item.type !== 'element' || item.tagName !== 'li') continue;
    const checked = classesOf(item).includes('checked');
    const box: Element = {
      type: 'element',
      tagName: 'input',
      properties: { type: 'checkbox', checked },
      children: [],
    };
    item.children = [
      { type: 'element', tagName: 'p', properties: {}, children: [box, ...item.children] },
    ];
  }
}
