/** An article as a browser's `textContent` gives it, and where each heading stands in it. */
export type ArticleText = { text: string; sections: { id: string; start: number; end: number }[] };

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const ID = /\bid="([^"]*)"/;
const ENTITY = /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi;
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Reads HTML that the renderer wrote itself; of any other it makes no promise. */
export function readArticle(html: string): ArticleText {
  const sections: ArticleText['sections'] = [];
  let text = '';
  let at = 0;
  for (const tag of html.matchAll(TAG)) {
    text += decoded(html.slice(at, tag.index));
    at = tag.index + tag[0].length;
    if (!/^h[1-6]$/i.test(tag[2] ?? '')) continue;
    const last = sections.at(-1);
    if (tag[1]) {
      if (last) last.end = text.length;
      continue;
    }
    const id = ID.exec(tag[3] ?? '')?.[1];
    if (id) sections.push({ id: decoded(id), start: text.length, end: text.length });
  }
  return { text: text + decoded(html.slice(at)), sections };
}

const decoded = (html: string) =>
  html.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return NAMED[name ?? ''] ?? whole;
  });
