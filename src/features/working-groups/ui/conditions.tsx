import { Check, Circle } from 'lucide-react';
import type { Condition } from '../closing';

/** What must be so before a step, each with whether it is. */
export function Conditions({ conditions }: { conditions: Condition[] }) {
  return (
    <ul className="grid gap-1.5">
      {conditions.map(({ isMet, sentence }) => (
        <li key={sentence} className="flex items-start gap-2">
          {isMet ? (
            <Check aria-hidden className="mt-1 size-4 shrink-0 text-accent" />
          ) : (
            <Circle aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
          )}
          <span className={isMet ? 'text-muted' : undefined}>
            <span className="sr-only">{isMet ? 'Done: ' : 'Still missing: '}</span>
            {sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}
