import { type DifferenceLine, isSame } from '../history/difference';

/** Two texts in one: what was taken out, what was put in. */
export function Difference({ lines, label }: { lines: readonly DifferenceLine[]; label: string }) {
  if (isSame(lines)) return <p className="text-muted">The two read the same.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="wiki-difference">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a difference never change places
        <Line key={index} line={line} />
      ))}
    </section>
  );
}

function Line({ line }: { line: DifferenceLine }) {
  if (line.kind === 'skipped') {
    return (
      <p className="skipped">
        {line.count} unchanged {line.count === 1 ? 'line' : 'lines'}
      </p>
    );
  }
  const stretches = line.stretches.map(({ text, isChanged }, index) =>
    isChanged && line.stretches.length > 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
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
