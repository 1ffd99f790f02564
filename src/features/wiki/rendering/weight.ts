/** Beyond this a text is shown as it was written: some 160,000 characters of usual pages, or far fewer that are hostile. */
export const WEIGHT_MAX = 15_000;

export const TOO_HEAVY =
  'This text is too long or too dense to be laid out, so it is shown as it was written. Split it into several pages.';

/**
 * What a text costs to be laid out, in units of which a usual page has a few thousand. Reading
 * Markdown costs more than its length says where marks stand close together, where a table fills
 * cells that nobody wrote, and where quotes lie within quotes; this counts just that, line by line
 * and in one pass.
 */
export function weightOf(markdown: string): number {
  let weight = 0;
  let fence: string | null = null;
  let block = emptyBlock();
  for (const line of markdown.split('\n')) {
    weight += COST_OF_A_LINE + line.length / CHARACTERS_PER_UNIT;
    if (fence !== null) {
      if (line.trimStart().startsWith(fence)) fence = null;
      continue;
    }
    fence = FENCE.exec(line)?.[1] ?? null;
    if (fence !== null || line.trim() === '') {
      weight += costOf(block);
      block = emptyBlock();
      continue;
    }
    const depth = depthOf(line);
    block.depth = Math.max(block.depth, depth);
    weight += block.depth + (depth * depth) / 8;
    const pipes = count(line, PIPE);
    block.pipes += pipes;
    block.widest = Math.max(block.widest, pipes);
    block.lines++;
    if (OWN_TEXT.test(line)) {
      weight += COST_OF_A_BLOCK + costOfMarks(block.marks);
      block.marks = 0;
    }
    block.marks += count(line, MARKS);
  }
  return Math.round(weight + costOf(block));
}

const CHARACTERS_PER_UNIT = 40;
const COST_OF_A_LINE = 1;
const COST_OF_A_BLOCK = 3;
const MARKS_THAT_MEET = 600;
const PIPES_THAT_MEET = 1_200;

type Block = { marks: number; pipes: number; widest: number; lines: number; depth: number };

const emptyBlock = (): Block => ({ marks: 0, pipes: 0, widest: 0, lines: 0, depth: 0 });

// Lines that are a text of their own: items, headings, rows.
const OWN_TEXT = /^[\s>]*(?:[-+*]\s|\d{1,9}[.)]\s|#{1,6}\s|\|)/;
const FENCE = /^\s{0,3}(`{3,}|~{3,})[^`]*$/;
const MARKS = /[*_~$@&]+|[`<[\]]|:\/\/|www|\[\^| {2}$/g;
const PIPE = /\|/g;

const costOf = ({ marks, pipes, widest, lines }: Block) =>
  COST_OF_A_BLOCK +
  costOfMarks(marks) +
  pipes +
  (pipes * pipes) / PIPES_THAT_MEET +
  (widest > 2 ? widest * lines : 0);

/** Each mark is weighed against those before it in the same text. */
const costOfMarks = (marks: number) => marks + (marks * marks) / MARKS_THAT_MEET;

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}

/** Quotes and lists that a line opens within each other. */
function depthOf(line: string): number {
  const [opening = ''] = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line) ?? [];
  const marks = opening.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
  return marks + Math.floor((opening.length - marks) / 8);
}
