import { Badge } from '@/ui/badge';
import type { ChangeView } from '../runs/queries';
import { OUTCOME_NAMES } from './report-text';

const TONES = { refused: 'notice', notice: 'notice', untouched: 'neutral' } as const;

/** The lines of a dry run, each with what happens and where in the file it stands. */
export function ChangeList({ changes }: { changes: readonly ChangeView[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {changes.map(({ position, outcome, title, detail, line }) => (
        <li
          key={position}
          className="grid gap-x-4 gap-y-0.5 py-2 text-[0.9375rem] sm:grid-cols-[6.5rem_1fr_auto]"
        >
          <span>
            <Badge tone={outcome in TONES ? TONES[outcome as keyof typeof TONES] : 'accent'}>
              {OUTCOME_NAMES[outcome]}
            </Badge>
          </span>
          <span className="min-w-0 break-words">
            {title && <span className="font-medium">{title}</span>}
            {detail && <span className="block text-muted">{detail}</span>}
          </span>
          {line !== null && <span className="text-sm text-muted">Line {line}</span>}
        </li>
      ))}
    </ul>
  );
}
