import { dayOf } from '@/foundation/days';
import { Notice } from '@/ui/notice';
import { Day } from '@/ui/time';
import { pageHref, roomHref } from '../../addresses';
import type { ChangeSince, FollowedPage } from '../since/queries';

/** Says on a page that it is another one than its reader knows, and leads to the difference. */
export function ChangedSince({
  change,
  number,
  historyHref,
}: {
  change: ChangeSince | null;
  /** The revision that is read now. */
  number: number;
  historyHref: string;
}) {
  if (!change) return null;
  return (
    <Notice className="no-print">
      Changed since you last read it, on <Day day={dayOf(change.at)} />
      {change.by && ` by ${change.by}`}:{' '}
      <a href={differenceHref(historyHref, change, number)} className="link">
        see what changed
      </a>
      . Only you see this.
    </Notice>
  );
}

/** Pages somebody follows, each with what they have not read of it. */
export function FollowedPages({ pages, today }: { pages: readonly FollowedPage[]; today: Date }) {
  return (
    <ul className="space-y-3 text-[0.9375rem]">
      {pages.map((page) => (
        <li key={page.id}>
          <a href={pageHref(page)} className="font-medium hover:underline">
            {page.title}
          </a>
          <p className="text-sm text-muted">
            {page.spaceName}
            {page.change && (
              <>
                {' · changed '}
                <Day day={dayOf(page.change.at)} today={today} />
                {page.change.by && ` by ${page.change.by}`}
                {' · '}
                <a
                  href={differenceHref(roomHref('wiki-history', page), page.change, page.number)}
                  className="link"
                >
                  see what<span className="sr-only"> changed in {page.title}</span>
                </a>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

const differenceHref = (historyHref: string, { readNumber }: ChangeSince, number: number) =>
  `${historyHref}?from=${readNumber}&to=${number}`;
