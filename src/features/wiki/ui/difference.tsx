import {
  type DifferenceLine,
  type FoldedLines,
  isSame,
  type ShownLine,
} from '../history/difference';
import { type Row, rowsOf } from '../history/side-by-side';

type DifferenceProps = { lines: readonly DifferenceLine[]; label: string };

/** Two texts in one: what was taken out, what was put in. */
export function Difference({ lines, label }: DifferenceProps) {
  if (isSame(lines)) return <p className="text-muted">The two read the same.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="wiki-difference">
      {lines.map((line, index) =>
        line.kind === 'skipped' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a difference never change places
          <Folded key={index} fold={line} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a difference never change places
          <Line key={index} line={line} />
        ),
      )}
    </section>
  );
}

/** Two texts beside each other, or, where there is no room, one above the other change by change. */
export function SideBySide({
  lines,
  label,
  before,
  after,
}: DifferenceProps & { before: string; after: string }) {
  if (isSame(lines)) return <p className="text-muted">The two read the same.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="wiki-difference wiki-sides">
      <div className="side-heads">
        <p>{before}</p>
        <p>{after}</p>
      </div>
      {rowsOf(lines).map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a difference never change places
        <SideRow key={index} row={row} />
      ))}
    </section>
  );
}

function SideRow({ row }: { row: Row }) {
  if ('kind' in row) return <Folded fold={row} />;
  return (
    <div className="side-row">
      {row.before ? <Line line={row.before} /> : <p className="gap" />}
      {row.after ? <Line line={row.after} /> : <p className="gap" />}
    </div>
  );
}

function Folded({ fold: { count, lines, section } }: { fold: FoldedLines }) {
  const told = (
    <>
      {count} unchanged {count === 1 ? 'line' : 'lines'}
      {section && <span className="section"> · {section}</span>}
    </>
  );
  if (lines.length < count) return <p className="skipped">{told}</p>;
  return (
    <details className="skipped">
      <summary>{told}</summary>
      <pre className="folded">{lines.join('\n')}</pre>
    </details>
  );
}

function Line({ line }: { line: ShownLine }) {
  const stretches = line.stretches.map(({ text, isChanged }, index) =>
    isChanged && line.stretches.length > 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a line never change places
      <mark key={index}>{text}</mark>
    ) : (
      text
    ),
  );
  if (line.kind === 'same') return <p>{stretches}</p>;
  const Change = line.kind === 'added' ? 'ins' : 'del';
  return (
    <p className={line.kind}>
      <span className="sr-only">{line.kind === 'added' ? 'Added: ' : 'Removed: '}</span>
      <Change>{stretches}</Change>
    </p>
  );
}
