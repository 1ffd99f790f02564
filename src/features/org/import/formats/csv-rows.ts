import { CsvError, type Options, parse } from 'csv-parse/sync';

export type CsvRow = { line: number; cells: string[] };
export type CsvFault = { line: number; reason: string };
export type CsvRows = {
  header: CsvRow | null;
  rows: CsvRow[];
  faults: CsvFault[];
  /** The line from which on nothing was read, when the file was too broken to go on. */
  unreadFrom: number | null;
};

const ROW_CHARACTERS_MAX = 100_000;
const FAULTS_MAX = 100;

/** Reads rows with the lines they begin on; a row with broken quotes costs only its first line. */
export function readCsvRows(text: string): CsvRows {
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  const faults: CsvFault[] = [];
  let offset = 0;
  let linesBefore = 0;
  while (offset < text.length) {
    const read = readUntilFault(text.slice(offset), linesBefore, delimiter);
    rows.push(...read.rows);
    if (!read.fault) break;
    if (faults.length === FAULTS_MAX) {
      return { ...split(rows), faults, unreadFrom: read.fault.line };
    }
    faults.push(read.fault);
    // The parser does not find its feet after a broken quote, so it starts afresh on the next line.
    for (let line = linesBefore; line < read.fault.line; line++) {
      const end = text.indexOf('\n', offset);
      offset = end < 0 ? text.length : end + 1;
    }
    linesBefore = read.fault.line;
  }
  return { ...split(rows), faults, unreadFrom: null };
}

function readUntilFault(text: string, linesBefore: number, delimiter: string) {
  const rows: CsvRow[] = [];
  let lastLine = linesBefore;
  const keep = ({ record, raw, info }: ParsedRecord) => {
    const written = raw.replace(/^\n+/, '').replace(/\n$/, '');
    lastLine = linesBefore + info.lines;
    const line = lastLine - (written.split('\n').length - 1);
    const cells = record.map((cell) => cell.trim());
    if (cells.some(Boolean)) rows.push({ line, cells });
    return null;
  };
  const options: Options = {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: ROW_CHARACTERS_MAX,
    raw: true,
    info: true,
    // Typed for plain records; with `raw` and `info` it is handed all three.
    on_record: keep as unknown as Options['on_record'],
  };
  try {
    parse(text, options);
    return { rows, fault: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = firstLineWithText(text, lastLine - linesBefore) + linesBefore;
    return { rows, fault: { line, reason: reasonOf(error) } };
  }
}

type ParsedRecord = { record: string[]; raw: string; info: { lines: number } };

/** Where the row after so many lines begins: blank lines between rows are not part of one. */
function firstLineWithText(text: string, linesRead: number): number {
  let offset = 0;
  for (let line = 0; line < linesRead; line++) offset = text.indexOf('\n', offset) + 1;
  let line = linesRead + 1;
  while (text[offset] === '\n') {
    offset++;
    line++;
  }
  return line;
}

function reasonOf(error: CsvError): string {
  switch (error.code as string) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'Its quotation marks do not pair up. A mark within a quoted field is written twice.';
    case 'INVALID_OPENING_QUOTE':
      return 'A quotation mark stands in an unquoted field: put the field in quotes and write the mark twice.';
    case 'CSV_MAX_RECORD_SIZE':
      return 'The row does not end within 100,000 characters; a quotation mark is probably never closed.';
    default:
      return 'The row cannot be read.';
  }
}

function split(rows: CsvRow[]) {
  return { header: rows[0] ?? null, rows: rows.slice(1) };
}

/** A comma, semicolon (as spreadsheets write where the comma is a decimal sign) or tab: the one the header uses. */
function delimiterOf(text: string): string {
  const header =
    text
      .trimStart()
      .split('\n', 1)[0]
      ?.replace(/"[^"]*"/g, '') ?? '';
  const count = (mark: string) => header.split(mark).length - 1;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
