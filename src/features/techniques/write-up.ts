import type { Element, Root } from 'hast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

// Raw HTML is not read at all: a write-up has no need of it. Pictures would come from other hosts.
const schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'img'),
};

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize, schema)
  .use(() => fitBelowSections)
  .use(rehypeStringify)
  .freeze();

/** A version never changes, so what was rendered of it once holds for every reader and process. */
const rendered = new Map<string, Record<string, string>>();
const RENDERED_MAX = 300;

/** The sections of one version as HTML; reading them again costs nothing. */
export function writeUpSections<Name extends string>(
  versionId: string,
  sections: Record<Name, string>,
): Record<Name, string> {
  const known = rendered.get(versionId) as Record<Name, string> | undefined;
  if (known) return known;
  const names = Object.keys(sections) as Name[];
  const html = Object.fromEntries(names.map((name) => [name, writeUpHtml(sections[name])]));
  const [oldest] = rendered.keys();
  if (rendered.size >= RENDERED_MAX && oldest) rendered.delete(oldest);
  rendered.set(versionId, html);
  return html as Record<Name, string>;
}

/** One section of a write-up, from Markdown to HTML that is safe to show. */
export function writeUpHtml(markdown: string): string {
  return String(processor.processSync(markdown));
}

/** Headings stand below those of the page; what may be too wide scrolls and is reachable by keyboard. */
function fitBelowSections(tree: Root): void {
  visit(tree, 'element', (node: Element, index, parent) => {
    if (/^h[1-6]$/.test(node.tagName)) node.tagName = 'h4';
    if (node.tagName === 'pre') node.properties = { ...node.properties, tabIndex: 0 };
    if (node.tagName === 'table' && parent && index !== undefined) {
      const properties = { className: ['overflow-x-auto'], tabIndex: 0 };
      parent.children[index] = { type: 'element', tagName: 'div', properties, children: [node] };
      return 'skip';
    }
  });
}
