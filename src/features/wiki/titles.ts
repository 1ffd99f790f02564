import { parseDocument } from 'yaml';

type TitledText = { title: string; markdown: string };

const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(\r?\n---[ \t]*(?:\r?\n|$))/;
const FIRST_HEADING = /^(\s*)(?:#[ \t]+(.+?)(?:[ \t]+#+)?|([^\s#>|`*+-][^\n]*)\n=+)[ \t]*(?=\n|$)/;

/**
 * A page's title stands in two places: in its own field, and often at the head of its Markdown.
 * Whichever of the two the writer changed, the other follows; of two changes the field's holds.
 * @param writtenTitle the title that the new Markdown carries in itself, if any
 */
export function agreeOnTitle(
  before: TitledText,
  after: TitledText,
  writtenTitle: string | null,
): TitledText {
  if (writtenTitle === null || writtenTitle === after.title) return after;
  const fieldChanged = after.title !== before.title;
  if (!fieldChanged) {
    const wasRewritten = opening(before.markdown) !== opening(after.markdown);
    return wasRewritten ? { ...after, title: writtenTitle } : after;
  }
  return writtenTitle === before.title
    ? { ...after, markdown: withTitle(after.markdown, after.title) }
    : after;
}

/** The Markdown with another title in its front matter, or else in its first heading. */
function withTitle(markdown: string, title: string): string {
  const [whole = '', open = '', yaml = '', close = ''] = FRONT_MATTER.exec(markdown) ?? [];
  const document = whole ? parseDocument(yaml) : null;
  if (document?.errors.length === 0 && document.has('title')) {
    document.set('title', title);
    return `${open}${document.toString().trimEnd()}${close}${markdown.slice(whole.length)}`;
  }
  const text = markdown.slice(whole.length);
  return whole + text.replace(FIRST_HEADING, (_, space: string) => `${space}# ${title}`);
}

/** What of a text can hold its title. */
function opening(markdown: string): string {
  const front = FRONT_MATTER.exec(markdown)?.[0] ?? '';
  return front + (FIRST_HEADING.exec(markdown.slice(front.length))?.[0] ?? '');
}
