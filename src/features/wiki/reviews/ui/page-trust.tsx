import { CircleCheck, CircleDashed, CircleHelp, CircleSlash } from 'lucide-react';
import type { ReactNode } from 'react';
import { dayOf } from '@/foundation/days';
import { Link } from '@/ui/link';
import { Day } from '@/ui/time';
import { pageHref } from '../../addresses';
import { dueOn, type Freshness, freshnessOf } from '../freshness';
import type { PageReview } from '../read-review';
import { ReasonList } from './reason-list';

const icons: Record<Freshness, typeof CircleCheck> = {
  FRESH: CircleCheck,
  DUE: CircleHelp,
  OVERDUE: CircleHelp,
  OBSOLETE: CircleSlash,
  NEVER_VERIFIED: CircleDashed,
  RECORD: CircleDashed,
};

type PageTrustProps = {
  review: PageReview;
  now: Date;
  /** Where those who answer for the page say whether it is true; null for others. */
  reviewHref: string | null;
};

/** Whether the page is still true: who says so, when, held against what, and for how long. */
export function PageTrust({ review, now, reviewHref }: PageTrustProps) {
  const state = freshnessOf(review.standing, dayOf(now));
  const isInDoubt = state === 'DUE' || state === 'OVERDUE' || state === 'OBSOLETE';
  const Icon = icons[state];
  return (
    <section
      aria-label="Is this still true?"
      data-freshness={state}
      className={`flex gap-2.5 rounded-md text-sm ${isInDoubt ? 'bg-notice px-3.5 py-2.5 text-notice-ink' : 'text-muted'}`}
    >
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${state === 'FRESH' ? 'text-accent' : ''}`}
      />
      <div className="min-w-0 space-y-1">
        <Verdict state={state} review={review} now={now} />
        {!review.isKept && state !== 'OBSOLETE' && (
          <p>Nobody keeps this page at the moment: no steward of it works here.</p>
        )}
        {reviewHref && (
          <p className="no-print">
            <Link href={reviewHref} data-shortcut="v" className="link">
              {state === 'OBSOLETE' ? 'Look at it again' : 'Say whether it is still true'}
            </Link>
          </p>
        )}
      </div>
    </section>
  );
}

function Verdict({ state, review, now }: { state: Freshness; review: PageReview; now: Date }) {
  const { standing, verdict, replacement } = review;
  const today = dayOf(now);
  if (state === 'OBSOLETE') {
    return (
      <>
        <p>
          <strong>Obsolete.</strong>{' '}
          {replacement ? (
            <>
              Read{' '}
              <Link href={pageHref(replacement)} className="link">
                {replacement.title}
              </Link>{' '}
              instead.
            </>
          ) : (
            'Nothing has taken its place.'
          )}
        </p>
        {verdict && (
          <p>
            {verdict.note && <>“{verdict.note}” </>}Said by <Person {...verdict.by} />,{' '}
            <Day day={dayOf(verdict.at)} today={today} />.
          </p>
        )}
      </>
    );
  }
  if (state === 'NEVER_VERIFIED') {
    return <p>Never verified: nobody has said yet that they held this against what is.</p>;
  }
  if (state === 'RECORD') return <p>A record of its time; it is not checked by date.</p>;
  const due = dueOn(standing);
  return (
    <>
      {state !== 'FRESH' && due && (
        <p>
          <strong>{state === 'OVERDUE' ? 'Overdue for a check' : 'Due for a check'}</strong> since{' '}
          <Day day={due} today={today} />.
        </p>
      )}
      {state !== 'FRESH' && <ReasonList review={review} />}
      {standing.checkedAt ? (
        <LastCheck review={review} now={now} isFresh={state === 'FRESH'} />
      ) : (
        <p>Never verified before.</p>
      )}
    </>
  );
}

function LastCheck({ review, now, isFresh }: { review: PageReview; now: Date; isFresh: boolean }) {
  const { standing, check } = review;
  if (!standing.checkedAt || !check) return null;
  return (
    <p>
      {isFresh ? <strong className="text-ink">Verified</strong> : 'Last verified'}{' '}
      <Day day={dayOf(standing.checkedAt)} today={dayOf(now)} /> by <Person {...check.by} /> against{' '}
      <Against {...check} />
      {isFresh &&
        (standing.nextDueOn ? (
          <>
            {' · check again by '}
            <Day day={standing.nextDueOn} />
          </>
        ) : (
          ' · holds until something puts it in doubt'
        ))}
      .
    </p>
  );
}

const Person = ({ name, handle }: { name: string; handle: string }): ReactNode => (
  <Link href={`/people/${handle}`} className="link">
    {name}
  </Link>
);

export function Against({ against, url }: { against: string; url: string | null }) {
  if (!url) return against;
  return url.startsWith('/') ? (
    <Link href={url} className="link">
      {against}
    </Link>
  ) : (
    <a href={url} className="link" rel="noreferrer">
      {against}
    </a>
  );
}
