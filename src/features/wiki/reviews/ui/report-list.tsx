import { dayOf } from '@/foundation/days';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import type { listReports } from '../queries';

/** What readers wrote; by name only who signed. */
export function ReportList({ reports }: { reports: Awaited<ReturnType<typeof listReports>> }) {
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="reports" className="mb-6 text-[0.9375rem]">
      <h2 id="reports" className="mb-2 text-lg">
        It did not work for {reports.length === 1 ? 'one reader' : `${reports.length} readers`}
      </h2>
      <ul className="space-y-2">
        {reports.map(({ word, reportedAt, name, handle }) => (
          <li key={`${reportedAt.getTime()} ${word} ${handle}`}>
            {word ? `“${word}”` : 'Without a word'}
            <span className="block text-sm text-muted">
              {name && handle ? (
                <Link href={`/people/${handle}`} className="link">
                  {name}
                </Link>
              ) : (
                'A reader'
              )}
              , <Day day={dayOf(reportedAt)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
