import { Button } from '@/ui/button';
import { Link } from '@/ui/link';
import { Table } from '@/ui/table';
import { Instant } from '@/ui/time';
import type { RevisionEntry } from '../history/queries';

/** Saved states of a page, latest first, any two of which can be compared. */
export function RevisionList({
  revisions,
  currentNumber,
  basePath,
  timeZone,
}: {
  revisions: readonly RevisionEntry[];
  currentNumber: number;
  basePath: string;
  timeZone: string;
}) {
  const [latest, earlier] = revisions;
  return (
    <form method="get" action={basePath}>
      <Table
        caption="Revisions"
        head={['From', 'To', 'Revision', 'Saved', 'By', 'What changed', 'Open']}
      >
        {revisions.map((revision) => (
          <tr key={revision.number}>
            <td>
              <input
                type="radio"
                name="from"
                value={revision.number}
                defaultChecked={revision === earlier}
                aria-label={`Compare from revision ${revision.number}`}
              />
            </td>
            <td>
              <input
                type="radio"
                name="to"
                value={revision.number}
                defaultChecked={revision === latest}
                aria-label={`Compare to revision ${revision.number}`}
              />
            </td>
            <td className="whitespace-nowrap tabular-nums">
              {revision.number}
              {revision.number === currentNumber && <span className="text-muted"> (current)</span>}
            </td>
            <td className="whitespace-nowrap">
              <Instant at={revision.createdAt} timeZone={timeZone} dated />
            </td>
            <td className="whitespace-nowrap">
              {revision.author ? (
                <Link href={`/people/${revision.author.handle}`} className="link">
                  {revision.author.name}
                </Link>
              ) : (
                <span className="text-muted">Guildhall</span>
              )}
              {revision.acceptedBy && (
                <span className="block text-sm text-muted">
                  accepted by {revision.acceptedBy.name}
                </span>
              )}
              {revision.coAuthors.map(({ person }) => (
                <span key={person.handle} className="block text-muted">
                  with{' '}
                  <Link href={`/people/${person.handle}`} className="link">
                    {person.name}
                  </Link>
                </span>
              ))}
            </td>
            <td className="min-w-40">
              {revision.changeSummary || <span className="text-muted">–</span>}
            </td>
            <td className="whitespace-nowrap">
              <Link href={`${basePath}?revision=${revision.number}`} className="link">
                Read
              </Link>
              {revision.number > 1 && (
                <>
                  {' · '}
                  <Link
                    href={`${basePath}?from=${revision.number - 1}&to=${revision.number}`}
                    className="link"
                  >
                    Changes
                  </Link>
                </>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {revisions.length > 1 && (
        <Button type="submit" className="mt-4">
          Compare the two revisions
        </Button>
      )}
    </form>
  );
}
