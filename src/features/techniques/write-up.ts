/** A run of text in a write-up; `href` is only ever an address that is safe to follow. */
export type Span =
  | { kind: 'text' | 'code' | 'strong'; text: string }
  | { kind: 'link'; text: string; href: string };

export type Block =
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'list'; isNumbered: boolean; items: Span[][] }
  | { kind: 'code'; text: string };

const FENCE = /^```/;
const BULLET = /^\s*[-*•]\s+/;
const NUMBER = /^\s*\d+[.)]\s+/;
const INLINE =
  /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+|\/(?!\/)[^\s)]*)\)|(https?:\/\/[^\s<>()]*[^\s<>().,;:!?])/g;

/**
 * Reads what people type into a write-up: paragraphs, lists, code, and addresses. It is no Markdown:
 * a write-up has its headings already, and what this does not know is shown as it was typed.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  while (lines.length > 0) {
    const line = lines[0] as string;
    if (line.trim() === '') lines.shift();
    else if (FENCE.test(line)) blocks.push(takeCode(lines));
    else if (BULLET.test(line)) blocks.push(takeList(lines, BULLET, false));
    else if (NUMBER.test(line)) blocks.push(takeList(lines, NUMBER, true));
    else blocks.push(takeParagraph(lines));
  }
  return blocks;
}

export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, strong, label, target, address] = match;
    if (match.index > at) spans.push({ kind: 'text', text: text.slice(at, match.index) });
    if (code) spans.push({ kind: 'code', text: code });
    else if (strong) spans.push({ kind: 'strong', text: strong });
    else if (label && target) spans.push({ kind: 'link', text: label, href: target });
    else if (address) spans.push({ kind: 'link', text: address, href: address });
    at = match.index + whole.length;
  }
  if (at < text.length) spans.push({ kind: 'text', text: text.slice(at) });
  return spans;
}

function takeCode(lines: string[]): Block {
  lines.shift();
  const end = lines.findIndex((line) => FENCE.test(line));
  const code = lines.splice(0, end === -1 ? lines.length : end);
  lines.shift();
  return { kind: 'code', text: code.join('\n') };
}

function takeList(lines: string[], mark: RegExp, isNumbered: boolean): Block {
  const items: string[] = [];
  while (lines[0]?.trim()) {
    const line = lines[0];
    if (mark.test(line)) items.push(line.replace(mark, ''));
    // An indented line goes on with the item above it.
    else if (/^\s+\S/.test(line)) items.push(`${items.pop()} ${line.trim()}`);
    else break;
    lines.shift();
  }
  return { kind: 'list', isNumbered, items: items.map(spansOf) };
}

function takeParagraph(lines: string[]): Block {
  const text: string[] = [];
  while (lines[0]?.trim() && !startsOther(lines[0])) text.push(lines.shift() as string);
  return { kind: 'paragraph', spans: spansOf(text.join('\n')) };
}

const startsOther = (line: string) => FENCE.test(line) || BULLET.test(line) || NUMBER.test(line);
