import { sentencesOf } from '../fields';
import { emptyRoster, type Finding, type Roster } from '../roster';
import { CSV_COLUMNS, type CsvCells, columnName, csvRow } from './csv-columns';
import type { CsvEntry } from './csv-entry';
import { gatherFacts } from './csv-facts';
import { gatherMemberships } from './csv-memberships';
import { type CsvRow, readCsvRows } from './csv-rows';

/** Reads people with their units and roles: one row for each place that somebody has. */
export function readCsv(text: string): Roster {
  const roster = emptyRoster();
  const { header, rows, faults, unreadFrom } = readCsvRows(text);
  for (const { line, reason } of faults) roster.findings.push(refusal(line, reason));
  if (unreadFrom !== null) {
    roster.findings.push(
      refusal(unreadFrom, 'Too many broken rows: nothing was read from here on.'),
    );
  }
  const columns = header?.cells.map(columnName) ?? [];
  const obstacle = headerObstacle(columns);
  if (obstacle) {
    roster.findings.push(refusal(header?.line ?? null, obstacle));
    return roster;
  }
  const entries = rows.flatMap((row) => readRow(row, columns, roster.findings));
  const accepted = gatherFacts(entries, roster);
  gatherMemberships(accepted, roster);
  return roster;
}

function headerObstacle(columns: readonly string[]): string | null {
  if (columns.length === 0) return 'The file is empty.';
  const twice = columns.find((column, index) => column && columns.indexOf(column) !== index);
  if (twice) return `The column “${twice}” appears twice.`;
  const names = ['person', 'email', 'handle', 'unit'];
  return names.some((name) => columns.includes(name))
    ? null
    : `The first row must name the columns, among them ${names.join(', ')} or several of them.`;
}

function readRow(row: CsvRow, columns: readonly string[], findings: Finding[]): CsvEntry[] {
  if (row.cells.length !== columns.length) {
    const reason = `The row has ${row.cells.length} cells, the first row ${columns.length}.`;
    findings.push(refusal(row.line, reason));
    return [];
  }
  const cells = columns
    .map((column, index) => [column, row.cells[index] ?? ''] as const)
    .filter(([column, cell]) => column && cell);
  const given = Object.fromEntries(cells.filter(([column]) => CSV_COLUMNS.includes(column)));
  const parsed = csvRow.safeParse(given);
  const personKey = given.person ?? given.email?.toLowerCase() ?? given.handle ?? null;
  const mentions = { people: personKey ? [personKey] : [], units: given.unit ? [given.unit] : [] };
  const obstacle = parsed.success ? rowObstacle(parsed.data, personKey) : sentencesOf(parsed.error);
  if (!parsed.success || obstacle) {
    findings.push({ ...refusal(row.line, obstacle ?? ''), title: titleOf(given), mentions });
    return [];
  }
  const extra = cells.filter(([column]) => !CSV_COLUMNS.includes(column));
  return [{ ...parsed.data, line: row.line, personKey, extra }];
}

function rowObstacle(cells: CsvCells, personKey: string | null): string | null {
  const hasPlace = cells.role !== undefined || cells.primary !== undefined || cells.since;
  if (!personKey && !cells.unit) return 'The row names neither a person nor a unit.';
  if (!personKey && cells.name) return 'The row names somebody without a key, e-mail or handle.';
  if (hasPlace && !(personKey && cells.unit)) {
    return 'A role needs a person and a unit in the same row.';
  }
  if (!cells.unit && (cells.unit_kind || cells.unit_name || cells.unit_parent !== undefined)) {
    return 'The row describes a unit without its key.';
  }
  return null;
}

const titleOf = (given: Record<string, string>) =>
  [given.name ?? given.person ?? given.email ?? given.handle, given.unit]
    .filter(Boolean)
    .join(', ');

const refusal = (line: number | null, reason: string): Finding => ({
  kind: 'refused',
  subject: 'file',
  line,
  title: '',
  reason,
});
