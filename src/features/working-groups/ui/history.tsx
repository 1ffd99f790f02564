import { dayOf } from '@/foundation/days';
import { Day } from '@/ui/time';
import type { HistoryLine } from '../group/queries';
import { groupStateNames } from '../names';

/** The steps of a group with who took them, when, and why. */
export function History({ lines }: { lines: HistoryLine[] }) {
  return (
    <ol className="grid gap-1.5 text-[0.9375rem]">
      {lines.map((line) => (
        <li key={String(line.id)}>
          {line.to ? groupStateNames[line.to] : 'Extended'}, <Day day={dayOf(line.at)} />, by{' '}
          {line.actorName}
          {line.reason && `: ${line.reason}`}
        </li>
      ))}
    </ol>
  );
}
