import { parse, stringify } from 'yaml';
import { z } from 'zod';

/** What belongs to a page beside its text, as an export tells it and an import understands it. */
const exportedFacts = z.object({
  title: z.string().min(1),
  kind: z.string(),
  owner: z.string().nullish(),
  stewards: z.array(z.string()).default([]),
  /** Whether it is still true, for whoever reads the file; an import takes nobody's word for it. */
  standing: z.string().optional(),
});
export type ExportedFacts = z.output<typeof exportedFacts>;

// The mark by which an import knows which lines an export added; they are taken out again.
const MARK = 'guildhall';
const OWN_BLOCK = /^---\n([\s\S]*?)guildhall: page\n---\n\n/;
const FRONT_MATTER = /^(---[ \t]*\n)([\s\S]*?)(\n---[ \t]*(?:\n|$))/;
const ADDED_LINES = /\nguildhall:\n((?: {2}[^\n]*(?:\n|$))+)$/;

/**
 * The text with its facts at the head, as front matter that other programs read too. A text that
 * brings front matter of its own keeps it, with ours in a part of it.
 */
export function withFacts(markdown: string, facts: ExportedFacts): string {
  const known = Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined),
  );
  const front = FRONT_MATTER.exec(markdown);
  if (!front) return `---\n${yamlOf(known)}${MARK}: page\n---\n\n${markdown}`;
  const [whole, open, body, close] = front;
  const added = yamlOf({ [MARK]: known }).trimEnd();
  return `${open}${body}\n${added}${close}${markdown.slice(whole.length)}`;
}

/** Takes out what `withFacts` put in: the text as it was, to the letter. */
export function withoutFacts(text: string): { markdown: string; facts?: ExportedFacts } {
  const own = OWN_BLOCK.exec(text);
  const front = own ? null : FRONT_MATTER.exec(text);
  const added = front && ADDED_LINES.exec(`\n${front[2]}`);
  const yaml = own?.[1] ?? added?.[1]?.replace(/^ {2}/gm, '');
  const facts = yaml === undefined ? null : exportedFacts.safeParse(read(yaml));
  if (!facts?.success) return { markdown: text };
  if (own) return { markdown: text.slice(own[0].length), facts: facts.data };
  const [whole = '', open = '', body = '', close = ''] = front ?? [];
  const kept = body.slice(0, Math.max(body.length - (added?.[0].length ?? 0), 0));
  return { markdown: `${open}${kept}${close}${text.slice(whole.length)}`, facts: facts.data };
}

const yamlOf = (value: unknown) => stringify(value, { lineWidth: 0 });

function read(yaml: string): unknown {
  try {
    return parse(yaml, { maxAliasCount: 0 });
  } catch {
    return null;
  }
}
