import { dayOf } from '@/foundation/days';
import { Link } from '@/ui/link';
import { Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { pageHref } from '../../addresses';
import type { listReviews } from '../queries';
import { Against } from './page-trust';

type Review = Awaited<ReturnType<typeof listReviews>>[number];

const outcomes: Record<Review['outcome'], string> = {
  CONFIRMED: 'Still true',
  CORRECTED: 'Corrected',
  OUTDATED: 'Needs work',
  RETIRED: 'Obsolete',
};

/** Who looked at a page, when, and what came of it. */
export function ReviewList({ reviews, now }: { reviews: Review[]; now: Date }) {
  return (
    <Table
      caption="Earlier reviews"
      head={['When', 'By', 'Revision', 'Outcome', 'Against, or why']}
    >
      {reviews.map((review) => (
        <tr key={String(review.id)}>
          <td className="whitespace-nowrap">
            <Day day={dayOf(review.at)} today={dayOf(now)} />
          </td>
          <td>
            <Link href={`/people/${review.reviewer.handle}`} className="link">
              {review.reviewer.name}
            </Link>
          </td>
          <td>{review.revisionNumber}</td>
          <td>{outcomes[review.outcome]}</td>
          <td>
            {review.against && (
              <p>
                <Against against={review.against} url={review.againstUrl} />
              </p>
            )}
            {review.note && <p className="text-muted">{review.note}</p>}
            {review.replacedBy && (
              <p>
                Replaced by{' '}
                <Link
                  href={pageHref({
                    spaceSlug: review.replacedBy.space.slug,
                    path: review.replacedBy.path,
                  })}
                  className="link"
                >
                  {review.replacedBy.title}
                </Link>
              </p>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
