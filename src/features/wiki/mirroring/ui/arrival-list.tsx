import { Link } from '@/ui/link';
import { Pagination } from '@/ui/pagination';
import { Table } from '@/ui/table';
import { Instant } from '@/ui/time';
import type { Mirror } from '../queries';
import { OUTCOME_WORDS } from '../state';

/** What others committed, file by file, with what became of it. */
export function ArrivalList({
  mirror: { href, isFirst },
  arrivals,
  timeZone,
}: {
  mirror: Mirror;
  arrivals: NonNullable<Mirror['arrivals']>;
  timeZone: string;
}) {
  if (arrivals.items.length === 0) return null;
  return (
    <div className="mt-8">
      <h3 className="mb-2">What came from there</h3>
      <Table
        caption="Changes made in git"
        head={['File', 'What became of it', 'Commit', 'Said to be by']}
      >
        {arrivals.items.map((arrival) => (
          <tr key={arrival.id}>
            <td className="break-all">{arrival.file}</td>
            <td>
              {arrival.href ? (
                <Link href={arrival.href} className="link">
                  {OUTCOME_WORDS[arrival.outcome]}
                </Link>
              ) : (
                OUTCOME_WORDS[arrival.outcome]
              )}
              {arrival.outcome !== 'proposed' && arrival.note && (
                <span className="block text-sm text-muted">{arrival.note}</span>
              )}
            </td>
            <td>
              <code>{arrival.commit.slice(0, 7)}</code>,{' '}
              <Instant at={arrival.at} timeZone={timeZone} short />
            </td>
            <td>{arrival.byName}</td>
          </tr>
        ))}
      </Table>
      <Pagination basePath={href} nextCursor={arrivals.nextCursor} isFirst={isFirst} />
    </div>
  );
}
