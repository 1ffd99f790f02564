import { requestContext } from '@/features/identity/queries';
import { listMisses } from '@/features/search/misses/queries';
import { pageHref, roomHref } from '@/features/wiki/addresses';
import { takeUpAction, tellApartAction } from '@/features/wiki/gardening/actions';
import { listLikePairs } from '@/features/wiki/gardening/likeness/queries';
import {
  listBrokenLinks,
  listReadAndOverdue,
  listUnkept,
  listUnlinked,
} from '@/features/wiki/gardening/queries';
import type { Report } from '@/features/wiki/gardening/reports';
import { GardenLine } from '@/features/wiki/gardening/ui/garden-line';
import { readText, reviewHref } from '@/features/wiki/reviews/queue/ui/waiting-list';
import { FreshnessMark } from '@/features/wiki/reviews/ui/freshness-mark';
import { ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { ActionForm } from '@/ui/form/action-form';
import { SubmitButton } from '@/ui/form/submit-button';
import { Link } from '@/ui/link';
import { addressOf, Pagination } from '@/ui/pagination';
import { Misses } from './misses';

type ReportViewProps = {
  report: Report;
  space: string | undefined;
  after: string | undefined;
  basePath: string;
};

/** One report, a part of it at a time. */
export async function ReportView({ report, space, after, basePath }: ReportViewProps) {
  const { lines, nextCursor, empty } = await linesOf(report, { space, cursor: after });
  return (
    <>
      {lines.length === 0 ? <EmptyState title={empty} /> : <ul>{lines}</ul>}
      <Pagination
        basePath={basePath}
        query={{ report, space }}
        nextCursor={nextCursor}
        isFirst={!after}
      />
    </>
  );
}

type Bed = { space: string | undefined; cursor: string | undefined };

async function linesOf(report: Report, bed: Bed) {
  const context = await requestContext();
  switch (report) {
    case 'overdue': {
      const { items, nextCursor } = await listReadAndOverdue(context, bed);
      const lines = items.map((page) => (
        <GardenLine
          key={page.id}
          page={page}
          action={
            <ButtonLink size="small" href={reviewHref(page)} aria-label={`Check “${page.title}”`}>
              Check it
            </ButtonLink>
          }
        >
          {' · '}
          {readText(page.reads)} · <FreshnessMark freshness={page.freshness} />
        </GardenLine>
      ));
      return { lines, nextCursor, empty: 'Nothing waits to be checked' };
    }
    case 'unkept': {
      const { items, nextCursor } = await listUnkept(context, bed);
      const lines = items.map((page) => (
        <GardenLine
          key={page.id}
          page={page}
          action={
            <ActionForm action={takeUpAction}>
              <input type="hidden" name="pageId" value={page.id} />
              <SubmitButton size="small" look="secondary" aria-label={`Keep “${page.title}”`}>
                I will keep it
              </SubmitButton>
            </ActionForm>
          }
        >
          {page.stewards.length > 0 && ` · ${page.stewards.join(', ')} no longer works here`}
        </GardenLine>
      ));
      return { lines, nextCursor, empty: 'Every page has somebody who keeps it' };
    }
    case 'broken': {
      const { items, nextCursor } = await listBrokenLinks(context, bed);
      const lines = items.map((page) => (
        <GardenLine
          key={`${page.id} ${page.linkId}`}
          page={page}
          action={
            <ButtonLink
              size="small"
              href={roomHref('wiki-edit', page)}
              aria-label={`Mend the link in “${page.title}”`}
            >
              Mend it
            </ButtonLink>
          }
        >
          {' · '}
          <code>{page.target}</code> {page.outcome ? `(${page.outcome})` : 'leads to no page'}
        </GardenLine>
      ));
      return { lines, nextCursor, empty: 'Every link leads somewhere' };
    }
    case 'unlinked': {
      const { items, nextCursor } = await listUnlinked(context, bed);
      const lines = items.map((page) => (
        <GardenLine
          key={page.id}
          page={page}
          action={
            <ButtonLink
              size="small"
              href={addressOf('/search', { q: page.title })}
              aria-label={`Find pages that could link to “${page.title}”`}
            >
              Find who could link to it
            </ButtonLink>
          }
        />
      ));
      return { lines, nextCursor, empty: 'Every page can be reached by a link' };
    }
    case 'alike': {
      const { items, nextCursor } = await listLikePairs(context, bed);
      const lines = items.map(({ page, other, likeness }) => (
        <GardenLine
          key={`${page.id} ${other.id}`}
          page={page}
          action={
            <>
              <ButtonLink
                size="small"
                href={addressOf(reviewHref(page).replace(/\?.*$/, ''), {
                  replacement: pageHref(other),
                })}
                aria-label={`Mark “${page.title}” as obsolete in favour of “${other.title}”`}
              >
                One replaces the other
              </ButtonLink>
              <ActionForm action={tellApartAction}>
                <input type="hidden" name="pageId" value={page.id} />
                <input type="hidden" name="otherId" value={other.id} />
                <SubmitButton
                  size="small"
                  look="secondary"
                  aria-label={`“${page.title}” and “${other.title}” are different`}
                >
                  They are different
                </SubmitButton>
              </ActionForm>
            </>
          }
        >
          {` · ${Math.round(likeness * 100)} % the same words as `}
          <Link href={pageHref(other)} className="link">
            {other.title}
          </Link>
        </GardenLine>
      ));
      return { lines, nextCursor, empty: 'No two pages say nearly the same' };
    }
    case 'missed': {
      const { items, nextCursor } = await listMisses(context, bed.cursor);
      return {
        lines: items.length > 0 ? [<Misses key="misses" misses={items} />] : [],
        nextCursor,
        empty: 'Every search has found something',
      };
    }
  }
}
