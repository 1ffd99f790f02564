import { dayOf } from '@/foundation/days';
import { ButtonLink } from '@/ui/button';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import { pageHref, roomHref } from '../../../addresses';
import { dueOn, freshnessOf } from '../../freshness';
import { ReasonList } from '../../ui/reason-list';
import { FRESHNESS_WORDS } from '../../words';
import type { WaitingPage } from '../queries';
import { READS_DAYS } from '../reads-days';

type WaitingListProps = { pages: readonly WaitingPage[]; now: Date; showStewards: boolean };

/** Pages that wait for somebody to say whether they are still true. */
export function WaitingList({ pages, now, showStewards }: WaitingListProps) {
  return (
    <ul>
      {pages.map((page) => (
        <li
          key={page.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3.5 first:pt-0 last:border-0"
        >
          <div className="min-w-0 flex-1 basis-72">
            <p className="font-serif text-[1.075rem] font-semibold leading-snug">
              <Link href={pageHref(page)} className="link">
                {page.title}
              </Link>
            </p>
            <div className="mt-0.5 max-w-[68ch] space-y-0.5 text-sm text-muted">
              <State page={page} now={now} />
              <ReasonList review={page.review} />
              <p>
                {page.spaceName} · {readText(page.reads)}
                {showStewards && ` · ${page.stewards.join(', ') || 'nobody keeps it'}`}
              </p>
            </div>
          </div>
          <ButtonLink size="small" href={reviewHref(page)} aria-label={`Check “${page.title}”`}>
            Check it
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

export const reviewHref = (page: { spaceSlug: string; path: string }) =>
  `${roomHref('wiki-review', page)}?from=queue`;

export const readText = (reads: number) =>
  reads === 0
    ? `not read in ${READS_DAYS} days`
    : `read ${reads === 1 ? 'once' : `${reads} times`} in ${READS_DAYS} days`;

function State({ page: { review }, now }: { page: WaitingPage; now: Date }) {
  const { standing } = review;
  const today = dayOf(now);
  const state = freshnessOf(standing, today);
  const due = dueOn(standing);
  if (state === 'NEVER_VERIFIED' || !due) {
    return (
      <p>
        Never verified, written <Day day={dayOf(standing.createdAt)} today={today} />
      </p>
    );
  }
  return (
    <p>
      <span className="text-notice-ink">{FRESHNESS_WORDS[state]}</span> since{' '}
      <Day day={due} today={today} />
    </p>
  );
}
