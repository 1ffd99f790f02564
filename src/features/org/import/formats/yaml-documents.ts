import { Composer, type Document, isNode, LineCounter, Parser } from 'yaml';

export type YamlDocument = {
  value: unknown;
  line: number;
  /** The line on which the value at this path begins; the document's own when there is no such path. */
  lineOf: (path: readonly (string | number)[]) => number;
  /** Why it could not be read. */
  fault: { line: number; reason: string } | null;
};

const DOCUMENTS_AT_A_TIME = 50;

/**
 * Reads YAML, of which JSON is a part, with the lines on which things stand. A broken document does
 * not hide the others. Between documents other work gets its turn: ten thousand take seconds.
 */
export async function readYamlDocuments(text: string): Promise<YamlDocument[]> {
  const lines = new LineCounter();
  const documents: YamlDocument[] = [];
  // Only JSON's types: a tag such as !!binary stays the text that it was.
  const composer = new Composer({ lineCounter: lines, schema: 'core', uniqueKeys: true });
  const keep = async (document: Document.Parsed) => {
    documents.push(readDocument(document, lines));
    if (documents.length % DOCUMENTS_AT_A_TIME === 0) await turnOfOthers();
  };
  for (const token of new Parser(lines.addNewLine).parse(text)) {
    for (const document of composer.next(token)) await keep(document);
  }
  for (const document of composer.end(false, text.length)) await keep(document);
  return documents.filter(({ value, fault }) => fault !== null || value !== null);
}

function readDocument(document: Document.Parsed, lines: LineCounter): YamlDocument {
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const line = lineAt(document.contents?.range[0] ?? document.range[0]);
  const lineOf = (path: readonly (string | number)[]) => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return isNode(node) && node.range ? lineAt(node.range[0]) : line;
  };
  const [error] = document.errors;
  if (error) {
    const fault = { line: lineAt(error.pos[0]), reason: firstLine(error.message) };
    return { value: null, line, lineOf, fault };
  }
  try {
    const value: unknown = document.toJS();
    const fault = isStorable(value) ? null : { line, reason: 'It holds letters that no text has.' };
    return { value, line, lineOf, fault };
  } catch {
    const reason = 'It repeats parts of itself so often that it cannot be read safely.';
    return { value: null, line, lineOf, fault: { line, reason } };
  }
}

/** Escapes can write zero bytes and halves of letters, which no database keeps. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !/[\0\ud800-\udfff]/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part));
}

// The rest of the parser's message draws the place, which a table of lines does not need.
const firstLine = (message: string) =>
  `${message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}.`;

const turnOfOthers = () => new Promise<void>((resolve) => setImmediate(resolve));
