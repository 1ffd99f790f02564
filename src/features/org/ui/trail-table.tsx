import { Link } from '@/ui/link';
import { Table } from '@/ui/table';
import { Instant } from '@/ui/time';
import type { TrailEntry } from '../trail/queries';
import { changedFacts, trailActionName } from '../trail/trail-words';

/** Who changed what and when, with what it said before and after. */
export function TrailTable({
  entries,
  timeZone,
}: {
  entries: readonly TrailEntry[];
  timeZone: string;
}) {
  return (
    <Table caption="Recorded changes" head={['When', 'Who', 'What', 'Before and after']}>
      {entries.map((entry) => (
        <tr key={entry.id}>
          <td className="whitespace-nowrap text-sm text-muted">
            <Instant at={entry.at} timeZone={timeZone} dated />
          </td>
          <td className="min-w-28">{entry.actorName}</td>
          <td className="min-w-40">
            {trailActionName(entry.action)}
            {entry.subject && (
              <span className="block">
                <Link href={entry.subject.address} className="link">
                  {entry.subject.name}
                </Link>
              </span>
            )}
          </td>
          <td className="min-w-64 text-sm">
            <dl className="space-y-0.5">
              {changedFacts(entry.before, entry.after).map(({ label, before, after }) => (
                <div key={label} className="flex flex-wrap gap-x-1.5">
                  <dt className="text-muted">{label}:</dt>
                  <dd className="min-w-0 break-words">
                    {before !== null && (
                      <del className="text-muted decoration-line-strong">{before}</del>
                    )}
                    {before !== null && after !== null && <span aria-hidden> → </span>}
                    {after !== null && <ins className="no-underline">{after}</ins>}
                  </dd>
                </div>
              ))}
            </dl>
            {entry.reason && <p className="mt-0.5 text-muted">“{entry.reason}”</p>}
          </td>
        </tr>
      ))}
    </Table>
  );
}
