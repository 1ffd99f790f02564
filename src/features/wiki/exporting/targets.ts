import type { Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

type Rewrite = (target: string) => string | null;
type Replacement = { start: number; end: number; text: string };

const HOLDS_TARGETS = /\]\(|\]:|<(?:img|a)\b/i;
const IN_HTML = /(<(?:img|a)\b[^>]*?\b(?:src|href)\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi;

const toTree = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/**
 * Writes other addresses into a text's links and pictures and leaves every other letter as it
 * was, those in samples of code too.
 * @param rewrite the address to write in place of the one that is written, or null to leave it
 */
export function rewriteTargets(markdown: string, rewrite: Rewrite): string {
  if (!HOLDS_TARGETS.test(markdown)) return markdown;
  const replacements: Replacement[] = [];
  const tree = toTree.parse(markdown) as Root;
  visit(tree, (node) => {
    const found = replacementIn(node, markdown, rewrite);
    if (found) replacements.push(...found);
  });
  let text = markdown;
  // Pictures lie within links: from the end to the beginning, places stay true.
  for (const { start, end, text: written } of replacements.toSorted((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + written + text.slice(end);
  }
  return text;
}

/** The addresses that a text's links and pictures lead to, as they are written. */
export function targetsIn(markdown: string): string[] {
  const targets = new Set<string>();
  rewriteTargets(markdown, (target) => {
    targets.add(target);
    return null;
  });
  return [...targets];
}

function replacementIn(node: Nodes, markdown: string, rewrite: Rewrite): Replacement[] | null {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return null;
  const written = markdown.slice(start, end);
  if (node.type === 'html') {
    return [{ start, end, text: inHtml(written, rewrite) }].filter(({ text }) => text !== written);
  }
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return null;
  const text = rewrite(node.url);
  if (text === null) return null;
  const from = destinationFrom(node, start);
  const raw = [node.url, encodeURI(node.url), node.url.replace(/([\\()&_*])/g, '\\$1')].find(
    (candidate) => candidate && written.indexOf(candidate, from) !== -1,
  );
  if (!raw) return null;
  const at = start + written.indexOf(raw, from);
  return [{ start: at, end: at + raw.length, text }];
}

/** Where in what is written the address may begin: after the words of a link, which may repeat it. */
function destinationFrom(node: Nodes, start: number): number {
  if (node.type === 'link') {
    const last = node.children.at(-1)?.position?.end.offset;
    return last === undefined ? 0 : last - start;
  }
  if (node.type === 'image') return (node.alt ?? '').length;
  return node.type === 'definition' ? (node.label ?? '').length : 0;
}

function inHtml(html: string, rewrite: Rewrite): string {
  return html.replace(IN_HTML, (whole, before: string, double?: string, single?: string) => {
    const text = rewrite(double ?? single ?? '');
    const quote = double === undefined ? "'" : '"';
    return text === null ? whole : `${before}${quote}${text}${quote}`;
  });
}
