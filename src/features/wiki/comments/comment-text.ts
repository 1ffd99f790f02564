export type CommentPart =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string; handle: string };

const HANDLE = '[a-z0-9]+(?:-[a-z0-9]+)*';
const PART = new RegExp(
  `(\`[^\`\\n]+\`)|(https?://[^\\s<>"'\`]+)|(?<![\\w@.-])@(${HANDLE})(?![\\w-])`,
  'g',
);

/** The handles that a comment speaks to. */
export function mentionedIn(body: string): string[] {
  const handles = [...body.matchAll(PART)].flatMap(([, , , handle]) => handle ?? []);
  return [...new Set(handles)];
}

/**
 * A comment is plain text in which addresses of the web, code and the people it speaks to are told
 * apart. Whatever else is in it is shown as it was written: there is no HTML to be let through.
 */
export function partsOf(body: string, mentions: readonly string[]): CommentPart[] {
  const parts: CommentPart[] = [];
  let at = 0;
  const plain = (end: number) => {
    if (end > at) parts.push({ kind: 'text', text: body.slice(at, end) });
    at = end;
  };
  for (const match of body.matchAll(PART)) {
    const [whole, code, address, handle] = match;
    if (handle && !mentions.includes(handle)) continue;
    // The full stop that ends a sentence is no part of the address before it.
    const text = address ? address.replace(/[.,;:!?)\]]+$/, '') : whole;
    if (address && !URL.canParse(text)) continue;
    plain(match.index);
    if (code) parts.push({ kind: 'code', text: code.slice(1, -1) });
    if (address) parts.push({ kind: 'link', text, href: text });
    if (handle) parts.push({ kind: 'mention', text, handle });
    at = match.index + text.length;
  }
  plain(body.length);
  return parts;
}
