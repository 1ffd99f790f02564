import type { Element, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';

const SUMMARY_MAX = 240;

const INLINE = new Set(
  'a abbr b cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var'.split(
    ' ',
  ),
);

/** The words of an article with a space wherever the eye sees one. */
export function blockTexts(root: Root): string {
  const parts: string[] = [];
  const collect = (node: Root | RootContent) => {
    if (node.type === 'text') parts.push(node.value);
    if (node.type !== 'element' && node.type !== 'root') return;
    const isBlock = node.type === 'element' && !INLINE.has(node.tagName);
    if (isBlock) parts.push(' ');
    node.children.forEach(collect);
    if (isBlock) parts.push(' ');
  };
  collect(root);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** The first paragraph of running text, cut at a word: what a list shows under the title. */
export function summaryOf(root: Root): string {
  const paragraph = root.children.find(
    (node): node is Element =>
      node.type === 'element' && node.tagName === 'p' && textOf(node).trim().length > 0,
  );
  return paragraph ? cutAtWord(textOf(paragraph).replace(/\s+/g, ' ').trim()) : '';
}

function cutAtWord(text: string): string {
  if (text.length <= SUMMARY_MAX) return text;
  const cut = text.slice(0, SUMMARY_MAX);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SUMMARY_MAX / 2))}…`;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

// A formula is found by what was written, not by its signs one by one.
const FORMULA = /<math\b[^>]*>.*?<annotation[^>]*>(.*?)<\/annotation>.*?<\/math>/gs;

/** The words of HTML that the renderer wrote itself; of any other it makes no promise. */
export function textOfHtml(html: string): string {
  return html
    .replace(FORMULA, ' $1 ')
    .replace(/<\/?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|s|span|strong|sub|sup|u|wbr)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([\da-fA-F]+)|(\w+));/g, (_, code: string, name: string) =>
      code ? String.fromCodePoint(Number.parseInt(code, 16)) : (ENTITIES[name] ?? ' '),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

const HEADING = /<h[23] id="([^"]*)"[^>]*>([\s\S]*?)<\/h[23]>/g;

/** The parts of an article that begin with a heading of level two or three: its id, its words, and those up to the next. */
export function sectionsOfHtml(html: string): { anchor: string; heading: string; body: string }[] {
  const headings = [...html.matchAll(HEADING)];
  return headings.flatMap((found, index) => {
    const [whole, anchor = '', inner = ''] = found;
    const heading = textOfHtml(inner);
    if (!anchor || !heading) return [];
    const body = html.slice(found.index + whole.length, headings[index + 1]?.index);
    return [{ anchor, heading, body: textOfHtml(body) }];
  });
}
