import type { ElementContent, Root, Text } from 'hast';
import { element } from './elements';
import { SKIP, visitParts } from './walking';

/** A person (`@handle`) or a unit (`@@slug`), as written. */
export type WrittenMention = { kind: 'person' | 'unit'; name: string };

export type Mention = WrittenMention & { id: string; href: string; title: string };

/** Null for a name that nobody has: it stays text. */
export type ResolveMention = (mention: WrittenMention) => Mention | null;

// An address of mail has a letter before its @, and code is not looked into.
const MENTION =
  /(?<![\p{L}\p{N}_@/.+=&#-])(@@?)([\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,78}[\p{L}\p{N}])?)/gu;
const NO_TEXT = new Set(['a', 'code', 'pre', 'kbd', 'samp', 'var']);

/** Every name that an article may mention, once. */
export function writtenMentions(root: Root): WrittenMention[] {
  const found = new Map<string, WrittenMention>();
  visitText(root, (text) => {
    for (const match of text.value.matchAll(MENTION)) {
      const mention = mentionIn(match);
      found.set(`${mention.kind} ${mention.name}`, mention);
    }
    return null;
  });
  return [...found.values()];
}

/** Makes links of the names of people and units that there are. */
export function linkMentions(root: Root, resolve: ResolveMention): Mention[] {
  const mentions = new Map<string, Mention>();
  visitText(root, (text) => {
    const parts: ElementContent[] = [];
    let from = 0;
    for (const match of text.value.matchAll(MENTION)) {
      const mention = resolve(mentionIn(match));
      if (!mention) continue;
      mentions.set(mention.id, mention);
      if (match.index > from)
        parts.push({ type: 'text', value: text.value.slice(from, match.index) });
      const { href, title } = mention;
      parts.push(element('a', { href, title, className: ['mention'] }, match[0]));
      from = match.index + match[0].length;
    }
    if (parts.length === 0) return null;
    if (from < text.value.length) parts.push({ type: 'text', value: text.value.slice(from) });
    return parts;
  });
  return [...mentions.values()];
}

const mentionIn = ([, sign, name = '']: RegExpMatchArray): WrittenMention => ({
  kind: sign === '@@' ? 'unit' : 'person',
  name: name.toLowerCase(),
});

function visitText(root: Root, visitor: (text: Text) => ElementContent[] | null) {
  visitParts(root, (node, index, parent) => {
    if (node.type === 'element' && NO_TEXT.has(node.tagName)) return SKIP;
    if (node.type !== 'text' || !node.value.includes('@')) return;
    const parts = visitor(node);
    if (!parts) return;
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}
