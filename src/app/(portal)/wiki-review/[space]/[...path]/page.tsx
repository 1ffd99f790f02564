import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requestContext } from '@/features/identity/queries';
import { spaceHref } from '@/features/wiki/addresses';
import { getPage } from '@/features/wiki/queries';
import { WINDOW_DAYS } from '@/features/wiki/reviews/freshness';
import { listReports, listReviews } from '@/features/wiki/reviews/queries';
import { PageTrust } from '@/features/wiki/reviews/ui/page-trust';
import { ReportList } from '@/features/wiki/reviews/ui/report-list';
import { ReviewForms } from '@/features/wiki/reviews/ui/review-forms';
import { ReviewList } from '@/features/wiki/reviews/ui/review-list';
import { FinishedHtml } from '@/features/wiki/ui/finished-html';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Section } from '@/ui/section';
import { addressIn } from '../../../wiki/address';
import { followMove } from '../../../wiki/follow-move';

type Props = {
  params: Promise<{ space: string; path: string[] }>;
  searchParams: Promise<{ from?: string; replacement?: string }>;
};

export const metadata: Metadata = { title: 'Is it still true?' };

export default async function ReviewPage({ params, searchParams }: Props) {
  const context = await requestContext();
  const address = addressIn(await params);
  const page = await getPage(context, address.spaceSlug, address.path);
  if (!page) await followMove(address, '/wiki-review');
  if (!page) notFound();
  const { review } = page;
  const { from, replacement } = await searchParams;
  const isFromQueue = from === 'queue';
  const [reports, reviews] = await Promise.all([
    listReports(context, page.id),
    listReviews(context, page.id),
  ]);
  const days = WINDOW_DAYS[page.kind];
  const isCorrected = review.check !== null && review.check.revision < page.number;

  return (
    <>
      <PageHeader
        crumbs={[
          { href: '/wiki', label: 'Wiki' },
          ...(isFromQueue
            ? [{ href: '/wiki-reviews', label: 'To be checked' }]
            : [{ href: spaceHref(address.spaceSlug), label: page.spaceName }]),
          { href: address.href, label: page.title },
        ]}
        title={`Is “${page.title}” still true?`}
      />
      <div className="mb-8 max-w-[75ch]">
        <PageTrust review={review} now={context.now} reviewHref={null} />
      </div>
      {page.canReview && !page.archivedAt ? (
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
          <div>
            <ReportList reports={reports} />
            <ReviewForms
              page={{ id: page.id, number: page.number, kind: page.kind, isFromQueue, replacement }}
              windowText={days ? `Left empty: in ${days} days.` : 'Left empty: not by date.'}
              isCorrected={isCorrected || review.check === null}
              isObsolete={review.standing.isObsolete}
            />
          </div>
          <section
            aria-label="The page itself"
            className="min-w-0 lg:border-l lg:border-line lg:pl-10"
          >
            <FinishedHtml html={page.html} revisionId={page.revisionId} />
          </section>
        </div>
      ) : (
        <EmptyState
          title="This page is reviewed by those who answer for it"
          action={<ButtonLink href={address.href}>Back to the page</ButtonLink>}
        >
          Its stewards, its own squad, and the leads of the unit that keeps it. You can say at the
          foot of the page that it did not work for you.
        </EmptyState>
      )}
      {page.canReview && !page.archivedAt && (
        <p className="mt-6 text-sm text-muted">
          You can no longer look after it?{' '}
          <Link href="/wiki-reviews/handover" className="link">
            Hand it over
          </Link>{' '}
          to somebody who can.
        </p>
      )}
      {reviews.length > 0 && (
        <Section title="Earlier reviews">
          <ReviewList reviews={reviews} now={context.now} />
        </Section>
      )}
    </>
  );
}
