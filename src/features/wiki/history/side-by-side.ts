import type { DifferenceLine, FoldedLines, ShownLine } from './difference';

/** One row of two columns: what stood there and what stands there now; or folded lines across both. */
export type Row = { before: ShownLine | null; after: ShownLine | null } | FoldedLines;

/** Lays a difference out in two columns: what was reworded stands opposite its new words. */
export function rowsOf(lines: readonly DifferenceLine[]): Row[] {
  const rows: Row[] = [];
  let removed: ShownLine[] = [];
  let added: ShownLine[] = [];
  const settle = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++) {
      rows.push({ before: removed[index] ?? null, after: added[index] ?? null });
    }
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.kind === 'removed') {
      if (added.length > 0) settle();
      removed.push(line);
    } else if (line.kind === 'added') {
      added.push(line);
    } else {
      settle();
      if (line.kind === 'skipped') rows.push(line);
      else rows.push({ before: line, after: line });
    }
  }
  settle();
  return rows;
}
