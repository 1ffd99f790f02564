/** A paragraph as it stands now, and the revision that last changed it. */
export type BlamedParagraph = { text: string; number: number };

type Revision = { number: number; markdown: string };

/**
 * Finds for each paragraph of a text in which revision it was last changed, looking back one
 * revision at a time: a paragraph is as old as the unbroken run of revisions that hold it.
 * Moving a paragraph does not change it.
 */
export class Blame {
  readonly paragraphs: BlamedParagraph[];
  /** Paragraphs that every revision up to now holds, by their words and how often they stand there. */
  #open: Map<string, BlamedParagraph>;

  constructor(current: Revision) {
    this.paragraphs = paragraphsOf(current.markdown).map((text) => ({
      text,
      number: current.number,
    }));
    this.#open = keyed(this.paragraphs);
  }

  /** True when no earlier revision can change the answer. */
  get isSettled(): boolean {
    return this.#open.size === 0;
  }

  /** Takes the revision before the last one that was looked at. */
  lookBack({ number, markdown }: Revision): void {
    const held = keyed(paragraphsOf(markdown).map((text) => ({ text, number })));
    for (const [key, paragraph] of this.#open) {
      if (held.has(key)) paragraph.number = number;
      else this.#open.delete(key);
    }
  }
}

/** The blocks of a Markdown text; a blank line inside of a fence divides nothing. */
export function paragraphsOf(markdown: string): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  let fence: string | null = null;
  const end = () => {
    if (lines.length > 0) paragraphs.push(lines.join('\n'));
    lines = [];
  };
  for (const line of markdown.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && !line.trim()) {
      end();
      continue;
    }
    lines.push(line);
    if (!mark) continue;
    if (fence === null) fence = mark;
    else if (mark.startsWith(fence)) fence = null;
  }
  end();
  return paragraphs;
}

function keyed(paragraphs: BlamedParagraph[]): Map<string, BlamedParagraph> {
  const times = new Map<string, number>();
  return new Map(
    paragraphs.map((paragraph) => {
      const time = (times.get(paragraph.text) ?? 0) + 1;
      times.set(paragraph.text, time);
      return [`${time} ${paragraph.text}`, paragraph];
    }),
  );
}
